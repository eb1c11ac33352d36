import { writeZip } from '../formats/zip/write-zip.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type LogEntry, readLog } from '../log/log.ts'
import { logAsMarkdown } from '../log/render.ts'
import { dayOf } from '../method/clock.ts'
import { type Person, person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { type Promised, promise } from '../promises/promise.ts'
import { fileNames } from './file-names.ts'

/** Everybody as a folder of Markdown in a ZIP archive: a file for each person, with front matter, and the log. */
export async function exportMarkdown(tx: ReadTx): Promise<Uint8Array> {
  const timeZone = await userTimeZone(tx)
  const people = await tx.find(person, 'byName', {})
  const log = await readLog(tx, {}, timeZone)
  const entries = Map.groupBy(log, ({ personId }) => personId)
  const promises = Map.groupBy(await tx.find(promise, 'byPerson', {}), ({ personId }) => personId)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameFor = fileNames()
  const files = new Map<string, string>([['Log.md', logAsMarkdown(log, timeZone)]])
  for (const row of people) {
    const about = { entries: entries.get(row.id) ?? [], promises: promises.get(row.id) ?? [] }
    files.set(`People/${nameFor(row.name)}.md`, personFile(row, names, about, timeZone))
  }
  return writeZip(files)
}

interface About {
  entries: readonly LogEntry[]
  promises: readonly Promised[]
}

function personFile(
  row: Person,
  names: ReadonlyMap<Id, string>,
  { entries, promises }: About,
  timeZone: string,
): string {
  const facts: Record<string, string | number | boolean | readonly string[] | undefined> = {
    ...{ name: row.name, origin: row.origin, source: row.source },
    referredBy: row.referredById && names.get(row.referredById),
    ...{ organization: row.organization, role: row.role, emails: row.emails, phones: row.phones },
    ...{ urls: row.urls, closeness: row.closeness, fields: row.fields, tags: row.tags },
    ...{ birthday: row.birthday, connectedOn: row.connectedOn },
    doNotContact: row.doNotContact || undefined,
    ...{ id: row.id, createdAt: new Date(row.createdAt).toISOString() },
  }
  const happened = entries.map(
    ({ at, kind, outcome, notes }) =>
      `- ${[dayOf(at, timeZone), kind, outcome, notes]
        .filter(Boolean)
        .map((text) => oneLine(text as string))
        .join(' · ')}`,
  )
  const promised = promises.map(
    ({ status, by, text, dueOn }) =>
      `- [${status === 'kept' ? 'x' : ' '}] ${by === 'me' ? 'I' : 'They'}: ${oneLine(text)} (${status === 'dropped' ? 'dropped' : dueOn})`,
  )
  return [
    frontMatter(facts),
    `# ${oneLine(row.name)}\n`,
    ...(row.notes ? [`${quiet(row.notes)}\n`] : []),
    ...section('What happened', happened),
    ...section('Promises', promised),
  ].join('\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`## ${title}\n`, `${lines.join('\n')}\n`] : []

/** Facts as YAML: each value as JSON writes it, which YAML reads as well. */
function frontMatter(facts: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${yaml(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

const yaml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A text of the user's with its own Markdown, in which nothing is a tag of HTML. */
const quiet = (text: string): string => text.replaceAll('<', '&lt;')

/** The same on one line, where nothing is markup. */
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')

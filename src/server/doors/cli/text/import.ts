import { fieldWords, type TableField } from '../../../../core/formats/csv/table-field.ts'
import { keptInWords } from '../../../../core/formats/vcard/kept-in-words.ts'
import { shortId } from './anything.ts'
import { cut, safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Render } from './page.ts'

interface Imported {
  importId: string | null
  format: string
  added: number
  updated: number
  unchanged: number
  proposed?: Proposed[]
  duplicates: { line?: number; name: string; existingId: string; existingName: string; reason: string }[]
  preview?: {
    add: { name: string; organization?: string; role?: string }[]
    update: { id: string; name: string; changes: { field: string; from?: unknown; to?: unknown }[] }[]
    skip: { line: number; name: string }[]
  }
  records?: { added: number; updated: number; unchanged: number }
  mapping?: { file: string; column: string; field: string; by: string; example?: string }[]
  problems: { file: string; line: number | null; reason: string; text?: string }[]
}

interface Proposed {
  id: string
  change: 'new' | 'moved' | 'cancelled'
  person: string
  startsAt: string
  summary?: string
  taken: boolean
}

/** How many of a long list are told one by one. */
const shown = 20

const imported: Render = (one: Imported, page) => {
  const counts = `${one.added} added, ${one.updated} updated, ${one.unchanged} unchanged (${one.format}).`
  const lines = [one.preview ? `Only looked at, nothing is changed. This would be: ${counts}` : counts]
  const { added: more = 0, unchanged: known = 0 } = one.records ?? {}
  if (one.format === 'linkedin' && one.records) lines.push(`Messages: ${more} noted, ${known} noted before.`)
  const part = (title: string, texts: string[]) => {
    if (texts.length === 0) return
    lines.push('', page.paint.strong(title), ...texts.slice(0, shown))
    if (texts.length > shown) lines.push(`... and ${texts.length - shown} more (--json lists them all).`)
  }
  if (one.preview) {
    const { add, update, skip } = one.preview
    part(
      'To add',
      add.map(
        ({ name, role, organization }) => `- ${safe([name, role, organization].filter(Boolean).join(', '))}`,
      ),
    )
    part(
      'To update',
      update.flatMap(({ name, changes }) => [
        `- ${safe(name)}`,
        ...changes.map(
          ({ field, from, to }) =>
            `    ${factWord(field)}: ${inShort(told(field, from))} -> ${inShort(told(field, to))}`,
        ),
      ]),
    )
    part(
      'To leave out',
      skip.map(({ line, name }) => `- line ${line}: ${safe(name)}`),
    )
  }
  part(
    'Perhaps here already',
    one.duplicates.map(
      ({ line, name, reason, existingName, existingId }) =>
        `- ${line ? `line ${line}, ` : ''}${safe(name)}: ${safe(reason)} (${safe(existingName)}, ${shortId(existingId)})`,
    ),
  )
  if (one.preview && one.duplicates.some(({ line }) => line))
    lines.push('To decide otherwise: --decide "LINE=merge:ID", "LINE=new" or "LINE=skip", once for each.')
  const proposed = one.proposed ?? []
  const taken = proposed.filter((meeting) => meeting.taken)
  const open = proposed.filter((meeting) => !meeting.taken)
  const meeting = ({ person, startsAt, summary, change }: Proposed) =>
    `- ${stamp(startsAt, page)} ${safe(person)}${summary ? `: ${safe(summary)}` : ''}${change === 'new' ? '' : ` (${change})`}`
  part('Now conversations', taken.map(meeting))
  part(
    'Meetings that could be conversations (add --conversations all, or their ids)',
    open.map((one) => `${meeting(one)}  ${shortId(one.id)}`),
  )
  const several = new Set(one.problems.map(({ file }) => file)).size > 1
  part(
    'Left out',
    one.problems.map(({ file, line, reason }) => {
      const place = [several ? safe(file) : '', line ? `line ${line}` : ''].filter(Boolean).join(', ')
      return `- ${place && `${place}: `}${safe(reason)}`
    }),
  )
  if (!one.importId) part('How the columns are read', (one.mapping ?? []).map(columnInWords))
  if (!one.importId && one.mapping?.some(({ field, by }) => by === 'values' || field === 'other')) {
    lines.push(
      '',
      'To read a column otherwise: --map "Column=field", such as --map "Team=tags" or --map "Size=left out".',
    )
  }
  return lines.join('\n')
}

function columnInWords({ column, field, by, example }: NonNullable<Imported['mapping']>[number]): string {
  const why = by === 'values' ? ', by what is in it' : by === 'choice' ? ', as you said' : ''
  const words = field === 'other' ? 'kept under its own name' : fieldWords[field as TableField]
  return `- ${safe(column)}: ${words}${why}${example ? ` (${safe(example)})` : ''}`
}

/** A fact of a person as one says it: `givenName` is "given name". */
const factWord = (field: string): string =>
  field === 'unknown' ? 'kept as it came' : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** What a card holds besides, in words. */
const told = (field: string, value: unknown): unknown =>
  field === 'unknown' && Array.isArray(value) ? value.map((one) => keptInWords(String(one))) : value

/** A value of a field on one line. */
function inShort(value: unknown): string {
  if (value === undefined || value === null) return '(nothing)'
  const text = Array.isArray(value)
    ? value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' ; ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
  return cut(safe(text).replace(/\s+/g, ' '), 60) || '(nothing)'
}

export const importWords = { import: imported }

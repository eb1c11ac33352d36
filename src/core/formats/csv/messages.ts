import { fold } from '../../kernel/fold.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import type { ContactFile, Message, Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import type { Reading } from '../reading.ts'
import { splitLines } from '../split-lines.ts'
import { type ArchiveTable, archiveTable } from './archive-table.ts'
import { readRecords } from './records.ts'

/** Who the user is in an archive, as far as another part of it told. */
export interface Myself {
  name?: string
  url?: string
}

interface Row {
  line: number
  text: string
  conversation: string
  from: Party
  to: Party[]
  at: string
  content: string
  outgoing: boolean | undefined
}

interface Party {
  name: string
  url: string
}

const slice = 500
const unreadableDate = 'the date of this message cannot be read; it is left out'
const unclear = 'it cannot be seen who of the two you are: import the whole archive, with Profile.csv in it'

/**
 * What passed between the user and one other person, from the messages.csv of a LinkedIn archive. Drafts, spam, sponsored
 * mail and what LinkedIn itself writes are no conversations; a message to several people is told to none of them.
 */
export function* readingMessages(text: string, myself: Myself = {}): Reading<ContactFile> {
  const lines = splitLines(text)
  const table = archiveTable(lines)!
  const problems: Problem[] = []
  const rows: Row[] = []
  let count = 0
  for (const record of readRecords(lines, table.start, table)) {
    if (++count % slice === 0) yield
    const row = record.cells && rowOf(record.line, record.text, record.cells, table)
    if (row) rows.push(row)
  }
  const me = rows.some(({ outgoing }) => outgoing === undefined) ? whoAmI(rows, myself) : undefined
  const messages: Message[] = []
  for (const row of rows) {
    const from = direction(row, me)
    const others = from === 'me' ? row.to : [row.from]
    const present = from === 'me' ? row.to : row.to.filter((party) => !me || !isSame(party, me))
    if (others.length !== 1 || (from === 'them' && present.length > 0 && row.to.length > 1)) continue
    const at = instantOf(row.at)
    if (at === undefined || !from) {
      problems.push(problem(row.line, from ? unreadableDate : unclear, row.text))
      continue
    }
    const [other] = others
    const { name, url } = other!
    messages.push({
      ...{ line: row.line, at, from, name },
      ...(url && { url }),
      ...(row.content && { text: row.content }),
      uid: [row.conversation, row.at, row.from.url || row.from.name, row.content].join('\u001f'),
    })
  }
  return { format: 'linkedin', contacts: [], problems, messages }
}

function rowOf(line: number, text: string, cells: readonly string[], table: ArchiveTable): Row | undefined {
  const cell = (name: string) => cleanLine(cells[table.columns.get(name) ?? -1]) ?? ''
  const content = cleanText(cells[table.columns.get('content') ?? -1]) ?? ''
  const folder = cell('folder').toLowerCase()
  if (/spam|junk|draft|trash/.test(folder)) return undefined
  if (isYes(cell('is message draft')) || isYes(cell('is conversation draft'))) return undefined
  const from = { name: cell('from'), url: cell('sender profile url') }
  if (!from.name || isHouse(from) || /^sponsored\b/i.test(cell('conversation title'))) return undefined
  if (!content && !cell('attachments')) return undefined
  const direction = cell('direction').toLowerCase()
  return {
    ...{ line, text, from, content, at: cell('date'), conversation: cell('conversation id') },
    to: recipients(cell('to'), cell('recipient profile urls')),
    outgoing: direction ? direction.startsWith('out') : undefined,
  }
}

const isYes = (text: string): boolean => /^(?:yes|true|1|ja|oui|s[ií])$/i.test(text)

/** LinkedIn's own mail, advertisements of companies, and members who left. */
const isHouse = ({ name, url }: Party): boolean =>
  /^linkedin(?:\s|$)/i.test(name) ||
  /sponsored/i.test(name) ||
  /linkedin\.com\/(?:company|showcase|school)\//i.test(url)

/** The addresses count the recipients; names alone may have commas in them. */
function recipients(names: string, urls: string): Party[] {
  const addresses = urls.split(/[,;\s]+/).filter(Boolean)
  if (addresses.length < 2) return names || addresses[0] ? [{ name: names, url: addresses[0] ?? '' }] : []
  const each = names.split(', ')
  return addresses.map((url, index) => ({ name: each.length === addresses.length ? each[index]! : '', url }))
}

const keyOf = ({ name, url }: Party): string => url || fold(name)
const isSame = (party: Party, me: Party): boolean =>
  party.url && me.url ? party.url === me.url : fold(party.name) === fold(me.name)

/** The user is who takes part in the most conversations; where that is undecided, who has the name of the profile. */
function whoAmI(rows: readonly Row[], myself: Myself): Party | undefined {
  const parts = new Map<string, { party: Party; conversations: Set<string> }>()
  for (const [index, row] of rows.entries()) {
    for (const party of [row.from, ...row.to]) {
      const known = parts.get(keyOf(party)) ?? { party, conversations: new Set() }
      known.conversations.add(row.conversation || String(index))
      parts.set(keyOf(party), known)
    }
  }
  const named = [...parts.values()].find(
    ({ party }) =>
      (myself.url && party.url === myself.url) || (myself.name && fold(party.name) === fold(myself.name)),
  )
  if (named) return named.party
  const [first, second] = [...parts.values()].sort((a, b) => b.conversations.size - a.conversations.size)
  return first && (!second || first.conversations.size > second.conversations.size) ? first.party : undefined
}

function direction(row: Row, me: Party | undefined): 'me' | 'them' | undefined {
  if (row.outgoing !== undefined) return row.outgoing ? 'me' : 'them'
  if (!me) return undefined
  return isSame(row.from, me) ? 'me' : 'them'
}

/** "2024-03-03 10:00:00 UTC", or as Invitations.csv has it, "3/5/26, 1:45 AM": in UTC, as milliseconds. */
export function instantOf(text: string): number | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}))?/.exec(text)
  const parsed = iso ? Date.parse(`${iso[1]}T${iso[2]}:${iso[3] ?? '00'}Z`) : slashed(text)
  return parsed !== undefined && Number.isFinite(parsed) ? parsed : undefined
}

function slashed(text: string): number | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}),? (\d{1,2}):(\d{2})(?: ?([AP])M)?/i.exec(text)
  if (!match) return undefined
  const [month, day, year, hour, minute] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const half = match[6]?.toUpperCase()
  const hours = half ? (hour % 12) + (half === 'P' ? 12 : 0) : hour
  if (month > 12 || day > 31 || hours > 23 || minute > 59) return undefined
  return Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hours, minute)
}

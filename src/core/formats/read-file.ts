import type { ContactFile } from './contact.ts'
import { archiveTable } from './csv/archive-table.ts'
import { readInvitations, readProfile } from './csv/invitations.ts'
import { type Myself, readingMessages } from './csv/messages.ts'
import { readingTable, type TableOptions } from './csv/read-table.ts'
import { decodeText } from './decode-text.ts'
import { FormatError } from './format-error.ts'
import { readCalendar } from './ics/read-calendar.ts'
import { problem } from './problem.ts'
import { type Reading, readWhole } from './reading.ts'
import { type Format, recognise } from './recognise.ts'
import { splitLines } from './split-lines.ts'
import { looksLikeJCard, readJCard } from './vcard/read-jcard.ts'
import { readVCard } from './vcard/read-vcard.ts'
import { type ArchivedFile, isZip, unzip } from './zip/unzip.ts'

/** Acquaint's own export is not a list of contacts: its text goes on to the reader of whole networks. */
export type ReadFile = ContactFile | { format: 'json'; text: string }

/** What a file holds under a name: the file itself, or one of those in an archive. */
export interface FilePart {
  name: string
  content: ReadFile
}

/** What the caller knows of a file. */
export interface ReadOptions extends Pick<TableOptions, 'choices'> {
  /** Which format it has; without it, its content tells. */
  format?: Format | undefined
  /** Epoch milliseconds: meetings of a calendar that repeat are taken around it. */
  now?: number
  /** The user's own, for times of a calendar that name none. */
  timeZone?: string
}

/**
 * What a foreign file holds: decoded, recognised by its content unless `format` says which it is, and read; of an archive
 * (ZIP) each file in it. It pauses every so often, for others to have a turn. Throws a `FormatError` where nothing of it
 * can be taken.
 */
export function* readingFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Reading<FilePart[]> {
  if (!isZip(bytes)) return [{ name, content: yield* readingText(decodeText(bytes), options) }]
  const files = unzip(bytes)
  yield
  const texts = files.map(textIn)
  if (texts.some(({ format, kind }) => format === 'linkedin' || kind))
    return yield* readingArchive(name, texts)
  const parts: FilePart[] = []
  for (const { name: inside, text, format } of texts) {
    if (format)
      parts.push({ name: `${name}: ${inside}`, content: yield* readingText(text, { ...options, format }) })
  }
  tellUnread(parts, texts)
  // An Office document is an archive, too, of files that hold nobody: its own sentence tells what to do.
  if (parts.length === 0) decodeText(bytes)
  return parts
}

/** Tables, cards and calendars of an archive that cannot be read are told beside what was. */
function tellUnread(parts: readonly FilePart[], texts: readonly ArchivedText[]): void {
  const first = parts.find(({ content }) => content.format !== 'json')?.content
  if (!first || first.format === 'json') return
  const unread = texts.filter(({ name, format }) => !format && !/\.(?:txt|json)$/i.test(name))
  for (const { name } of unread)
    first.problems.push(problem(1, `"${name}" is in no format that can be read here`, name))
}

/** The same in one go. */
export const readFileWhole = (name: string, bytes: Uint8Array, options?: ReadOptions): FilePart[] =>
  readWhole(readingFile(name, bytes, options))

/** A file that is no archive, in one go. */
export const readContactFile = (bytes: Uint8Array, options: ReadOptions = {}): ReadFile =>
  readWhole(readingText(decodeText(bytes), options))

function* readingText(
  text: string,
  { format, now = 0, timeZone = 'UTC', choices }: ReadOptions,
): Reading<ReadFile> {
  yield
  const kind =
    format === undefined || format === 'linkedin'
      ? archiveTable(splitLines(text.slice(0, 100_000)))?.kind
      : undefined
  if (kind) return yield* readingArchiveTable(text, kind)
  const known = format ?? recognise(text)
  switch (known) {
    case 'vcard':
      return looksLikeJCard(text) ? readJCard(text) : readVCard(text)
    case 'ics':
      return readCalendar(text, { now, timeZone })
    case 'json':
      return { format: 'json', text }
    default:
      return yield* readingTable(text, { kind: known, choices })
  }
}

interface ArchivedText {
  name: string
  text: string
  /** Absent where it is in no format that is read here. */
  format?: Format
  kind?: ReturnType<typeof kindOfText>
}

const kindOfText = (text: string) => archiveTable(splitLines(text.slice(0, 100_000)))?.kind

function textIn({ name, bytes }: ArchivedFile): ArchivedText {
  try {
    const text = decodeText(bytes)
    const kind = kindOfText(text)
    return kind ? { name, text, kind } : { name, text, format: recognise(text) }
  } catch (error) {
    if (error instanceof FormatError) return { name, text: '' }
    throw error
  }
}

/**
 * The whole of what LinkedIn exports: connections, messages and invitations. Its other tables (skills, endorsements,
 * advertisements, the address book of the telephone) are not about people whom the user knows by it.
 */
function* readingArchive(name: string, texts: readonly ArchivedText[]): Reading<FilePart[]> {
  const ofKind = (kind: ArchivedText['kind']) => texts.filter((one) => one.kind === kind)
  let myself: Myself = {}
  for (const { text } of ofKind('profile')) myself = { ...readProfile(text), ...myself }
  const parts: FilePart[] = []
  for (const { name: inside, text, format } of texts) {
    if (format === 'linkedin')
      parts.push({ name: `${name}: ${inside}`, content: yield* readingTable(text, { kind: format }) })
  }
  for (const { name: inside, text } of ofKind('invitations')) {
    const { myself: inviter, ...content } = readInvitations(text)
    myself = { ...inviter, ...myself }
    parts.push({ name: `${name}: ${inside}`, content })
  }
  for (const { name: inside, text } of ofKind('messages')) {
    parts.push({ name: `${name}: ${inside}`, content: yield* readingMessages(text, myself) })
  }
  return parts
}

/** A table of an archive that was unpacked. */
function* readingArchiveTable(text: string, kind: NonNullable<ArchivedText['kind']>): Reading<ContactFile> {
  switch (kind) {
    case 'messages':
      return yield* readingMessages(text)
    case 'invitations': {
      const { myself: _, ...content } = readInvitations(text)
      return content
    }
    case 'profile':
      return {
        format: 'linkedin',
        contacts: [],
        problems: [problem(1, ownProfile, splitLines(text)[0] ?? '')],
      }
  }
}

const ownProfile =
  'this is your own profile: it adds nobody, and tells only who wrote what in the messages beside it'

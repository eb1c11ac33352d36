import type { ContactFile } from './contact.ts'
import type { ColumnChoice } from './csv/columns.ts'
import { readingTable } from './csv/read-table.ts'
import { decodeText } from './decode-text.ts'
import { readCalendar } from './ics/read-calendar.ts'
import { type Reading, readWhole } from './reading.ts'
import { type Format, recognise } from './recognise.ts'
import { looksLikeJCard, readJCard } from './vcard/read-jcard.ts'
import { readVCard } from './vcard/read-vcard.ts'

/** Acquaint's own export is not a list of contacts: its text goes on to the reader of whole networks. */
export type ReadFile = ContactFile | { format: 'json'; text: string }

/** What the caller knows of a file. */
export interface ReadOptions {
  /** Which format it has; without it, its content tells. */
  format?: Format | undefined
  /** Which column of a table holds what. */
  choices?: readonly ColumnChoice[] | undefined
  /** Epoch milliseconds: meetings of a calendar that repeat are taken around it. */
  now?: number
  /** The user's own, for times of a calendar that name none. */
  timeZone?: string
}

/**
 * What a foreign file holds: decoded, recognised by its content unless `format` says which it is, and read. It pauses
 * every so often, for others to have a turn. Throws a `FormatError` where nothing of it can be taken.
 */
function* readingContactFile(
  bytes: Uint8Array,
  { format, choices = [], now = 0, timeZone = 'UTC' }: ReadOptions = {},
): Reading<ReadFile> {
  const text = decodeText(bytes)
  yield
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

/** The same in one go. */
export const readContactFile = (bytes: Uint8Array, options?: ReadOptions): ReadFile =>
  readWhole(readingContactFile(bytes, options))

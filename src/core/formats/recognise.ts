import { findTable, kindOf, sampleRows } from './csv/find-table.ts'
import { FormatError } from './format-error.ts'
import { splitLines } from './split-lines.ts'
import { looksLikeJCard } from './vcard/read-jcard.ts'

/** Every format that is read, as users name it. */
export const formats = ['linkedin', 'google', 'outlook', 'csv', 'vcard', 'ics', 'json'] as const

export type Format = (typeof formats)[number]

/** How much of a text is looked through for a header: the note before it is a few lines. */
const longestStart = 300_000

/** Which format a text has, by what stands in it, never by a file's name. Throws `UNKNOWN_FORMAT`. */
export function recognise(text: string): Format {
  if (/^\s*\{\s*"acquaint"/.test(text)) return 'json'
  if (/^\s*BEGIN:V(?:CARD|LIST)/i.test(text) || looksLikeJCard(text)) return 'vcard'
  if (/^\s*BEGIN:V(?:CALENDAR|EVENT)/i.test(text)) return 'ics'
  if (!/^\s*[{[<%]/.test(text)) {
    const lines = splitLines(text.slice(0, longestStart))
    const table = findTable(lines)
    if (table) return kindOf(table, sampleRows(lines, table))
  }
  // Text before the first card is no reason to refuse the cards.
  if (/^BEGIN:VCARD[ \t]*$/im.test(text)) return 'vcard'
  if (/^BEGIN:VCALENDAR[ \t]*$/im.test(text)) return 'ics'
  throw new FormatError(
    'UNKNOWN_FORMAT',
    'This file is in no format that can be read here. Choose a Connections.csv from LinkedIn, its whole export (ZIP), an address book or any table of people as CSV, contact cards (vCard, .vcf), a calendar (.ics), or an Acquaint export (JSON).',
  )
}

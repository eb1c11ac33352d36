import { dateOf } from './column-date.ts'
import type { Column } from './columns.ts'
import type { Table } from './find-table.ts'
import { type CsvRecord, longestRecord, longestText } from './records.ts'

export const cut = 'the file ends in the middle of this row; export it again if the list looks short'
const openQuote = 'a quotation mark in this row is opened and never closed; the row is not taken, the rest is'
const leftover = 'this looks like the rest of the broken row above it'
const endless = 'this row is too long to be one of a person; it is not taken, the rest is'
const tooLong = 'this row has more cells than the header; put cells with commas in quotation marks'

/**
 * The index of the row in whose middle the file ends, or the number of rows. A whole file ends in a line break, or
 * at least with a row that has all its cells; an open quotation mark is the cut when no whole row comes after it.
 */
export function cutAt(records: CsvRecord[], { width }: Table, columns: readonly Column[]): number {
  const end = records.length
  const open = openAtEnd(records, width)
  if (open !== -1) return open
  const last = records.at(-1)
  if (!last?.last) return end
  const dateIsLast = columns[width - 1]?.field === 'connectedOn'
  const date = last.cells![width - 1]?.trim() ?? ''
  const readable = dateOf(date, 'connectedOn', 'month first') ?? dateOf(date, 'connectedOn', 'day first')
  return !isWhole(last, width) || (dateIsLast && !readable) ? end - 1 : end
}

/**
 * The same for tables that people write, whose rows may end early: a short last row is a cut only where all other rows
 * are whole, and an open quotation mark only where nothing comes after it.
 */
export function cutAtRagged(records: CsvRecord[], { width }: Table): number {
  const end = records.length
  const last = records.at(-1)
  if (last && isOpen(last)) return end - 1
  if (!last?.last || isWhole(last, width) || end < 3) return end
  return records.slice(0, -1).every((record) => isWhole(record, width)) ? end - 1 : end
}

/** Whether rows of a table may end early: more than one in ten does. */
export function isRagged(records: readonly CsvRecord[], { width }: Table): boolean {
  const short = records.filter((record) => record.cells && !isWhole(record, width)).length
  return short * 10 > records.length
}

/** The first row with an open quotation mark after which no whole row comes; -1 where there is none. */
function openAtEnd(records: CsvRecord[], width: number): number {
  const end = records.length
  let start = end
  while (start > 0 && end - start < longestRecord && !isWhole(records[start - 1]!, width)) start--
  return records.findIndex((record, index) => index >= start && isOpen(record))
}

const isOpen = ({ cells, text }: CsvRecord): boolean => !cells && text.length <= longestText

/** Why a row cannot be read by its columns, if it cannot. */
export function whyRefused(
  records: CsvRecord[],
  index: number,
  { width, headers }: Table,
  ragged: boolean,
): string | undefined {
  const record = records[index]!
  if (!record.cells) return record.text.length > longestText ? endless : openQuote
  if (!ragged && !isWhole(record, width) && followsBroken(records, index, width)) return leftover
  if (
    record.cells.length > headers.length &&
    record.cells.slice(headers.length).some((extra) => extra.trim())
  )
    return tooLong
  return undefined
}

/** Whether a short row comes after a broken one, with nothing but short ones between. */
function followsBroken(records: CsvRecord[], index: number, width: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 50); above--) {
    if (!records[above]!.cells) return true
    if (isWhole(records[above]!, width)) return false
  }
  return false
}

function isWhole(record: CsvRecord, width: number): boolean {
  return record.cells !== undefined && record.cells.length >= width
}

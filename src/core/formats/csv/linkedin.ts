import type { Contact, ContactFile, Problem } from '../contact.ts'
import { FormatError } from '../format-error.ts'
import { problem } from '../problem.ts'
import { splitLines } from '../split-lines.ts'
import { connectionOf, toContact } from './connection.ts'
import { connectionDate, dateOrder } from './connection-date.ts'
import { findHeader, type Header } from './linkedin-header.ts'
import { type CsvRecord, longestRecord, readRecords } from './records.ts'

const noRows = 'there is no row below the header; export it again if there should be people in it'
const cut = 'the file ends in the middle of this row; export it again if the list looks short'
const openQuote = 'a quotation mark in this row is opened and never closed; the row is not taken, the rest is'
const leftover = 'this looks like the rest of the broken row above it'
const tooLong = 'this row has more cells than the header; put cells with commas in quotation marks'

/**
 * The people of LinkedIn's Connections.csv, as its exports are since 2010: a note before the header or none, columns
 * in any order, separated by comma, semicolon or tab (RFC 4180 for the rest). Rows that are no people, or cannot be
 * taken whole, are told in `problems` with the line they stand on.
 *
 * Throws `DAMAGED_FILE` where no header is found. Linear in the length of the text.
 */
export function readLinkedIn(text: string): ContactFile {
  const lines = splitLines(text)
  const header = findHeader(lines)
  if (!header) {
    throw new FormatError(
      'DAMAGED_FILE',
      'No line of this file names the columns of a Connections.csv ("First Name", "Last Name", "Connected On"). Export it again from LinkedIn, and import it as it is.',
    )
  }
  const records = [...readRecords(lines, header.index + 1, header.delimiter, header.width)]
  if (records.length === 0) {
    const problems = [problem(header.index + 1, noRows, lines[header.index]!)]
    return { format: 'linkedin', contacts: [], problems }
  }
  const end = cutAt(records, header)
  const whole = records.slice(0, end)
  const order = dateOrder(datesOf(whole, header))
  const contacts: Contact[] = []
  const problems: Problem[] = []
  for (const [index, record] of whole.entries()) {
    const refusal = whyRefused(whole, index, header.width)
    const { contact, reasons } = refusal
      ? { reasons: [refusal] }
      : toContact(record.line, connectionOf(record.cells!, header), order)
    if (contact) contacts.push(contact)
    for (const reason of reasons) problems.push(problem(record.line, reason, record.text))
  }
  const [first, ...rest] = records.slice(end)
  if (first) problems.push(problem(first.line, cut, [first, ...rest].map((record) => record.text).join('\n')))
  return { format: 'linkedin', contacts, problems }
}

/**
 * The index of the row in whose middle the file ends, or the number of rows. A whole file ends in a line break, or
 * at least with a row that has all its cells; an open quotation mark is the cut when no whole row comes after it.
 */
function cutAt(records: CsvRecord[], { width, columns }: Header): number {
  const end = records.length
  let start = end
  while (start > 0 && end - start < longestRecord && !isWhole(records[start - 1]!, width)) start--
  const open = records.findIndex((record, index) => index >= start && !record.cells)
  if (open !== -1) return open
  const last = records.at(-1)
  if (!last?.last) return end
  const dateIsLast = columns.get('connectedOn') === width - 1
  const date = last.cells![width - 1]?.trim() ?? ''
  const readable = connectionDate(date, 'month first') ?? connectionDate(date, 'day first')
  return !isWhole(last, width) || (dateIsLast && !readable) ? end - 1 : end
}

/** Why a row cannot be read by its columns, if it cannot. */
function whyRefused(records: CsvRecord[], index: number, width: number): string | undefined {
  const record = records[index]!
  if (!record.cells) return openQuote
  if (!isWhole(record, width) && followsBroken(records, index, width)) return leftover
  if (record.cells.length > width && record.cells.slice(width).some((extra) => extra.trim() !== ''))
    return tooLong
  return undefined
}

/** Whether a short row comes after a broken one, with nothing but short ones between. */
function followsBroken(records: CsvRecord[], index: number, width: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - longestRecord); above--) {
    if (!records[above]!.cells) return true
    if (isWhole(records[above]!, width)) return false
  }
  return false
}

function isWhole(record: CsvRecord, width: number): boolean {
  return record.cells !== undefined && record.cells.length >= width
}

function* datesOf(records: CsvRecord[], { columns }: Header): Generator<string> {
  const index = columns.get('connectedOn')
  if (index === undefined) return
  for (const record of records) yield record.cells?.[index]?.trim() ?? ''
}

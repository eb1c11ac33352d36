import { cleanLine } from '../clean-text.ts'
import type { Contact, ContactFile, Problem } from '../contact.ts'
import { FormatError } from '../format-error.ts'
import { problem } from '../problem.ts'
import { splitLines } from '../split-lines.ts'
import { connectionDate, type DateOrder, dateOrder } from './connection-date.ts'
import { type Column, findHeader, type Header } from './linkedin-header.ts'
import { type Record, readRecords } from './records.ts'

const noName = 'no name: LinkedIn keeps only the date of a member who left'
const nobody = 'no name and no e-mail address: nothing tells who this is'
const cut = 'the file ends in the middle of this row; export it again if the list looks short'
const openQuote = 'a quotation mark in this row is opened and never closed; the row is not taken, the rest is'
const tooLong = 'this row has more cells than the header; put cells with commas in quotation marks'
const leftover = 'this looks like the rest of the broken row above it'

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
  const end = cutAt(records, header)
  const order = dateOrder(records.map((record) => cell(record, header, 'connectedOn') ?? ''))
  const contacts: Contact[] = []
  const problems: Problem[] = []
  let broken = false
  for (const record of records.slice(0, end)) {
    const cells = record.cells?.length ?? 0
    if (cells >= header.width) broken = false
    const reason = !record.cells ? openQuote : broken ? leftover : refusal(record, header)
    if (!record.cells) broken = true
    if (reason) problems.push(problem(record.line, reason, record.text))
    else if (!isBlank(record)) contacts.push(connection(record, header, order, problems))
  }
  if (end < records.length) {
    const rest = records.slice(end)
    problems.push(problem(rest[0]!.line, cut, rest.map((record) => record.text).join('\n')))
  }
  return { format: 'linkedin', contacts, problems }
}

/** Why a row is no person, if it is none. */
function refusal(record: Record, header: Header): string | undefined {
  if (record.cells!.slice(header.width).some((extra) => extra.trim() !== '')) return tooLong
  if (isBlank(record)) return undefined
  const named = (['firstName', 'lastName', 'email'] as const).some((column) => cell(record, header, column))
  if (named) return undefined
  const onlyDate = record.cells!.every((text, index) => !text.trim() || index === header.columns.get('connectedOn'))
  return onlyDate ? noName : nobody
}

function connection(record: Record, header: Header, order: DateOrder, problems: Problem[]): Contact {
  const givenName = cell(record, header, 'firstName')
  const lastName = cell(record, header, 'lastName')
  const email = cell(record, header, 'email')
  const url = cell(record, header, 'url')
  const organization = cell(record, header, 'company')
  const role = cell(record, header, 'position')
  const date = cell(record, header, 'connectedOn')
  const connectedOn = date && connectionDate(date, order)
  const isAddress = email?.includes('@')
  // Members write their titles into their surname, "Hale, PhD": they belong to the name, not to the family.
  const familyName = cleanLine(lastName?.split(',', 1)[0])
  if (email && !isAddress) {
    problems.push(problem(record.line, `"${email}" is no e-mail address; the person is taken without it`, record.text))
  }
  if (date && !connectedOn) {
    problems.push(problem(record.line, `"${date}" is no date; the person is taken without it`, record.text))
  }
  return {
    line: record.line,
    name: [givenName, lastName].filter(Boolean).join(' ') || email!,
    ...(givenName && { givenName }),
    ...(familyName && { familyName }),
    ...(organization && { organization }),
    ...(role && { role }),
    emails: email && isAddress ? [email] : [],
    phones: [],
    urls: url ? [url] : [],
    tags: [],
    ...(connectedOn && { connectedOn }),
  }
}

/**
 * The index of the row in whose middle the file ends, or the number of rows. A whole file ends in a line break, or
 * at least with a row that has all its cells; an open quotation mark is the cut when no whole row comes after it.
 */
function cutAt(records: Record[], header: Header): number {
  const end = records.length
  let start = end
  while (start > 0 && (records[start - 1]!.cells?.length ?? 0) < header.width) start--
  const open = records.findIndex((record, index) => index >= start && !record.cells)
  if (open !== -1) return open
  const last = records.at(-1)
  if (!last?.last) return end
  if (last.cells!.length < header.width) return end - 1
  const dateIsLast = header.columns.get('connectedOn') === header.width - 1
  const date = cell(last, header, 'connectedOn')
  return dateIsLast && !(date && connectionDate(date, 'day first')) && !(date && connectionDate(date, 'month first'))
    ? end - 1
    : end
}

function cell(record: Record, header: Header, column: Column): string | undefined {
  const index = header.columns.get(column)
  return index === undefined ? undefined : cleanLine(record.cells?.[index])
}

function isBlank(record: Record): boolean {
  return record.cells!.every((text) => text.trim() === '')
}

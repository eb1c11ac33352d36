import type { ColumnMapping, Contact, ContactFile, Problem } from '../contact.ts'
import { FormatError } from '../format-error.ts'
import { problem } from '../problem.ts'
import type { Reading } from '../reading.ts'
import { splitLines } from '../split-lines.ts'
import { cut, cutAt, cutAtRagged, isRagged, whyRefused } from './broken-rows.ts'
import { dateOf } from './column-date.ts'
import { type Column, type ColumnChoice, proposeColumns, sampleSize, usualOrder } from './columns.ts'
import { findTable, kindOf, sampleRows, type Table, type TableKind } from './find-table.ts'
import { type CsvRecord, readRecords } from './records.ts'
import { type RowReader, rowContact } from './row-contact.ts'
import { type DateOrder, dateOrder } from './table-date.ts'
import type { TableField } from './table-field.ts'

const noRows = 'there is no row below the header; export it again if there should be people in it'
const memberLeft = 'no name: LinkedIn keeps only the date of a member who left'
const onlyDate = 'no name: the row is only a date'

/** How many rows are read before others get a turn. */
const slice = 500

/** What is known of a table before it is read. */
export interface TableOptions {
  /** The kind that the caller names; without it, the columns tell. */
  kind?: TableKind
  /** Which column of a table with this header holds what, by the user's word. */
  choices?: ((signature: string) => readonly ColumnChoice[]) | undefined
}

/**
 * The people of a table (CSV, RFC 4180): LinkedIn's Connections.csv since 2010, address books of Google, Outlook, Yahoo
 * and Thunderbird in their languages, or any other with columns that tell who somebody is. A note before the header or
 * none, columns in any order, separated by comma, semicolon, tab or bar. Rows that are no people, or cannot be taken
 * whole, are told in `problems` with the line they stand on; cells without a place of their own are kept in `unknown`.
 *
 * Throws `DAMAGED_FILE` where no header is found. Linear in the length of the text; pauses every so many rows.
 */
export function* readingTable(text: string, options: TableOptions = {}): Reading<ContactFile> {
  const lines = splitLines(text)
  yield
  const table = findTable(lines)
  if (!table) throw noHeader(options.kind)
  const sample = sampleRows(lines, table)
  const kind = options.kind ?? kindOf(table, sample)
  const signature = table.headers.join('\u001f')
  const columns = columnsOf(table, kind, sample, options.choices?.(signature))
  if (!columns.some(({ field }) => whoFields.has(field))) throw noHeader(options.kind, columns)
  const records: CsvRecord[] = []
  for (const record of readRecords(lines, table.start, table)) {
    if (records.push(record) % slice === 0) yield
  }
  const mapping = mappingOf(columns, records)
  const file = { format: kind, ...(kind !== 'linkedin' && { mapping }), signature }
  if (records.length === 0) {
    return { ...file, contacts: [], problems: [problem(table.index + 1, noRows, lines[table.index]!)] }
  }
  const end = kind === 'linkedin' ? cutAt(records, table, columns) : cutAtRagged(records, table)
  const whole = records.slice(0, end)
  const ragged = kind !== 'linkedin' && isRagged(whole, table)
  const reader = rowReader(table, kind, columns, whole)
  const contacts: Contact[] = []
  const problems: Problem[] = []
  for (const [index, record] of whole.entries()) {
    if (index % slice === slice - 1) yield
    const refusal = whyRefused(whole, index, table, ragged)
    const { contact, reasons } = refusal
      ? { reasons: [refusal] }
      : rowContact(record.line, record.cells!, reader)
    if (contact) contacts.push(contact)
    for (const reason of reasons) problems.push(problem(record.line, reason, record.text))
  }
  const [first, ...rest] = records.slice(end)
  if (first) problems.push(problem(first.line, cut, [first, ...rest].map((record) => record.text).join('\n')))
  return { ...file, contacts, problems }
}

const whoFields = new Set<TableField>(['name', 'givenName', 'familyName', 'nickname', 'alias', 'email'])

/** A Connections.csv in a language that is not known here has its columns in the usual order. */
function columnsOf(
  table: Table,
  kind: TableKind,
  sample: readonly (readonly string[])[],
  choices: readonly ColumnChoice[] = [],
): Column[] {
  const columns = proposeColumns(table.headers, sample, choices)
  const named = columns.some(
    ({ field }) => field === 'givenName' || field === 'familyName' || field === 'name',
  )
  if (kind !== 'linkedin' || named || table.headers.length !== linkedInOrder.length) return columns
  return columns.map((column, index) =>
    column.by === 'choice' ? column : { ...column, field: linkedInOrder[index]!, by: 'values' },
  )
}

const linkedInOrder = [
  'givenName',
  'familyName',
  'url',
  'email',
  'organization',
  'role',
  'connectedOn',
] as const

function rowReader(
  table: Table,
  kind: TableKind,
  columns: readonly Column[],
  records: readonly CsvRecord[],
): RowReader {
  const orders = new Map<Column, DateOrder>()
  const dates = new Map<string, string | undefined>()
  for (const column of columns) {
    if (column.field !== 'birthday' && column.field !== 'connectedOn') continue
    orders.set(column, dateOrder(cellsOf(records, column.index), usualOrder(table.headers)))
  }
  return {
    columns: columns.filter(({ field }) => field !== 'skip'),
    noName: kind === 'linkedin' ? memberLeft : onlyDate,
    familyFirst: isFamilyFirst(columns, records),
    dateOf: (text, column) => {
      const order = orders.get(column)!
      const key = `${order}${column.field}${text}`
      if (!dates.has(key)) dates.set(key, dateOf(text, column.field, order))
      return dates.get(key)
    },
  }
}

function isFamilyFirst(columns: readonly Column[], records: readonly CsvRecord[]): boolean {
  const name = columns.find(({ field }) => field === 'name')
  if (!name) return false
  const names = [...cellsOf(records.slice(0, sampleSize), name.index)].filter((cell) => cell !== '')
  const turned = names.filter((cell) => familyComma.test(cell) && !title.test(cell))
  return turned.length > 0 && turned.length >= names.length * 0.6
}

const familyComma = /^[\p{L}\p{M}'’. -]+, ?[\p{L}\p{M}'’. -]+$/u

/** "Mira Holm, PhD" is no family name Mira Holm. */
const title = /, ?(?:ph\.?d|m\.?d|mba|m\.?sc?|b\.?sc?|jr|sr|ii+|esq|cpa|rn|dds|dr|prof)\.?$/i

function* cellsOf(records: readonly CsvRecord[], index: number): Generator<string> {
  for (const record of records) yield record.cells?.[index]?.trim() ?? ''
}

/** What each column that says anything is read as, with an example. */
function mappingOf(columns: readonly Column[], records: readonly CsvRecord[]): ColumnMapping[] {
  return columns.flatMap(({ index, header, field, by }) => {
    const found = records.find(({ cells }) => cells?.[index]?.trim())?.cells?.[index]
    const example = found?.trim().replace(/\s+/g, ' ').slice(0, 60).toWellFormed()
    if (example === undefined && by !== 'choice') return []
    return [{ column: header, field, by, ...(example && { example }) }]
  })
}

function noHeader(kind: TableKind | undefined, columns: readonly Column[] = []): FormatError {
  if (kind === 'linkedin') {
    return new FormatError(
      'DAMAGED_FILE',
      'No line of this file names the columns of a Connections.csv ("First Name", "Last Name", "Connected On"). Export it again from LinkedIn, and import it as it is.',
    )
  }
  const named = columns.map(({ header }) => `"${header}"`).join(', ')
  return new FormatError(
    'DAMAGED_FILE',
    named
      ? `No column of this table tells who the people are; it has ${named}. Say which one does: --map "Column=name".`
      : 'No line of this file names columns such as "Name" and "Email". Put a line with the names of the columns on top, and import it again.',
  )
}

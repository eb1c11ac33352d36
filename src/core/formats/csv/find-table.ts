import { fold } from '../../kernel/fold.ts'
import { FormatError } from '../format-error.ts'
import { type Column, proposeColumns, sampleSize } from './columns.ts'
import { fieldOfHeader } from './header-words.ts'
import { readCells, readRecords } from './records.ts'

/** Where the table of a text stands. */
export interface Table {
  /** Index of the header among the file's lines, and of the first row. */
  index: number
  start: number
  delimiter: string
  /** The cells of the header, those without a text too. */
  headers: string[]
  /** How many cells a whole row has: up to the last header with a text. */
  width: number
}

/** Which program's table it is. */
export type TableKind = 'linkedin' | 'google' | 'outlook' | 'csv'

/** The note before a header is a few lines; a file without a header in its first lines is another file. */
const longestNote = 200
/** A header is far shorter: what is longer is no table that a person made. */
const longestHeader = 100_000
const mostColumns = 1_000

const delimiters = [',', ';', '\t', '|']

/** A column that is there only in tables of people. */
const tellsOfPeople = new Set(['name', 'givenName', 'familyName', 'email'])

/**
 * The table of a text: its header is the first line that names at least two things of a person (one of them who it is),
 * below whatever note stands before it. A line `sep=;` names the delimiter, as Excel understands it. Where no header is
 * known, the first line is one when the values below look like addresses of people.
 */
export function findTable(lines: readonly string[]): Table | undefined {
  const told = separatorLine(lines[0] ?? '')
  const tried = told ? [told] : delimiters
  let best: { table: Table; score: number } | undefined
  const end = Math.min(lines.length, longestNote)
  for (let index = told ? 1 : 0; index < end; index++) {
    const line = lines[index]!
    if (line.trim() === '') continue
    if (line.length > longestHeader) {
      if (best) break
      return refuseWide(index)
    }
    for (const delimiter of tried) {
      const cells = line.includes(delimiter) ? headerCells(line, delimiter) : undefined
      if (!cells) continue
      const score = headerScore(cells)
      if (score > (best?.score ?? 1)) best = { table: tableAt(index, delimiter, cells), score }
    }
    // A header is followed by rows: what names three things of a person is one.
    if (best && (best.score >= 3 || index > best.table.index + 5)) break
  }
  const table = best?.table ?? unnamedTable(lines, tried, told ? 1 : 0)
  if (table && table.headers.length > mostColumns) return refuseWide(table.index)
  return table
}

/** What the rows of a table begin with: enough to see what its columns hold. */
export function sampleRows(lines: readonly string[], table: Table): string[][] {
  const rows: string[][] = []
  for (const { cells } of readRecords(lines, table.start, table)) {
    if (cells) rows.push(cells)
    if (rows.length >= sampleSize) break
  }
  return rows
}

/** Which program wrote a table with these columns. */
export function kindOf(table: Table, sample: readonly (readonly string[])[]): TableKind {
  const headers = table.headers.map((header) => header.trim())
  const fields = new Set(headers.map(fieldOfHeader))
  if (fields.has('uid')) return 'csv'
  const has = (pattern: RegExp) => headers.some((header) => pattern.test(header))
  if (has(/^(?:e-?mail|phone|.+) 1 - \S/i) || (has(/^Organization Title$/i) && has(/^Labels$/i)))
    return 'google'
  const folded = new Set(headers.map(fold))
  const isNamed = fields.has('familyName') || fields.has('givenName')
  const isOutlook = outlookOnly.some((header) => folded.has(header))
  if (isNamed && fields.has('connectedOn') && !isOutlook) return 'linkedin'
  const known = headers.filter((header) => header !== '').length
  const own = ['givenName', 'familyName', 'url', 'email', 'organization', 'role', 'name', 'tags']
  const isPlain = headers.every((header) => header === '' || own.includes(fieldOfHeader(header)))
  if (fields.has('givenName') && fields.has('role') && isPlain && known <= 8) return 'linkedin'
  if (table.headers.length >= 3 && isLinkedInByValues(sample)) return 'linkedin'
  return isOutlook && isNamed ? 'outlook' : 'csv'
}

/** Profiles in one column and a day in the last: a Connections.csv in a language that is not known here. */
function isLinkedInByValues(sample: readonly (readonly string[])[]): boolean {
  if (sample.length === 0) return false
  const fits = sample.filter(
    (cells) => cells.length === 7 && /linkedin\.com\/in\//i.test(cells[2] ?? '') && /\d/.test(cells[6] ?? ''),
  )
  return fits.length >= sample.length * 0.8
}

/** Columns that only Outlook has: on the desktop in English, German and French, and on the web. */
const outlookOnly = [
  ...[
    'E-mail Display Name',
    'Business Fax',
    'Business Phone',
    'Company Main Phone',
    'Home Phone 2',
    'Sensitivity',
  ],
  ...[
    'TTY/TDD Phone',
    'Organizational ID Number',
    'Angezeigter Name',
    'E-Mail: Angezeigter Name',
    'Telefon Firma',
  ],
  ...[
    'Telefon geschäftlich',
    'Weitere Vornamen',
    'Vertraulichkeit',
    'Reisekilometer',
    'Adresse de messagerie',
  ],
  ...['Téléphone (bureau)', 'Tél. mobile', 'Critère de diffusion', 'Nom complet de l’adresse de messagerie'],
  ...['Primary Phone', 'Teléfono del trabajo', 'Telefono (uff.)', 'Ufficio (telefono)', 'Telefoon (werk)'],
].map(fold)

/** `sep=;`, perhaps in quotation marks. */
function separatorLine(line: string): string | undefined {
  return /^\uFEFF?"?sep=(.)"?[,;\t]*$/i.exec(line)?.[1]
}

function headerCells(line: string, delimiter: string): string[] | undefined {
  const read = readCells(line, delimiter)
  return read && !(read.faulty && read.cells.length < 2) ? read.cells : undefined
}

/** How many different things of a person a line names, if it can be a header. */
function headerScore(cells: readonly string[]): number {
  if (cells.some((cell) => cell.includes('@') || cell.length > 200)) return 0
  const fields = new Set(cells.map(fieldOfHeader))
  if (![...fields].some((field) => tellsOfPeople.has(field))) return 0
  fields.delete('other')
  fields.delete('label')
  return fields.size
}

function tableAt(index: number, delimiter: string, cells: string[]): Table {
  const headers = cells.map((cell) => cell.replace('\uFEFF', '').trim().replace(/\s+/g, ' '))
  const width = headers.findLastIndex((header) => header !== '') + 1
  return { index, start: index + 1, delimiter, headers, width }
}

/** A table whose header says nothing that is known, or that has none: recognised by addresses in its columns. */
function unnamedTable(lines: readonly string[], tried: readonly string[], from: number): Table | undefined {
  const index = lines.findIndex((line, at) => at >= from && line.trim() !== '')
  if (index === -1 || index > longestNote || lines[index]!.length > longestHeader) return undefined
  for (const delimiter of tried) {
    const first = readCells(lines[index]!, delimiter)
    if (!first || first.cells.length < 2) continue
    const header = tableAt(index, delimiter, first.cells)
    const isRow = first.cells.some((cell) => /@|^https?:/.test(cell))
    const table = isRow
      ? { ...header, headers: first.cells.map(() => ''), width: first.cells.length, start: index }
      : header
    const rows = sampleRows(lines, table)
    const columns = rows.length > 0 ? proposeColumns(table.headers, rows) : []
    if (isTableOfPeople(columns)) return table
  }
  // One column of addresses, or of names.
  const field = fieldOfHeader(lines[index]!)
  return tellsOfPeople.has(field) ? tableAt(index, tried[0]!, [lines[index]!]) : undefined
}

const isTableOfPeople = (columns: readonly Column[]): boolean =>
  columns.some(({ field }) => tellsOfPeople.has(field)) &&
  columns.some(({ field, by }) => by === 'values' || field === 'email')

function refuseWide(index: number): never {
  throw new FormatError(
    'DAMAGED_FILE',
    `Line ${index + 1} of this file is far longer than the header of a table of people. Export it again with the columns you need, at most ${mostColumns}.`,
  )
}

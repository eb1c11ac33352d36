import Papa from 'papaparse'

/** A row of a CSV file, or what stands where one should be. */
export interface CsvRecord {
  /** 1-based physical line where it begins. */
  line: number
  /** The row as it stands in the file. */
  text: string
  /** Absent where a quotation mark is opened and never closed, or the row is far too long. */
  cells?: string[]
  /** Whether the file ends inside of this row. */
  last: boolean
}

/** A cell with line breaks spans some lines. A quotation mark that is still open after this many is a stray one. */
export const longestRecord = 1_000

/** A row longer than this was not made by an address book; it is told and passed over. */
export const longestText = 2_000_000

/** Where rows stand: what divides their cells, how many a whole one has, and how many it may have. */
export interface Shape {
  delimiter: string
  width: number
  headers: readonly string[]
}

/** How many lines are read in one go where each is a row of its own, as most are. */
const blockSize = 500

/**
 * The rows of a CSV file (RFC 4180) from the line at `from` on, with the lines they stand on. A quotation mark that is
 * never closed costs its own line and no more: reading goes on at the next. Blank lines are passed over. Linear in the
 * length of the text: a line is looked at once alone, and once as a part of a longer row.
 */
export function* readRecords(lines: readonly string[], from: number, shape: Shape): Generator<CsvRecord> {
  for (let index = from; index < lines.length; ) {
    const blockEnd = Math.min(index + blockSize, lines.length)
    const rows = plainRows(lines.slice(index, blockEnd), shape.delimiter)
    let next = 0
    while (index < blockEnd) {
      const row = rows?.[next++]
      const record = row ? { cells: row, text: lines[index]!, span: 1 } : recordAt(lines, index, shape)
      const after = index + (record?.span ?? 1)
      const text = record?.text ?? lines[index]!
      if (text.trim() !== '') {
        yield { line: index + 1, text, last: after >= lines.length, ...(record && { cells: record.cells }) }
      }
      index = after
    }
  }
}

/** The cells of lines that are a faultless row each; absent where one of them is not. */
function plainRows(lines: string[], delimiter: string): string[][] | undefined {
  if (lines.some((line) => line.length > longestText)) return undefined
  const { data, errors } = parse(lines.join('\n'), delimiter)
  return errors.length === 0 && data.length === lines.length ? data : undefined
}

/** The row that begins at a line, over as many lines as its quotation marks take; absent where there is none. */
function recordAt(lines: readonly string[], index: number, shape: Shape) {
  const first = lines[index]!
  if (first.length > longestText) return undefined
  const alone = readCells(first, shape.delimiter)
  if (alone && (!alone.faulty || fits(alone.cells, shape)))
    return { cells: alone.cells, text: first, span: 1 }
  let open = hasOpenQuote(first)
  let span = 1
  let length = first.length
  while (open && span < longestRecord && length < longestText && index + span < lines.length) {
    const line = lines[index + span]!
    if (hasOpenQuote(line)) open = false
    else if (swallows(line, shape)) return undefined
    length += line.length
    span++
  }
  if (length > longestText) return undefined
  const text = lines.slice(index, index + span).join('\n')
  const read = readCells(text, shape.delimiter)
  // Stray marks in two rows look like one cell of several lines: such a cell is believed only in a row that fits.
  return read && !read.faulty && fits(read.cells, shape) ? { cells: read.cells, text, span } : undefined
}

/** Whether a line within a cell is a row of its own, not prose with commas: then the mark before it is a stray one. */
function swallows(line: string, { delimiter, width }: Shape): boolean {
  return width > 3 && line.split(delimiter, width + 1).length === width && !line.includes(`${delimiter} `)
}

function fits(cells: string[], { width, headers }: Shape): boolean {
  const most = Math.max(width, headers.length)
  return cells.length >= width && cells.slice(most).every((extra) => extra.trim() === '')
}

/** Quotation marks come in pairs, doubled ones too: an odd number leaves a cell open. */
function hasOpenQuote(line: string): boolean {
  let open = false
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) open = !open
  return open
}

/** The cells of one row; absent where its quotation marks do not close. `faulty` where they are not as they should be. */
export function readCells(text: string, delimiter: string): { cells: string[]; faulty: boolean } | undefined {
  const { data, errors } = parse(text, delimiter)
  const cells = data[0]
  if (!cells || data.length !== 1 || errors.some((error) => error.code === 'MissingQuotes')) return undefined
  return { cells, faulty: errors.length > 0 }
}

function parse(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, false)
}

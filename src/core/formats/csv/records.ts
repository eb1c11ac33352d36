import Papa from 'papaparse'

/** A row of a CSV file, or what stands where one should be. */
export interface CsvRecord {
  /** 1-based physical line where it begins. */
  line: number
  /** The row as it stands in the file. */
  text: string
  /** Absent where a quotation mark is opened and never closed. */
  cells?: string[]
  /** Whether the file ends inside of this row. */
  last: boolean
}

/**
 * A cell with line breaks spans a few lines. A quotation mark that is still open after this many is a stray one, and
 * looking further would make a file full of them quadratic.
 */
export const longestRecord = 50

/** How many lines are read in one go where each is a row of its own, as most are. */
const blockSize = 500

/**
 * The rows of a CSV file (RFC 4180) from the line at `from` on, with the lines they stand on. A quotation mark that is
 * never closed costs its own line and no more: reading goes on at the next. Blank lines are passed over.
 */
export function* readRecords(
  lines: string[],
  from: number,
  delimiter: string,
  width: number,
): Generator<CsvRecord> {
  for (let index = from; index < lines.length; ) {
    const blockEnd = Math.min(index + blockSize, lines.length)
    const rows = plainRows(lines.slice(index, blockEnd), delimiter)
    while (index < blockEnd) {
      const row = rows?.shift()
      const record = row
        ? { cells: row, text: lines[index]!, span: 1 }
        : recordAt(lines, index, delimiter, width)
      const next = index + (record?.span ?? 1)
      const text = record?.text ?? lines[index]!
      if (text.trim() !== '') {
        yield { line: index + 1, text, last: next >= lines.length, ...(record && { cells: record.cells }) }
      }
      index = next
    }
  }
}

/** The cells of lines that are a faultless row each; absent where one of them is not. */
function plainRows(lines: string[], delimiter: string): string[][] | undefined {
  const { data, errors } = parse(lines.join('\n'), delimiter)
  return errors.length === 0 && data.length === lines.length ? data : undefined
}

/** The row that begins at a line, over as many lines as its quotation marks take; absent where there is none. */
function recordAt(lines: string[], index: number, delimiter: string, width: number) {
  const first = lines[index]!
  const alone = readCells(first, delimiter)
  if (alone && (!alone.faulty || fits(alone.cells, width)))
    return { cells: alone.cells, text: first, span: 1 }
  let open = hasOpenQuote(first)
  let span = 1
  while (open && span < longestRecord && index + span < lines.length) {
    if (hasOpenQuote(lines[index + span]!)) open = false
    span++
  }
  const text = lines.slice(index, index + span).join('\n')
  const read = readCells(text, delimiter)
  // Stray marks in two rows look like one cell of several lines: such a cell is believed only in a row that fits.
  return read && !read.faulty && fits(read.cells, width) ? { cells: read.cells, text, span } : undefined
}

function fits(cells: string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((extra) => extra.trim() === '')
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

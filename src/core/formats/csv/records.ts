import Papa from 'papaparse'

/** A row of a CSV file, or what stands where one should be. */
export interface Record {
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
const longestRecord = 50

/**
 * The rows of a CSV file (RFC 4180) from the line at `from` on, with the lines they stand on. A quotation mark that is
 * never closed costs its own line and no more: reading goes on at the next. Blank lines are passed over.
 */
export function* readRecords(
  lines: string[],
  from: number,
  delimiter: string,
  width: number,
): Generator<Record> {
  for (let index = from; index < lines.length; ) {
    const record = recordAt(lines, index, delimiter, width)
    const next = index + (record?.span ?? 1)
    const text = record?.text ?? lines[index]!
    if (record || text.trim() !== '') {
      yield { line: index + 1, text, last: next >= lines.length, ...(record && { cells: record.cells }) }
    }
    index = next
  }
}

/** The row that begins at a line, over as many lines as its quotation marks take; absent where there is none. */
function recordAt(lines: string[], index: number, delimiter: string, width: number) {
  const first = lines[index]!
  if (first.trim() === '') return undefined
  if (!first.includes('"')) return { cells: first.split(delimiter), text: first, span: 1 }
  let open = hasOpenQuote(first)
  let span = 1
  while (open && span < longestRecord && index + span < lines.length) {
    if (hasOpenQuote(lines[index + span]!)) open = false
    span++
  }
  const text = span === 1 ? first : lines.slice(index, index + span).join('\n')
  const read = readCells(text, delimiter)
  if (!read) return undefined
  // Stray marks in two rows look like one cell of several lines: such a cell is believed only in a row that fits.
  if (span > 1 && (read.faulty || read.cells.length !== width)) return undefined
  if (read.faulty && read.cells.length !== width) return undefined
  return { cells: read.cells, text, span }
}

/** Quotation marks come in pairs, doubled ones too: an odd number leaves a cell open. */
function hasOpenQuote(line: string): boolean {
  let open = false
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) open = !open
  return open
}

/** The cells of one row; absent where its quotation marks do not close. `faulty` where they are not as they should be. */
export function readCells(
  text: string,
  delimiter: string,
): { cells: string[]; faulty: boolean } | undefined {
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const result: Papa.ParseResult<string[]> = parser.parse(text, 0, false)
  const cells = result.data[0]
  if (!cells || result.data.length !== 1) return undefined
  if (result.errors.some((error) => error.code === 'MissingQuotes')) return undefined
  return { cells, faulty: result.errors.length > 0 }
}

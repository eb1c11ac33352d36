type Cell = string | number | null | undefined

/**
 * A CSV file (RFC 4180): CRLF line ends, quotation marks only where they are needed. Texts that a spreadsheet would
 * run as a formula get an apostrophe before them (OWASP, "CSV Injection"); negative numbers, phone numbers and lists
 * of them are none and stay as they are.
 */
export function writeCsv(header: string[], rows: Cell[][]): string {
  return [header, ...rows].map((row) => `${writeRow(row)}\r\n`).join('')
}

function writeRow(row: Cell[]): string {
  const cells = row.map((cell) => quoted(typeof cell === 'string' ? harmless(cell) : `${cell ?? ''}`))
  // A row of one empty cell would be a blank line, which readers pass over.
  return cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')
}

function harmless(text: string): string {
  if (!/^[=+\-@\t\r\n＝＋－＠]/.test(text)) return text
  if (/^-\d+(?:[.,]\d+)?$/.test(text) || /^\+\d[\d ]*(?: (?::::|;) \+?[\d ]+)*$/.test(text)) return text
  return `'${text}`
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

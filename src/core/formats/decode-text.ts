import { FormatError } from './format-error.ts'

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252. A file that is
 * UTF-8 but for some lines (cards of several products in one file, a character cut at the end) keeps its UTF-8 lines.
 *
 * Throws `EMPTY_FILE` for a file without any text and `BINARY_FILE` for one that is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text.trim() === '') {
    throw new FormatError(
      'EMPTY_FILE',
      'This file is empty. Export it again, and check that the download was finished.',
    )
  }
  return text
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  refuseBinary(bytes)
  return decodeUtf8(bytes) ?? decodeLines(bytes)
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/** The text of bytes that are UTF-8 throughout; absent where they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Each line as UTF-8, or as Windows-1252 where it is not: one bad byte must not garble thirty thousand names. */
export function decodeLines(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let start = 0; start < bytes.length; ) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1
    const line = bytes.subarray(start, end)
    lines.push(decodeUtf8(line) ?? windows1252.decode(line))
    start = end
  }
  return lines.join('')
}

/** How files that are no text begin, and what to tell who chose one. */
const signatures: { start: string; sentence: string }[] = [
  {
    start: 'PK\x03\x04',
    sentence: 'This is a ZIP archive. Unpack it and import the Connections.csv inside.',
  },
  { start: 'PK\x05\x06', sentence: 'This is an empty ZIP archive. Ask for the export again.' },
  { start: '\x1f\x8b', sentence: 'This is a gzip archive. Unpack it and import the file inside.' },
  { start: '7z\xbc\xaf\x27\x1c', sentence: 'This is a 7-Zip archive. Unpack it and import the file inside.' },
  { start: 'Rar!\x1a\x07', sentence: 'This is a RAR archive. Unpack it and import the file inside.' },
  {
    start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    sentence: 'This is an old Office file. Open it, save it as CSV, and import that file.',
  },
  { start: '%PDF-', sentence: 'This is a PDF document. Import the CSV or vCard file it was made from.' },
  { start: '\x89PNG', sentence: 'This is a PNG picture. Choose a CSV or vCard file instead.' },
  { start: '\xff\xd8\xff', sentence: 'This is a JPEG picture. Choose a CSV or vCard file instead.' },
  { start: 'GIF8', sentence: 'This is a GIF picture. Choose a CSV or vCard file instead.' },
  {
    start: 'SQLite format 3\0',
    sentence:
      'This is an SQLite database. To bring back a backup of Acquaint, use "restore" instead of "import".',
  },
]

const workbook = 'This is an Excel workbook (XLSX). Open it, save it as CSV, and import that file.'
const noText = 'This file is not a text file. Choose a CSV or vCard file instead.'

function refuseBinary(bytes: Uint8Array): void {
  const start = latin1(bytes.subarray(0, 4096))
  const known = signatures.find((signature) => start.startsWith(signature.start))
  if (known) throw new FormatError('BINARY_FILE', isWorkbook(start) ? workbook : known.sentence)
  if (bytes.includes(0)) throw new FormatError('BINARY_FILE', noText)
}

/** A workbook is a ZIP archive whose first entries have these names (ECMA-376, part 2). */
function isWorkbook(start: string): boolean {
  return start.startsWith('PK') && (start.includes('[Content_Types].xml') || start.includes('xl/'))
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

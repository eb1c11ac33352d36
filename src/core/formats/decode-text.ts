import { FormatError } from './format-error.ts'
import { legacyEncoding } from './legacy-encoding.ts'

/**
 * The text of a file, in the encoding that its bytes prove: that of its byte order mark; UTF-16 where every second byte
 * is a zero; UTF-8; else the older one of `legacyEncoding`, for the lines that are no UTF-8. A file that is UTF-8 but
 * for some lines (cards of several products in one file, a character cut at the end) keeps its UTF-8 lines.
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
  const marked = markedUtf16(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  refuseKnownBinary(bytes)
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  if (isBinary(bytes)) throw new FormatError('BINARY_FILE', noText)
  return decodeUtf8(bytes) ?? decodeLines(bytes)
}

function markedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** The headers of a table and the properties of a card are ASCII: in UTF-16 each of their letters has a zero byte beside it. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 65_536)
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at % 2]! += 1
  const [even, odd] = zeros
  const enough = Math.max(4, start.length / 16)
  if (odd >= enough && even * 10 <= odd) return 'utf-16le'
  if (even >= enough && odd * 10 <= even) return 'utf-16be'
  return undefined
}

/** A text may have a few NUL bytes, which are dropped where it is read; a file with many is none. */
function isBinary(bytes: Uint8Array): boolean {
  let zeros = 0
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) zeros++
  return zeros * 50 > bytes.length
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of bytes that are UTF-8 throughout; absent where they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Each line as UTF-8, or in the older encoding where it is not: one bad byte must not garble thirty thousand names. */
export function decodeLines(bytes: Uint8Array): string {
  const lines: (string | Uint8Array)[] = []
  const others: number[] = []
  for (let start = 0; start < bytes.length; ) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1
    const line = bytes.subarray(start, end)
    const text = decodeUtf8(line)
    if (text === undefined) others.push(lines.length)
    lines.push(text ?? line)
    start = end
  }
  const rest = joined(others.map((index) => lines[index] as Uint8Array))
  const legacy = new TextDecoder(namesItsCharset(rest) ? 'windows-1252' : legacyEncoding(rest))
  for (const index of others) lines[index] = legacy.decode(lines[index] as Uint8Array)
  return lines.join('')
}

/** A card that names the charset of a value decodes it itself, from what Windows-1252 makes of its bytes. */
const namesItsCharset = (bytes: Uint8Array): boolean =>
  /;CHARSET=/i.test(new TextDecoder('windows-1252').decode(bytes))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** How files that are no text begin, and what to tell who chose one. */
const signatures: { start: string; sentence: string }[] = [
  {
    start: 'PK\x03\x04',
    sentence:
      'This is a ZIP archive. There are no people in it that can be read here. Unpack it, and see what is inside.',
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

function refuseKnownBinary(bytes: Uint8Array): void {
  const start = latin1(bytes.subarray(0, 4096))
  const known = signatures.find((signature) => start.startsWith(signature.start))
  if (known) throw new FormatError('BINARY_FILE', isWorkbook(start) ? workbook : known.sentence)
}

/** A workbook is a ZIP archive whose first entries have these names (ECMA-376, part 2). */
function isWorkbook(start: string): boolean {
  return start.startsWith('PK') && (start.includes('[Content_Types].xml') || start.includes('xl/'))
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { FormatError } from './format-error.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

function refusal(file: Uint8Array): FormatError {
  try {
    decodeText(file)
  } catch (error) {
    if (error instanceof FormatError) return error
  }
  throw new Error('the file was taken')
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8('Zoë Łukasz'))).toBe('Zoë Łukasz')
    expect(decodeText(utf8('\uFEFFZoë'))).toBe('Zoë')
  })

  it('reads UTF-16 of both byte orders', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x5a, 0x00, 0xeb, 0x00))).toBe('Zë')
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x5a, 0x00, 0xeb))).toBe('Zë')
  })

  it('takes what is not UTF-8 for Windows-1252', () => {
    expect(decodeText(bytes(0x5a, 0xeb, 0x80))).toBe('Zë€')
  })

  it('reads UTF-16 without a byte order mark, by its zero bytes', () => {
    const text = 'Name;Email\r\nŁukasz 山田;lukasz@example.org\r\n'
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    expect(decodeText(bytes(...units.flatMap((unit) => [unit & 0xff, unit >> 8])))).toBe(text)
    expect(decodeText(bytes(...units.flatMap((unit) => [unit >> 8, unit & 0xff])))).toBe(text)
  })

  it('takes for ISO-8859-15 what has its letters and none of Windows', () => {
    // Š, ž and œ beside letters, and the euro sign.
    expect(decodeText(bytes(0xa6, 0x69, 0xb8, 0x6b, 0x61))).toBe('Šižka')
    expect(decodeText(bytes(0x63, 0xbd, 0x75, 0x72, 0x20, 0xa4))).toBe('cœur €')
    // "O´Brien" with an accent for an apostrophe, and "½ day" stay as Windows wrote them.
    expect(decodeText(bytes(0x4f, 0xb4, 0x42, 0x72))).toBe('O´Br')
    expect(decodeText(bytes(0xbd, 0x20, 0x64, 0xe9))).toBe('½ dé')
    expect(decodeText(bytes(0x42, 0x6f, 0x62, 0x92, 0x73, 0x20, 0xbd, 0x61))).toBe('Bob’s ½a')
  })

  it('takes for Shift_JIS what is Japanese in it', () => {
    // 山田太郎, and the header 氏名 beside it.
    const yamada = [0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59]
    expect(decodeText(bytes(0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a, ...yamada, 0x0d, 0x0a))).toBe(
      '氏名\r\n山田太郎\r\n',
    )
    expect(decodeText(bytes(0x42, 0x6f, 0x62, 0x92, 0x73, 0x0a, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72))).toBe(
      'Bob’s\nMüller',
    )
  })

  it('takes a text with a few NUL bytes', () => {
    expect(decodeText(utf8(`${'Ada Okoye\n'.repeat(20)}A\0da`))).toMatch(/^Ada/)
  })

  it('keeps the UTF-8 lines of a file with one bad byte or a cut at its end', () => {
    expect(decodeText(Uint8Array.from([...utf8('Zoë\n'), 0xe9, 0x0a, ...utf8('Jörg')]))).toBe('Zoë\né\nJörg')
    expect(decodeText(utf8('Zoë\nJos é').subarray(0, -1))).toMatch(/^Zoë\nJos /)
  })

  it('refuses an empty file and one of blanks', () => {
    expect(refusal(bytes()).code).toBe('EMPTY_FILE')
    expect(refusal(utf8('\uFEFF \r\n')).code).toBe('EMPTY_FILE')
    expect(refusal(bytes(0xff, 0xfe)).code).toBe('EMPTY_FILE')
  })

  it.each([
    ['PK\x03\x04....Connections.csv', /ZIP archive.*no people/],
    ['PK\x03\x04....[Content_Types].xml', /Excel workbook/],
    ['PK\x03\x04....xl/workbook.xml', /Excel workbook/],
    ['\x1f\x8b\x08', /gzip/],
    ['%PDF-1.7', /PDF/],
    ['\x89PNG\r\n', /PNG/],
    ['\xff\xd8\xff\xe0', /JPEG/],
    ['SQLite format 3\0', /restore/],
    ['some\0thing', /not a text file/],
  ])('names what a binary file is and what to do: %j', (start, sentence) => {
    expect(refusal(ascii(start))).toMatchObject({
      code: 'BINARY_FILE',
      message: expect.stringMatching(sentence),
    })
  })
})

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
    ['PK\x03\x04....Connections.csv', /ZIP archive.*Connections\.csv/],
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

import { decodeLines, decodeUtf8 } from '../decode-text.ts'
import { decoderOf, isUtf8 } from './charset.ts'

/**
 * A quoted-printable value of vCard 2.1 (RFC 2045, section 6.7), its soft line breaks already taken out. Without a
 * charset, or with one that is wrong or unknown, it is UTF-8 if it can be and Windows-1252 else. What is no escape
 * stays as it stands.
 */
export function decodeQuotedPrintable(value: string, charset: string | undefined): string {
  const decode = decoder(charset)
  let decoded = ''
  let bytes: number[] = []
  // ASCII goes to the bytes too: in Shift_JIS the second byte of a character may be a letter.
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    const escaped = code === 0x3d ? hexByte(value, index + 1) : undefined
    if (escaped !== undefined) {
      bytes.push(escaped)
      index += 2
    } else if (code < 0x80) bytes.push(code)
    else {
      if (bytes.length > 0) decoded += decode(Uint8Array.from(bytes))
      bytes = []
      decoded += value[index]
    }
  }
  return decoded + decode(Uint8Array.from(bytes))
}

function hexByte(value: string, index: number): number | undefined {
  const digits = value.slice(index, index + 2)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined
}

function decoder(charset: string | undefined): (bytes: Uint8Array) => string {
  const named = charset && !isUtf8(charset) ? decoderOf(charset) : undefined
  return (bytes) => (named ? named.decode(bytes) : (decodeUtf8(bytes) ?? decodeLines(bytes)))
}

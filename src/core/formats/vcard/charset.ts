const windows1252 = new TextDecoder('windows-1252')

/** The byte that a file read as Windows-1252 had where a character stands; all 256 of them have one. */
let bytesOf: Map<string, number> | undefined
const byteOf = (character: string): number | undefined => {
  bytesOf ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]),
  )
  return bytesOf.get(character)
}

/**
 * A value that a card says is in a charset of its own (`CHARSET=Shift_JIS`). A line that is not UTF-8 was read as
 * Windows-1252, from which its bytes follow; a value with any other character was read rightly already.
 */
export function decodeCharset(value: string, charset: string | undefined): string {
  if (!charset || isUtf8(charset)) return value
  const decoder = decoderOf(charset)
  if (!decoder) return value
  const bytes = new Uint8Array(value.length)
  for (let index = 0; index < value.length; index++) {
    const byte = byteOf(value[index]!)
    if (byte === undefined) return value
    bytes[index] = byte
  }
  return decoder.decode(bytes)
}

/** A decoder for a charset as cards name it; absent where the name is none that is known. */
export function decoderOf(charset: string): Pick<typeof windows1252, 'decode'> | undefined {
  try {
    return new TextDecoder(charset.trim())
  } catch {
    return undefined
  }
}

/** Whether a charset needs no decoding of its own. */
export const isUtf8 = (charset: string): boolean => /^(?:utf-?8|us-ascii)$/i.test(charset.trim())

/**
 * The text of a value without its escapes (RFC 6350, section 3.4): `\n` and `\N` are a line break, and a backslash
 * before a comma, semicolon, colon, quotation mark or backslash is dropped. Any other backslash stays.
 */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([nN,;:"\\])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  )
}

/** The parts of a structured or listed value, split where the separator is not escaped; the escapes stay. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  if (!value.includes('\\')) return value.split(separator)
  const parts: string[] = []
  let start = 0
  for (let index = 0; index < value.length; index++) {
    if (value[index] === '\\') index++
    else if (value[index] === separator) {
      parts.push(value.slice(start, index))
      start = index + 1
    }
  }
  parts.push(value.slice(start))
  return parts
}

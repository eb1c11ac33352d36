/** How many octets a line of a card or a calendar may have, its line break aside. */
const longestLine = 75

/**
 * A property on its physical lines, each ended by CRLF: folded after 75 octets, never within a character (RFC 6350,
 * section 3.2; RFC 5545, section 3.1). A line break within it would begin another property, and is left out.
 */
export function foldLine(property: string): string {
  const text = property.toWellFormed().replace(/(?!\t)[\p{Cc}\u2028\u2029]/gu, '')
  if (text.length <= longestLine && /^[\t -~]*$/.test(text)) return `${text}\r\n`
  const lines: string[] = []
  let start = 0
  let octets = 0
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index)!
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > longestLine) {
      lines.push(text.slice(start, index))
      start = index
      // The space that a folded line begins with counts.
      octets = 1
    }
    octets += size
    index += code < 0x10000 ? 1 : 2
  }
  lines.push(text.slice(start))
  return `${lines.join('\r\n ')}\r\n`
}

/** A text as a value (RFC 6350, section 3.4; RFC 5545, section 3.3.11): no line break of it is one of the file. */
export function escapeText(text: string): string {
  if (!/[\\;,\p{Cc}\u2028\u2029]/u.test(text)) return text
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
}

/** A text as a parameter's value: in quotation marks where it must be, with the escapes of RFC 6868. */
export function parameterText(text: string): string {
  const escaped = text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '^n')
  return /[,;:]/.test(escaped) ? `"${escaped}"` : escaped
}

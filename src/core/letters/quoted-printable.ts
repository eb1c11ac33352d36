const encoder = new TextEncoder()

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): number[] => [...encoder.encode(text)]

/** The longest line, its soft break included (RFC 2045, section 6.7). */
const longest = 76

/** A text in quoted-printable (RFC 2045, section 6.7): lines end in CRLF, and none is longer than 76 characters. */
export function quotedPrintable(text: string): string {
  return text.split('\n').map(encodedLine).join('\r\n')
}

function encodedLine(line: string): string {
  const units = [...line].flatMap((character) => unitsOf(character))
  const last = units.at(-1)
  // White space at the end of a line may be lost on the way.
  if (last === ' ' || last === '\t') units[units.length - 1] = escaped(last.charCodeAt(0))
  const lines = ['']
  for (const unit of units) {
    if (lines.at(-1)!.length + unit.length >= longest) lines.push('')
    lines[lines.length - 1] += unit
  }
  return lines.join('=\r\n')
}

/** What stands for a character: itself, or its bytes as one piece that is not broken. */
function unitsOf(character: string): string[] {
  if (/^[ -<>-~\t]$/.test(character)) return [character]
  return [bytesOf(character).map(escaped).join('')]
}

const escaped = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`

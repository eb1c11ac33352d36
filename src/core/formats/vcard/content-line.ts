import { decodeCharset } from './charset.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

/** A property of a card, taken apart (RFC 6350, section 3.3). */
export interface ContentLine {
  line: number
  /** The whole property as it stood, unfolded. */
  text: string
  /** What joins it to other properties, `item1`; as it stood. */
  group?: string
  /** In capitals, without the group before it. */
  name: string
  /** Parameters by name in capitals, each with its values; a bare one of vCard 2.1 (`TEL;CELL`) counts as a TYPE. */
  parameters: Map<string, string[]>
  /** The value with its escapes, decoded where it was quoted-printable or in a charset of its own. */
  value: string
}

/** A property from its unfolded line; absent where the line is none. Linear, whatever the line holds. */
export function parseContentLine(line: number, text: string): ContentLine | undefined {
  const colon = valueStart(text)
  if (colon === -1) return undefined
  const [path = '', ...rest] = splitOutsideQuotes(text.slice(0, colon), ';')
  const dot = path.lastIndexOf('.')
  const group = path.slice(0, Math.max(dot, 0)).trim()
  const name = path
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9_-]+$/.test(name)) return undefined
  const parameters = parseParameters(rest)
  const raw = text.slice(colon + 1)
  const charset = parameters.get('CHARSET')?.[0]
  const value = hasParameter({ parameters }, 'ENCODING', 'quoted-printable')
    ? decodeQuotedPrintable(raw, charset)
    : decodeCharset(raw, charset)
  return { line, text, ...(group && { group }), name, parameters, value }
}

/** Whether a parameter holds a value, which is compared without regard to capitals. */
export function hasParameter(
  { parameters }: Pick<ContentLine, 'parameters'>,
  name: string,
  value: string,
): boolean {
  return parameters.get(name)?.some((each) => each.toLowerCase() === value) ?? false
}

/** The first colon outside of quotation marks; the first of all where a quotation mark is never closed. */
function valueStart(text: string): number {
  const colon = text.indexOf(':')
  const quote = text.indexOf('"')
  if (quote === -1 || quote > colon) return colon
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') quoted = !quoted
    else if (character === ':' && !quoted) return index
  }
  return colon
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator)
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') quoted = !quoted
    else if (text[index] === separator && !quoted) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

const encodingNames = ['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT']

function parseParameters(parts: string[]): Map<string, string[]> {
  const parameters = new Map<string, string[]>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const bare = part.trim().toUpperCase()
    const bareName = encodingNames.includes(bare) ? 'ENCODING' : 'TYPE'
    const name = equals === -1 ? bareName : part.slice(0, equals).trim().toUpperCase()
    const values = parameters.get(name) ?? []
    const text = part.slice(equals + 1).trim()
    // TYPE="work,voice" holds two values (RFC 6350, section 5.6); in other parameters quotation marks hold one together.
    const listed = name === 'TYPE' ? text.replaceAll('"', '').split(',') : splitOutsideQuotes(text, ',')
    for (const value of listed) values.push(unescapeCarets(value.trim().replaceAll('"', '')))
    parameters.set(name, values)
  }
  return parameters
}

/** `^n`, `^'` and `^^` are a line break, a quotation mark and a caret (RFC 6868, section 3.2). */
function unescapeCarets(value: string): string {
  if (!value.includes('^')) return value
  return value.replace(/\^([n'^])/g, (_, character: string) =>
    character === 'n' ? '\n' : character === "'" ? '"' : '^',
  )
}

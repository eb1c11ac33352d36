import { isPropertyName, mayHoldLines } from './property-names.ts'

/** One property of a card on one line, with the 1-based physical line where it begins. */
export interface UnfoldedLine {
  line: number
  text: string
}

/**
 * Joins what was folded (RFC 6350, section 3.2; RFC 2425, section 5.8.1): a line that begins with a space or a tab
 * goes on from the one above. Cards fold in three more ways: 2.1 with a "=" at the end of quoted-printable text, and
 * with base64 that stands on lines of its own; and careless writers break the lines of a note as they stand. Other
 * blank lines end a property and are left out. A frame, which begins or ends a card, is never part of one. Calendars
 * fold as cards do (RFC 5545, section 3.1).
 */
export function* unfold(
  lines: Iterable<string>,
  isFrame = (line: string): boolean => frameOf(line) !== undefined,
): Generator<UnfoldedLine> {
  let current: Folded | undefined
  const closed = () => ({ line: current!.line, text: current!.parts.join('') })
  let number = 0
  for (const line of lines) {
    number++
    // A "=" at the very end of a cut or careless property must not take in the next card.
    if (current && hasSoftBreak(current) && !isFrame(line)) {
      current.parts[current.parts.length - 1] = current.parts.at(-1)!.slice(0, -1)
      current.parts.push(line)
    } else if (current && current.blanks === 0 && /^[ \t]/.test(line))
      current.parts.push(current.base64 ? line.trim() : line.slice(1))
    else if (current?.base64 && line !== '' && !line.includes(':')) current.parts.push(line)
    else if (current?.holdsLines && !isFrame(line) && !beginsProperty(line)) {
      if (line.trim() === '') current.blanks++
      else {
        current.parts.push('\\n'.repeat(current.blanks + 1), line)
        current.blanks = 0
      }
    } else {
      if (current) yield closed()
      current = line.trim() === '' ? undefined : begun(number, line)
    }
  }
  if (current) yield closed()
}

/** Whether a line begins or ends a card, or a list of them as SOGo and Outlook's synchronizer write it. */
export function frameOf(line: string): 'begin' | 'end' | undefined {
  const match = /^(BEGIN|END)[ \t]*:[ \t]*(?:VCARD|VLIST)\s*$/i.exec(line)
  if (!match) return undefined
  return match[1]!.toUpperCase() === 'BEGIN' ? 'begin' : 'end'
}

/** The parts are joined once, at the end: looking into a text that grows would make long properties quadratic. */
interface Folded {
  line: number
  parts: string[]
  quotedPrintable: boolean
  base64: boolean
  /** A line that is no property goes on with the text of this one. */
  holdsLines: boolean
  /** Blank lines since the last part, which count only when the text goes on. */
  blanks: number
}

function hasSoftBreak(folded: Folded): boolean {
  return folded.quotedPrintable && folded.parts.at(-1)!.endsWith('=')
}

function begun(line: number, text: string): Folded {
  const colon = text.indexOf(':')
  const head = text.slice(0, Math.max(colon, 0)).toUpperCase()
  return {
    line,
    parts: [text],
    quotedPrintable: head.includes('QUOTED-PRINTABLE'),
    base64: /;(?:ENCODING=)?(?:B|BASE64)(?:;|$)/.test(head),
    holdsLines: mayHoldLines(nameIn(head)),
    blanks: 0,
  }
}

/** A line at least so long may have been folded before its colon. */
const shortestFolded = 60

/** "See: the list" within a note is no property, though it looks like one. */
function beginsProperty(line: string): boolean {
  const colon = line.indexOf(':')
  const mayBeFolded = colon === -1 && line.length >= shortestFolded && line.includes(';')
  return (
    (colon > 0 || mayBeFolded) && isPropertyName(nameIn(line.slice(0, mayBeFolded ? line.length : colon)))
  )
}

/** The name before a property's parameters, without its group. */
function nameIn(head: string): string {
  const [path = ''] = head.split(';', 1)
  return path.slice(path.lastIndexOf('.') + 1).trim()
}

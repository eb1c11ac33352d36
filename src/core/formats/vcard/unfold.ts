/** One property of a card on one line, with the 1-based physical line where it begins. */
export interface UnfoldedLine {
  line: number
  text: string
}

/**
 * Joins what was folded (RFC 6350, section 3.2; RFC 2425, section 5.8.1): a line that begins with a space or a tab
 * goes on from the one above. vCard 2.1 folds in two more ways: with a "=" at the end of quoted-printable text, and
 * base64 that stands on lines of its own. Blank lines end a property and are left out.
 */
export function unfold(lines: string[]): UnfoldedLine[] {
  const unfolded: UnfoldedLine[] = []
  let current: Folded | undefined
  const close = () => {
    if (current) unfolded.push({ line: current.line, text: current.parts.join('') })
    current = undefined
  }
  for (const [index, line] of lines.entries()) {
    // A "=" at the very end of a cut or careless property must not take in the next card.
    if (current && hasSoftBreak(current) && !frameOf(line)) {
      current.parts[current.parts.length - 1] = current.parts.at(-1)!.slice(0, -1)
      current.parts.push(line)
    } else if (current && /^[ \t]/.test(line))
      current.parts.push(current.base64 ? line.trim() : line.slice(1))
    else if (current?.base64 && line !== '' && !line.includes(':')) current.parts.push(line)
    else {
      close()
      if (line.trim() !== '') current = { line: index + 1, parts: [line], ...encodings(line) }
    }
  }
  close()
  return unfolded
}

/** Whether a line begins or ends a card. */
export function frameOf(line: string): 'begin' | 'end' | undefined {
  const match = /^(BEGIN|END)[ \t]*:[ \t]*VCARD\s*$/i.exec(line)
  if (!match) return undefined
  return match[1]!.toUpperCase() === 'BEGIN' ? 'begin' : 'end'
}

/** The parts are joined once, at the end: looking into a text that grows would make long properties quadratic. */
interface Folded {
  line: number
  parts: string[]
  quotedPrintable: boolean
  base64: boolean
}

function hasSoftBreak(folded: Folded): boolean {
  return folded.quotedPrintable && folded.parts.at(-1)!.endsWith('=')
}

function encodings(line: string): { quotedPrintable: boolean; base64: boolean } {
  const colon = line.indexOf(':')
  const head = line.slice(0, Math.max(colon, 0)).toUpperCase()
  return {
    quotedPrintable: head.includes('QUOTED-PRINTABLE'),
    base64: /;(?:ENCODING=)?(?:B|BASE64)(?:;|$)/.test(head),
  }
}

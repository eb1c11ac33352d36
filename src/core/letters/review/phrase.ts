/**
 * A pattern for phrases in a letter's plain text (`plain` of a parsed letter): a space stands for one to four spaces, a space that may be
 * missing (` ?`) for none to four, `~`
 * for up to four words in between, `≈` for up to nine; none of them runs past the end of a sentence. Every repetition is
 * bounded, so that a search takes time in proportion to the text, whatever the text.
 */
export function phrase(source: string): RegExp {
  const pattern = source
    .trim()
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' ?', '\0')
    .replaceAll(' ', ' {1,4}')
    .replaceAll('\0', ' {0,4}')
    .replaceAll('~', between(4))
    .replaceAll('≈', between(9))
  return new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g')
}

const between = (words: number): string => `(?: {1,4}[^ .!?;]{1,30}){0,${words}}`

/** Whether a plain text has the phrase. */
export function has(plain: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0
  return pattern.test(plain)
}

export interface Span {
  start: number
  end: number
}

/** Where the phrase stands in `plain`, from offset `from` on; at most `limit` places. */
export function places(plain: string, pattern: RegExp, { from = 0, limit = 20 } = {}): Span[] {
  const found: Span[] = []
  pattern.lastIndex = from
  while (found.length < limit) {
    const match = pattern.exec(plain)
    if (!match) break
    found.push({ start: match.index, end: match.index + match[0].length })
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

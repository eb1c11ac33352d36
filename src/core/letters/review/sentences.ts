import type { Span } from './phrase.ts'

export interface Sentence extends Span {
  plain: string
  question: boolean
}

/** The sentences of a part of a letter, in their order. A bullet and an empty line end one, an abbreviation does not. */
export function sentencesOf(plain: string, text: string, within: Span): Sentence[] {
  const found: Sentence[] = []
  let start = within.start
  const close = (end: number): void => {
    let from = start
    let to = end
    while (from < to && plain[from] === ' ') from += 1
    while (to > from && plain[to - 1] === ' ') to -= 1
    if (to > from)
      found.push({
        start: from,
        end: to,
        plain: plain.slice(from, to),
        question: plain.slice(to - 3, to).includes('?'),
      })
    start = end
  }
  for (let at = within.start; at < within.end; at += 1) {
    const character = text[at]!
    if (character === '\n') {
      if (endsBlock(text, at)) close(at)
      continue
    }
    if (character !== '.' && character !== '!' && character !== '?' && character !== '。') continue
    while (at + 1 < within.end && '.!?"\')]'.includes(plain[at + 1]!)) at += 1
    const atEnd = at + 1 >= within.end || plain[at + 1] === ' ' || character === '。'
    if (atEnd && !(character === '.' && isAbbreviation(plain, at))) close(at + 1)
  }
  close(within.end)
  return found
}

const blockStart = /^[ \t]*(?:\r?\n|[-*•·–—][ \t]|\d{1,2}[.)][ \t])/

const endsBlock = (text: string, newline: number): boolean =>
  blockStart.test(text.slice(newline + 1, newline + 40)) ||
  text.slice(newline + 1, newline + 40).trim() === ''

function isAbbreviation(plain: string, stop: number): boolean {
  const before = /(?:^|[ (/])([a-z.]{1,7})$/.exec(plain.slice(Math.max(0, stop - 9), stop))?.[1]
  return (
    before !== undefined &&
    (abbreviations.has(before) || /^[a-z]$/.test(before) || /^(?:[a-z]\.)+[a-z]$/.test(before))
  )
}

const abbreviations = new Set(
  'mr mrs ms mx dr prof st jr sr inc ltd co corp vs etc approx dept univ no min hon rev'.split(' '),
)

/** The sentence in which a place lies. */
export const withinSentence = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => start <= at && at < end)

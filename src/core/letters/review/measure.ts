import type { LetterKind } from '../letter.ts'
import { type ParsedLetter, parseLetter } from './parse.ts'
import type { LetterPolicy } from './policy.ts'

/** Whether a letter that asks keeps to the words, and a request to the share about the reader, that the policy wants (X3, X8). */
export function keepsMeasure(
  text: string,
  policy: LetterPolicy,
  words: 'best' | 'limit',
  kind: LetterKind,
): boolean {
  const letter = parseLetter(text)
  const most = words === 'best' ? policy.letterWordsBest : policy.letterWordsTo
  if (letter.messageWords > most) return false
  return kind !== 'request' || aboutThem(letter).percent >= policy.aboutContactPercent
}

/** The share of the message's words that stand in sentences about the reader, in percent; and how often the writer says "I". */
export function aboutThem({ sentences }: Pick<ParsedLetter, 'sentences'>): {
  percent: number
  myself: number
} {
  let all = 0
  let theirs = 0
  let myself = 0
  for (const { plain } of sentences) {
    const words = plain.split(/ +/).length
    const mine = (plain.match(iPattern) ?? []).length
    const yours = (plain.match(youPattern) ?? []).length
    all += words
    myself += mine
    if (yours > 0) theirs += yours >= mine ? words : (words * yours) / (yours + mine)
  }
  return { percent: all === 0 ? 100 : Math.round((theirs / all) * 100), myself }
}

const iPattern = /(?<![a-z'])(?:i|i'm|i've|i'd|i'll|my|me|mine|myself)(?![a-z'])/g
const youPattern =
  /(?<![a-z'])(?:you|your|yours|you've|you're|you'd|you'll|\[(?:company|organi[sz]ation|firm)\])(?![a-z'])/g

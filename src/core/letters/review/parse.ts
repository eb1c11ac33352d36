import { countWords } from '../blanks.ts'
import { type Frame, frameOf } from './frame.ts'
import type { Span } from './phrase.ts'
import { plainText } from './plain.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** A letter taken apart. Every span indexes `text`, the text as it was given; only `subject` may stand elsewhere. */
export interface ParsedLetter extends Frame {
  text: string
  /** `text` in lower case with plain quotes, dashes and spaces: the same length, so that places agree. */
  plain: string
  sentences: Sentence[]
  /** All words but those of the subject line. */
  words: number
  /** The words between greeting and signature. */
  messageWords: number
  /** Whether it reads as English; the rules about wording know no other language. */
  english: boolean
}

/** Takes a letter apart. The subject may be given, or be the text's own first line ("Subject: ..."). */
export function parseLetter(text: string, subject?: string): ParsedLetter {
  const plain = plainText(text)
  const frame = frameOf(text, plain)
  const sentences = sentencesOf(plain, text, frame.message)
  return {
    ...frame,
    subject:
      subject === undefined ? frame.subject : { text: subject, start: 0, end: subject.length, apart: true },
    text,
    plain,
    sentences,
    words: countWords(text.slice(frame.start)),
    messageWords: countWords(slice(text, frame.message)),
    english: readsAsEnglish(plain),
  }
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Short texts are given the benefit of the doubt. */
function readsAsEnglish(plain: string): boolean {
  const words = plain
    .slice(0, 4000)
    .split(/[^\p{L}']+/u)
    .filter(Boolean)
  if (words.length < 12) return /[a-z]/.test(plain) || words.length === 0
  const common = words.filter((word) => commonWords.has(word)).length
  return common / words.length > 0.15
}

const commonWords = new Set(
  `a about am an and are as at be but by can for from have i i'm if in is it me my of on or our so that the this to was we
  with would you your thank thanks could may at will not`.split(/\s+/),
)

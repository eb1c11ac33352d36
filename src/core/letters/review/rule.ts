import type { Channel } from '../../approaches/approach.ts'
import type { LetterKind } from '../letter.ts'
import type { ParsedLetter } from './parse.ts'
import type { Span } from './phrase.ts'
import type { LetterPolicy } from './policy.ts'

export type Severity = 'error' | 'warning' | 'hint'

/** What a check found: why it matters, and what to write instead. */
export interface Found extends Span {
  severity?: Severity
  message: string
  suggestion: string
  /** Another rule of the method than the check's own, where the kind of letter makes it so. */
  rule?: string
  /** The place is in a subject that was given on its own. */
  inSubject?: boolean
}

/** What is known beside the text. Whatever is absent is not held against it. */
export interface ReviewContext {
  kind: LetterKind
  channel?: Channel
  policy: LetterPolicy
  /** How many characters a note may have, where that is known. */
  characters?: number
  /** To whom it goes, when they are on record. */
  recipient?: { name: string; givenName?: string; familyName?: string; honorific?: string }
  /** The two know each other, so that the letter need not say how the writer found them. */
  known?: boolean
  /** Who named the recipient (O2). */
  referrer?: string
  /** What the conversation gave that it thanks for (F1). */
  conversation?: { highlight?: string; advice: string[]; namesGiven: string[]; late?: boolean }
  /** Whom the recipient once named, and who was met since (X1). */
  reportOn?: string
}

/** A text on which one rule is tried: in the docs and in the tests. */
export interface Example {
  text: string
  subject?: string
  context?: Partial<Omit<ReviewContext, 'policy'>>
  policy?: Partial<LetterPolicy>
}

export interface Rule {
  /** The rule of the method. */
  id: string
  /** Tells the checks of one rule apart. */
  check: string
  /** What is checked, as the docs say it. */
  checks: string
  kinds: 'all' | readonly LetterKind[]
  channels?: readonly Channel[]
  severity: Severity
  /** It knows no words, so that it holds for a letter in any language. */
  anyLanguage?: boolean
  fails: Example
  passes: Example
  find(letter: ParsedLetter, context: ReviewContext): Found[]
}

export interface Finding extends Span {
  rule: string
  check: string
  severity: Severity
  message: string
  suggestion: string
  where: 'text' | 'subject'
}

/** The place of something missing at the beginning: the first sentence, or the whole of a text without one. */
export const atStart = ({ sentences, message, text }: ParsedLetter): Span =>
  spanOf(sentences[0] ?? (message.end > message.start ? message : { start: 0, end: text.length }))

/** The place of something missing at the end. */
export const atEnd = (letter: ParsedLetter): Span => spanOf(letter.sentences.at(-1) ?? atStart(letter))

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** Every kind of letter that asks for a conversation. */
export const asking = ['request', 'follow-up'] as const satisfies readonly LetterKind[]

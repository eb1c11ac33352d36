import type { Channel } from '../approaches/approach.ts'
import type { Person } from '../people/person.ts'
import type { Profile } from '../profile/profile.ts'
import type { LetterPolicy } from './review/policy.ts'

/**
 * What a letter is made of: plain values from the record, nothing else. Whatever is absent or empty is missing. Each
 * `dateText` is a date as the letter shall say it, and stands after "on": "3 March".
 */
export interface LetterFacts {
  /** Who gets the letter; a `Person` fits as it is. */
  recipient: Pick<
    Person,
    | 'name'
    | 'honorific'
    | 'givenName'
    | 'familyName'
    | 'organization'
    | 'role'
    | 'origin'
    | 'source'
    | 'closeness'
  >
  /** Who writes it; a `Profile` fits as it is. */
  sender: Pick<Profile, 'name' | 'email' | 'phone' | 'year' | 'major' | 'school'>
  /** The name of who named the recipient to the sender (O2). */
  referrer?: string
  /** The values that the letter keeps to: the time to ask for (O4), its length (X3), how much is about them (X8). */
  policy: LetterPolicy
  /** How it is said; without it, as closeness has it. */
  tone?: 'formal' | 'friendly'
  /** How many characters a LinkedIn note may have. */
  characters?: number
  /** What the sender wants to know, in their own words (O3, P2); a letter takes the first three. */
  aims: string[]
  /** The fields that the sender explores with this letter (O3); a letter takes the first two. */
  fields: string[]
  /** The request that a follow-up comes back to (O6). */
  firstLetter?: { dateText: string; channel: Channel }
  /** The talk with the recipient that the letter thanks for or recalls (F1). */
  conversation?: {
    dateText?: string
    highlight?: string
    advice: string[]
    /** The people whom the recipient named (N2). */
    namesGiven: string[]
    /** What the sender promised. */
    promises: string[]
    /** The hours in which thanks are in time have passed (F1). */
    late?: boolean
  }
  /** The person to be introduced to (N2), or whom the recipient once named and who was met since (X1). */
  introduction?: {
    namedPerson: string
    metDateText?: string
    /** What the sender took from meeting that person. */
    highlight?: string
  }
  /** The opening for which the sender asks for a word of help (W5). */
  opening?: { title: string; organization: string; deadlineText?: string }
  /** The event at which the two met (N3); stands after "at". */
  metAt?: string
  /** The date when the two were last in touch; stands after "on". */
  lastTouchText?: string
  /** What gives rise to writing now (F5), such as "an article on river restoration in Monday's Courier". */
  reason?: string
  /** What the good wishes are for (F5), such as "the new year". */
  seasonText?: string
}

/**
 * The same facts with every text on one line, and square brackets made round: only blanks have those. A text without a
 * letter, digit or symbol becomes empty, which means missing.
 */
export function tidyFacts(facts: LetterFacts): LetterFacts {
  return tidy(facts) as LetterFacts
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value)
  if (Array.isArray(value)) return value.map(tidy).filter((item) => item !== '')
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]))
}

/** A text of the record as it can stand within a sentence. */
export function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .trim()
  return /[\p{L}\p{N}\p{S}]/u.test(line) ? line : ''
}

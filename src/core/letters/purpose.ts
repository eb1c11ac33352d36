import { isFamiliar, position } from './address.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import { afterColon, clause, listed } from './wording.ts'

/** A letter is read or spoken; the short form is a message on a social networking site. */
export type Voice = 'written' | 'spoken' | 'short'

/** Who named the recipient, or where the sender found them (O2, N1). A referral needs its referrer; a source may be missing. */
export function howFound(facts: LetterFacts, voice: Voice): string | undefined {
  const { origin, source } = facts.recipient
  const named = facts.referrer && `${facts.referrer} gave me your name`
  if (isFamiliar(facts)) return named && (voice === 'short' ? named : `As you may remember, ${named}`)
  if (named) return named
  if (origin === 'personal-referral') return `${blank('who referred you')} gave me your name`
  return source ? `I found your name through ${source}` : undefined
}

/** Why this person (O3): the fields, and the recipient's position. */
export function why(facts: LetterFacts, voice: Voice, withPosition = true): string | undefined {
  const writing = voice === 'spoken' ? 'calling' : 'writing'
  const experience = withPosition && position(facts)
  const exploring = facts.fields.length > 0 && `I am exploring ${fieldNames(facts)}`
  if (exploring && experience)
    return `${exploring}, and I am ${writing} because of your experience ${experience}`
  if (exploring) return `I am ${writing} because ${exploring}`
  return experience ? `I am ${writing} because of your experience ${experience}` : undefined
}

/** What the sender hopes to learn (O3): the aims, else the career story that goes with a field, else a blank. */
export function whatToLearn(facts: LetterFacts, atMost = 3): string {
  const aims = facts.aims.slice(0, atMost).map((aim) => clause(aim.replace(learningVerb, '')))
  if (aims.length === 0 && facts.fields.length === 0)
    return `I would like to learn ${blank('what you hope to learn')}`
  if (aims.length === 0)
    return 'I would like to learn how you came to your work and what it is like from day to day'
  if (aims.every((aim) => indirectQuestion.test(aim))) return `I would like to learn ${listed(aims)}`
  const question = aims.some((aim) => aim.endsWith('?')) ? '?' : ''
  return `What I would like to learn: ${afterColon(aims.map((aim) => aim.replace(/(?<![?\s])[?\s]+$/, '')))}${question}`
}

const learningVerb = /^(?:to )?(?:learn|find out|understand|know|hear)(?: more)?(?: about)? (?=\S)/i
const indirectQuestion = /^(?:how|what|why|which|when|where|who|whether)\b[^?]*$/i

/** "water engineering and urban planning"; empty when there is none. */
export const fieldNames = (facts: LetterFacts): string => listed(facts.fields.slice(0, 2))

/** What the conversation would be about. */
export const topic = (facts: LetterFacts): string => fieldNames(facts) || 'your work'

/** "20 to 30 minutes" (O4). */
export function minutes({ askMinutes: { from, to } }: LetterFacts): string {
  return from === to ? `${to} minutes` : `${from} to ${to} minutes`
}

import { isFamiliar, position } from './address.ts'
import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'
import type { Pick } from './phrasing.ts'
import { toSecondPerson } from './second-person.ts'
import { sourceOf } from './source.ts'
import { afterColon, clause, listed } from './wording.ts'

/** A letter is read or spoken; the short form is a message on a social networking site. */
export type Voice = 'written' | 'spoken' | 'short'

/**
 * Who named the recipient, or where the sender found them (O2, N1). Somebody whom the sender knows without a referrer needs
 * neither; for anybody else who is found, the place is a blank where it is not on record.
 */
export function howFound(facts: LetterFacts, voice: Voice, pick: Pick): string | undefined {
  const { referrer } = facts
  if (referrer && voice === 'short') return `${referrer} gave me your name`
  if (referrer && isFamiliar(facts))
    return pick('referrer', [
      `As you may remember, it was ${referrer} who gave me your name`,
      `It was ${referrer} who gave me your name`,
    ])
  if (referrer)
    return pick('referrer', [
      `${referrer} gave me your name`,
      `I have your name from ${referrer}`,
      `It was ${referrer} who gave me your name`,
      `${referrer} told me about you`,
    ])
  if (isKnown(facts)) return undefined
  if (facts.metAt) return `We met at ${facts.metAt}`
  return found(facts, pick)
}

/** The two know each other: closely, or because the sender counts them among their own people without a referrer. */
export const isKnown = (facts: LetterFacts): boolean =>
  isFamiliar(facts) || (facts.recipient.origin === 'personal-referral' && !facts.referrer)

function found({ recipient }: LetterFacts, pick: Pick): string {
  const source = sourceOf(recipient.source)
  const where = source?.text ?? blank('where you found them')
  switch (source?.kind) {
    case 'directory':
      return pick('source', [`I found your name in ${where}`, `I came across your name in ${where}`])
    case 'event':
      return pick('source', [`Our paths crossed at ${where}`, `I know of you from ${where}`])
    case 'crossing':
      return `Our paths crossed ${where}`
    case 'site':
      return pick('source', [`I came across your profile on ${where}`, `I found you on ${where}`])
    case 'reading':
      return pick('source', [`I came across your name in ${where}`, `I know of you from ${where}`])
    case 'association':
      return pick('source', [
        `I found your name through ${where}`,
        `I came across your name through ${where}`,
      ])
    default:
      return `I found your name through ${where}`
  }
}

/** Why this person (O3): the fields, and the recipient's position. */
export function why(facts: LetterFacts, voice: Voice, pick: Pick, withPosition = true): string | undefined {
  const verb = voice === 'spoken' ? 'call' : 'write'
  const experience = withPosition && position(facts)
  const fields = fieldNames(facts)
  if (fields && experience)
    return pick('why', [
      `Your experience ${experience} is why I ${verb}, as I am exploring ${fields}`,
      `I am exploring ${fields}, and I ${verb} to you because of your experience ${experience}`,
      `Your work ${experience} would tell me much about ${fields}, which I am exploring`,
    ])
  if (fields)
    return pick('why', [
      `I am exploring ${fields}, which you know from your own work`,
      `You know ${fields} from the inside, and I am exploring ${facts.fields.length > 1 ? 'both' : 'it'}`,
    ])
  return experience
    ? pick('why', [
        `Your experience ${experience} is why I ${verb}`,
        `I ${verb} to you because of your experience ${experience}`,
      ])
    : undefined
}

/** What the sender hopes to learn (O3): the aims, else the career story that goes with a field, else a blank. */
export function whatToLearn(facts: LetterFacts, pick: Pick, atMost = 3): string {
  const aims = facts.aims
    .slice(0, atMost)
    .map((aim) => clause(toSecondPerson(aim.replace(learningVerb, ''), facts.recipient)))
  const learn = pick('learn', [
    'I would like to learn',
    'I would very much like to hear from you',
    'I hope to learn from you',
  ])
  if (aims.length === 0 && facts.fields.length === 0)
    return `I would like to learn ${blank('what you hope to learn')}`
  if (aims.length === 0)
    return pick('story', [
      `${learn} how you came to your work and what it is like from day to day`,
      `${learn} how your own path there went, and what you would do again`,
      `${learn} what led you to your work and what fills your days`,
    ])
  if (aims.every((aim) => indirectQuestion.test(aim))) return `${learn} ${listed(aims)}`
  if (aims.every((aim) => noun.test(aim)))
    return `${pick('about', ['I would like to hear from you about', 'I hope to learn from you about'])} ${listed(aims)}`
  const question = aims.some((aim) => aim.endsWith('?')) ? '?' : ''
  const lead = pick('aims', ['What I would like to learn from you', 'What I hope to ask you about'])
  return `${lead}: ${afterColon(aims.map((aim) => aim.replace(/(?<![?\s])[?\s]+$/, '')))}${question}`
}

const learningVerb = /^(?:to )?(?:learn|find out|understand|know|hear)(?: more)?(?: about)? (?=\S)/i
const indirectQuestion = /^(?:how|what|why|which|when|where|who|whether)\b[^?]*$/i

const noun = /^(?:the|your|an?)\b[^;:?]*$/i

/** "water engineering and urban planning"; empty when there is none. */
export const fieldNames = (facts: LetterFacts): string => listed(facts.fields.slice(0, 2))

/** What the conversation would be about. */
export const topic = (facts: LetterFacts): string => fieldNames(facts) || 'your work'

/** "20 to 30 minutes" (O4). */
export function minutes({ policy: { askMinutesFrom: from, askMinutesTo: to } }: LetterFacts): string {
  return from === to ? `${to} minutes` : `${from} to ${to} minutes`
}

import { blanksIn } from '../letters/blanks.ts'
import { hours } from '../method/clock.ts'
import type { Policy } from '../method/policy.ts'
import type { RuleId } from '../method/rules.ts'
import type { Person } from '../people/person.ts'
import { composeIntroduction } from '../profile/introduction.ts'
import { type Profile, sentenceAbout } from '../profile/profile.ts'
import { reviewQuestion } from '../questions/review-question.ts'
import type { Conversation } from './conversation.ts'
import { leaveBy } from './leave-by.ts'

/** A part of the preparation. */
export interface Part {
  rule: RuleId
  /** What it is, in a few words. */
  title: string
  done: boolean
  /** What is still to do, to stand after "Missing:"; empty when done. */
  text: string
  /** About how long it takes. */
  minutes: number
  /** How much it gives the conversation, from 1 to 5. */
  weight: number
}

export type Talk = Pick<
  Conversation,
  'mode' | 'startsAt' | 'place' | 'travelMinutes' | 'aims' | 'questions' | 'research' | 'createdAt'
> & { status: Conversation['status']; confirmedAt?: number; dressChosen?: boolean }

export interface Readiness {
  done: number
  of: number
  /** How much of what counts is done, of 100. */
  percent: number
  /** Every part, in the order of the method. */
  parts: Part[]
  /** What is left, the most valuable for the time that is left first. */
  missing: Part[]
}

export interface PreparationFacts {
  talk: Talk
  whom: Pick<Person, 'phones' | 'organization'>
  profile: Profile
  /** Whether there are notes about them, their organisation or a field of theirs (P1). */
  researched: boolean
  policy: Policy
  now: number
}

/** What is ready before a conversation, and what to do first in the time that is left (P1-P6, C1, C2, X2). */
export function readinessOf(facts: PreparationFacts): Readiness {
  const parts = [...agenda(facts.talk, facts), ...self(facts.profile), ...logistics(facts)]
  const missing = parts.filter(({ done }) => !done)
  const sum = (some: readonly Part[], of: 'weight' | 'minutes') =>
    some.reduce((total, part) => total + part[of], 0)
  const left = ((leaveBy(facts.talk, facts.policy) ?? facts.talk.startsAt) - facts.now) / 60_000
  return {
    done: parts.length - missing.length,
    of: parts.length,
    percent: Math.round((100 * (sum(parts, 'weight') - sum(missing, 'weight'))) / sum(parts, 'weight')),
    parts,
    missing: byValue(missing, left, sum(missing, 'minutes') > left),
  }
}

/** "7 of 10 ready. Missing: two questions; the way there." */
export function readinessInWords({ done, of, next }: { done: number; of: number; next: Part[] }): string {
  const missing = next.slice(0, 2).map(({ text }) => text)
  const rest = next.length - missing.length
  const more = rest > 0 ? `; and ${rest} more` : ''
  return `${done} of ${of} ready.${missing.length > 0 ? ` Missing: ${missing.join('; ')}${more}.` : ''}`
}

/** With time for everything, what gives most comes first; in a hurry, what gives most for each minute, and what does not fit last. */
function byValue(missing: readonly Part[], left: number, hurry: boolean): Part[] {
  const value = ({ weight, minutes }: Part) => (hurry ? weight / minutes : weight)
  const fits = ({ minutes }: Part) => Number(minutes <= left)
  return missing.toSorted((a, b) => fits(b) - fits(a) || value(b) - value(a))
}

/** The parts of the agenda that are missing: what a step to prepare asks for (P1-P3). */
export const missingPreparation = (talk: Talk, policy: Policy, researched: boolean): Part[] =>
  agenda(talk, { policy, researched }).filter(({ done, rule }) => !done && rule !== 'P4')

/** What the talk is for: research, aims, questions (P1-P4). */
function agenda(talk: Talk, { policy, researched }: Pick<PreparationFacts, 'policy' | 'researched'>): Part[] {
  const count = talk.questions.length
  const lacking = policy.questionsFrom - count
  const flawed = talk.questions.filter(({ text }) =>
    reviewQuestion(text).some(({ severity }) => severity !== 'hint'),
  )
  return [
    part(
      'P1',
      'Research',
      20,
      3,
      talk.research.length > 0 || researched,
      'look up the field and the organisation',
    ),
    part('P2', 'Aims', 3, 5, talk.aims.length > 0, 'decide what you want to know'),
    part(
      'P3',
      'Questions',
      5,
      4,
      lacking <= 0,
      count === 0
        ? `${lacking} questions`
        : lacking === 1
          ? 'one more question'
          : `${lacking} more questions`,
    ),
    part(
      'P4',
      'Questions that open a talk',
      3,
      2,
      flawed.length === 0,
      flawed.length === 1
        ? `put a question better: “${flawed[0]!.text}”`
        : `put ${flawed.length} questions better, the first: “${flawed[0]?.text}”`,
    ),
  ]
}

/** What you say of yourself (P5, P6). */
function self(profile: Profile): Part[] {
  const untold = profile.experiences.find((one) => sentenceAbout(profile, one) === undefined)
  const [blank] = blanksIn(composeIntroduction(profile).text)
  return [
    part(
      'P5',
      'Your experience, in a sentence each',
      5,
      2,
      profile.experiences.length > 0 && untold === undefined,
      untold === undefined
        ? 'note what you have done so far on your profile'
        : `find the sentence that you would say of “${untold}”`,
    ),
    part(
      'P6',
      'Your introduction, said aloud',
      5,
      3,
      blank === undefined && profile.wordsAMinute !== undefined,
      blank ? `fill in ${blank.text} in your introduction` : 'say your introduction aloud once, with a clock',
    ),
  ]
}

/** Dress, the way there, and the reminder (C1, C2, X2). */
function logistics({ talk, whom, policy, now }: PreparationFacts): Part[] {
  return [
    part(
      'C1',
      talk.mode === 'phone' ? 'A quiet place' : 'What to wear',
      3,
      1,
      talk.dressChosen === true,
      talk.mode === 'phone' ? 'choose a quiet place' : 'choose what to wear',
    ),
    part(
      'C2',
      talk.mode === 'in-person' ? 'The way there' : 'How you reach each other',
      3,
      4,
      ...way(talk, whom),
    ),
    part('X2', 'Confirmed', 2, 3, reminded(talk, policy, now), 'confirm day, time and place with them'),
  ]
}

function way(talk: Talk, { phones }: Pick<Person, 'phones'>): [done: boolean, text: string] {
  if (talk.mode === 'phone') return [phones.length > 0 || !!talk.place, 'note the number, or who calls whom']
  if (talk.mode === 'video') return [!!talk.place, 'note the link']
  if (!talk.place) return [false, 'note where you meet']
  return [talk.travelMinutes !== undefined, 'look up how long the way takes']
}

/** Confirmed; or not yet time for it, or arranged too late to need it (X2). */
function reminded(talk: Talk, { confirmHoursFrom, confirmHoursTo }: Policy, now: number): boolean {
  if (talk.status !== 'arranged' || talk.confirmedAt !== undefined) return true
  return (
    now < talk.startsAt - hours(confirmHoursFrom) || talk.createdAt >= talk.startsAt - hours(confirmHoursTo)
  )
}

function part(
  rule: RuleId,
  title: string,
  minutes: number,
  weight: number,
  done: boolean,
  text: string,
): Part {
  return { rule, title, done, text: done ? '' : text, minutes, weight }
}

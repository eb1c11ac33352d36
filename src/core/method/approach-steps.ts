import { type Approach, isOpen } from '../approaches/approach.ts'
import { waitingUntil } from '../approaches/decide.ts'
import { daysLater } from './calendar.ts'
import { dayInWords, startOfDay } from './clock.ts'
import { type DueStep, isUnused, write } from './due-step.ts'
import type { History } from './history.ts'
import type { Method } from './method.ts'

/** Referrals to use, replies to wait for, follow-ups, moving on, times to propose (N2, O5-O7). */
export function approachSteps(history: History, method: Method): DueStep[] {
  return [
    ...useReferralStep(history, method),
    ...history.approaches.filter(isOpen).flatMap((one) => approachStep(one, history, method)),
  ]
}

function useReferralStep(history: History, { policy, calendar }: Method): DueStep[] {
  const { person, approaches, conversations, introductionsTo } = history
  const met = conversations.some((talk) => talk.status === 'arranged' || talk.status === 'held')
  if (met || approaches.some(isOpen)) return []
  const unused = introductionsTo.find(({ introduction }) => isUnused(introduction.status))
  if (!unused) return []
  const { introduction, from } = unused
  return [
    {
      kind: 'use-referral',
      about: ['introduction', introduction.id],
      showAt: introduction.namedAt,
      dueAt: daysLater(introduction.namedAt, policy.referralDays, calendar),
      wholeDay: true,
      rule: 'N2',
      why: `${from} named ${person.name} to you on ${dayInWords(introduction.namedAt, calendar.timeZone)}. Write, and say who sent you.`,
      action: write(person.id, 'request', { introduction: introduction.id }),
    },
  ]
}

function approachStep(approach: Approach, history: History, method: Method): DueStep[] {
  if (approach.status === 'waiting')
    return [...waitingStep(approach, history, method), ...secondContactStep(approach, history, method)]
  if (approach.status !== 'replied' || approach.answer === 'no') return []
  if (approach.answer === 'later') return [laterStep(approach, history, method)]
  return [scheduleStep(approach, history, method)]
}

/** No reply yet: one follow-up after the wait, then on to others (O6, O7). */
function waitingStep(
  approach: Extract<Approach, { status: 'waiting' }>,
  { person }: History,
  method: Method,
): DueStep[] {
  const written = approach.attempts.length
  const until = waitingUntil(approach, method)
  const asked = dayInWords(approach.attempts.at(-1)!.sentAt, method.calendar.timeZone)
  const base = {
    about: ['approach', approach.id] as DueStep['about'],
    occasion: written,
    showAt: until,
    dueAt: until,
    wholeDay: true,
  }
  if (written < method.policy.attempts) {
    return [
      {
        ...base,
        kind: 'follow-up',
        rule: 'O6',
        why: `You wrote on ${asked} and have no reply. One follow-up is right now.`,
        action: write(person.id, 'follow-up'),
      },
    ]
  }
  return [
    {
      ...base,
      kind: 'move-on',
      rule: 'O7',
      why: `You have written ${times(written)}, last on ${asked}, without a reply. Others may be more receptive; a late reply is still welcome.`,
      action: { label: 'Move on', operation: 'approaches.moveOn', input: { approach: approach.id } },
    },
  ]
}

/** Where the policy asks for it: somebody else at the same employer, while the first has not answered (X8). */
function secondContactStep(
  approach: Extract<Approach, { status: 'waiting' }>,
  { person, colleaguesAskedAt }: History,
  method: Method,
): DueStep[] {
  const days = method.policy.secondContactDays
  const [first, ...more] = approach.attempts
  if (days === 0 || !person.organization || more.length > 0) return []
  if (colleaguesAskedAt.some((at) => at >= first!.sentAt)) return []
  const from = waitingUntil(approach, method, days)
  return [
    {
      kind: 'introduce',
      about: ['approach', approach.id],
      occasion: 'second contact',
      showAt: from,
      dueAt: from,
      wholeDay: true,
      rule: 'X8',
      why: `${person.name} has not answered for ${days} days. Write to a second person at ${person.organization}.`,
      action: { label: 'Choose', operation: 'people.list', input: { organization: person.organization } },
    },
  ]
}

/** They asked to be written to again around a day. */
function laterStep(
  approach: Extract<Approach, { answer: 'later' }>,
  { person }: History,
  { calendar }: Method,
): DueStep {
  const from = startOfDay(approach.until, calendar.timeZone)
  return {
    kind: 'follow-up',
    about: ['approach', approach.id],
    occasion: `later ${approach.until}`,
    showAt: from,
    dueAt: from,
    wholeDay: true,
    rule: 'O6',
    why: `${person.name} asked you to write again around now.`,
    action: write(person.id, 'follow-up'),
  }
}

/** They said yes, or the talk that was arranged fell through: propose a time (O5). */
function scheduleStep(
  approach: Extract<Approach, { answer: 'yes' }>,
  { person, conversations }: History,
  { policy, calendar }: Method,
): DueStep {
  const fellThrough = conversations.flatMap((talk) =>
    talk.approachId === approach.id && 'recordedAt' in talk ? [talk.recordedAt] : [],
  )
  const since = Math.max(approach.repliedAt, ...fellThrough)
  return {
    kind: 'schedule',
    about: ['approach', approach.id],
    occasion: since,
    showAt: since,
    dueAt: daysLater(since, policy.scheduleDays, calendar),
    wholeDay: true,
    rule: 'O5',
    why:
      fellThrough.length > 0
        ? `The talk with ${person.name} did not take place. Propose another time.`
        : `${person.name} said yes. Propose a time and a place: their workplace is best.`,
    action: {
      label: 'Arrange',
      operation: 'conversations.arrange',
      input: { person: person.id, approach: approach.id },
    },
  }
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

import { type Approach, isOpen } from '../approaches/approach.ts'
import { waitingUntil } from '../approaches/decide.ts'
import { addDays, dayInWords, startOfDay } from './clock.ts'
import { type DueStep, isUnused, write } from './due-step.ts'
import type { History } from './history.ts'
import type { Policy } from './policy.ts'

/** Referrals to use, replies to wait for, follow-ups, moving on, times to propose (N2, O5-O7). */
export function approachSteps(history: History, policy: Policy, timeZone: string): DueStep[] {
  return [
    ...useReferralStep(history, policy, timeZone),
    ...history.approaches.filter(isOpen).flatMap((one) => approachStep(one, history, policy, timeZone)),
  ]
}

function useReferralStep(history: History, policy: Policy, timeZone: string): DueStep[] {
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
      dueAt: addDays(introduction.namedAt, policy.referralDays, timeZone),
      wholeDay: true,
      rule: 'N2',
      why: `${from} named ${person.name} to you on ${dayInWords(introduction.namedAt, timeZone)}. Write, and say who sent you.`,
      action: write(person.id, 'request', { introduction: introduction.id }),
    },
  ]
}

function approachStep(approach: Approach, history: History, policy: Policy, timeZone: string): DueStep[] {
  const { person } = history
  const about = ['approach', approach.id] as const
  const base = { about: [...about] as DueStep['about'], wholeDay: true }
  const written = approach.attempts.length
  if (approach.status === 'waiting') {
    const until = waitingUntil(approach, { policy, timeZone })
    const at = { showAt: until, dueAt: until, occasion: written }
    const asked = dayInWords(approach.attempts.at(-1)!.sentAt, timeZone)
    if (written < policy.attempts) {
      return [
        {
          ...base,
          ...at,
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
        ...at,
        kind: 'move-on',
        rule: 'O7',
        why: `You have written ${times(written)}, last on ${asked}, without a reply. Others may be more receptive; a late reply is still welcome.`,
        action: { label: 'Move on', operation: 'approaches.moveOn', input: { approach: approach.id } },
      },
    ]
  }
  if (approach.status !== 'replied' || approach.answer === 'no') return []
  if (approach.answer === 'later') {
    const from = startOfDay(approach.until, timeZone)
    return [
      {
        ...base,
        kind: 'follow-up',
        occasion: `later ${approach.until}`,
        showAt: from,
        dueAt: from,
        rule: 'O6',
        why: `${person.name} asked you to write again around now.`,
        action: write(person.id, 'follow-up'),
      },
    ]
  }
  const fellThrough = history.conversations.flatMap((talk) =>
    talk.approachId === approach.id && 'recordedAt' in talk ? [talk.recordedAt] : [],
  )
  const since = Math.max(approach.repliedAt, ...fellThrough)
  return [
    {
      ...base,
      kind: 'schedule',
      occasion: since,
      showAt: since,
      dueAt: addDays(since, policy.scheduleDays, timeZone),
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
    },
  ]
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

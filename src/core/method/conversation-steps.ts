import { isOpen } from '../approaches/approach.ts'
import { awaitsProgress, type Conversation, endOf, thankBy } from '../conversations/conversation.ts'
import { leaveBy } from '../conversations/leave-by.ts'
import { missingPreparation } from '../conversations/readiness.ts'
import { daysLater } from './calendar.ts'
import { dayOf, hours, startOfDay } from './clock.ts'
import { type DueStep, write } from './due-step.ts'
import type { History } from './history.ts'
import type { Method } from './method.ts'
import type { Policy } from './policy.ts'

/** Preparing, confirming, attending, recording and thanking for each conversation (P1-P3, X2, C2, F1, F3). */
export function conversationSteps(history: History, method: Method): DueStep[] {
  return history.conversations.flatMap((talk) => {
    if (talk.status === 'arranged') return arrangedSteps(talk, history, method)
    if (talk.status === 'held')
      return [...thankStep(talk, history, method.policy), ...progressStep(talk, history, method)]
    return scheduleAgainStep(talk, history, method)
  })
}

function arrangedSteps(
  talk: Extract<Conversation, { status: 'arranged' }>,
  { person, researched }: History,
  { policy, calendar }: Method,
): DueStep[] {
  const about: DueStep['about'] = ['conversation', talk.id]
  const end = endOf(talk)
  const base = { about, occasion: talk.startsAt, wholeDay: false, firm: true }
  const steps: DueStep[] = []
  const missing = missingPreparation(talk, policy, researched)
  if (missing.length > 0) {
    steps.push({
      ...base,
      kind: 'prepare',
      showAt: daysLater(talk.startsAt, -policy.prepareDays, calendar),
      dueAt: talk.startsAt,
      until: talk.startsAt,
      rule: missing[0]!.rule,
      why: `Before you talk with ${person.name}: ${missing.map((one) => one.text).join('; ')}.`,
      action: { label: 'Prepare', operation: 'conversations.prepare', input: { conversation: talk.id } },
    })
  }
  const confirmBy = talk.startsAt - hours(policy.confirmHoursTo)
  if (talk.confirmedAt === undefined && talk.createdAt < confirmBy) {
    steps.push({
      ...base,
      kind: 'confirm',
      showAt: talk.startsAt - hours(policy.confirmHoursFrom),
      dueAt: confirmBy,
      until: talk.startsAt,
      rule: 'X2',
      why: `A line to ${person.name} a day or two ahead: day, time with its time zone, place, and thanks.`,
      action: { label: 'Confirm', operation: 'conversations.confirm', input: { conversation: talk.id } },
    })
  }
  const leave = leaveBy(talk, policy)
  steps.push({
    ...base,
    kind: 'attend',
    showAt: startOfDay(dayOf(talk.startsAt, calendar.timeZone), calendar.timeZone),
    dueAt: leave ?? talk.startsAt,
    until: end,
    rule: leave === undefined ? 'C6' : 'C2',
    why: `You talk with ${person.name} for ${talk.minutes} minutes${talk.place ? `: ${talk.place}` : ''}.`,
    action: { label: 'Open the brief', operation: 'conversations.brief', input: { conversation: talk.id } },
  })
  steps.push({
    ...base,
    wholeDay: true,
    kind: 'record',
    showAt: end,
    dueAt: end,
    rule: 'F3',
    why: `Note what ${person.name} told you while it is fresh: what was valuable, advice, names, promises.`,
    action: { label: 'Record', operation: 'conversations.record', input: { conversation: talk.id } },
  })
  return steps
}

function thankStep(
  talk: Extract<Conversation, { status: 'held' }>,
  { person }: History,
  policy: Policy,
): DueStep[] {
  if (talk.thankedAt !== undefined) return []
  const valuable = talk.highlight ? ` What you valued: ${sentence(talk.highlight)}` : ''
  return [
    {
      kind: 'thank',
      about: ['conversation', talk.id],
      showAt: Math.min(endOf(talk), talk.recordedAt),
      dueAt: thankBy(talk, policy),
      wholeDay: false,
      firm: true,
      rule: 'F1',
      why: `A thank-you to ${person.name} within ${policy.thankYouHours} hours, which says what was valuable.${valuable}`,
      action: write(person.id, 'thank-you', { conversation: talk.id }),
    },
  ]
}

/** Two weeks after advice: what the user did with it (X6). */
function progressStep(
  talk: Extract<Conversation, { status: 'held' }>,
  { person }: History,
  { policy, calendar }: Method,
): DueStep[] {
  if (!awaitsProgress(talk)) return []
  const dueAt = daysLater(talk.startsAt, policy.progressDays, calendar)
  return [
    {
      kind: 'tell-progress',
      about: ['conversation', talk.id],
      showAt: dueAt,
      dueAt,
      wholeDay: true,
      rule: 'X6',
      why: `${person.name} gave you advice: ${sentence(talk.advice[0]!)} Tell them what you did with it.`,
      action: write(person.id, 'report-back', { conversation: talk.id }),
    },
  ]
}

/** The text with a full stop, where it ends without a mark. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** A talk that fell through, with no approach that asks for another time already (O5). */
function scheduleAgainStep(
  talk: Extract<Conversation, { status: 'cancelled' | 'no-show' }>,
  { person, approaches, conversations }: History,
  { policy, calendar }: Method,
): DueStep[] {
  if (approaches.some((one) => one.id === talk.approachId)) return []
  const others = conversations.filter((one) => one !== talk)
  if (others.some((one) => !('recordedAt' in one) || one.recordedAt > talk.recordedAt)) return []
  if (approaches.some((one) => isOpen(one) || one.createdAt > talk.recordedAt)) return []
  return [
    {
      kind: 'schedule',
      about: ['conversation', talk.id],
      showAt: talk.recordedAt,
      dueAt: daysLater(talk.recordedAt, policy.scheduleDays, calendar),
      wholeDay: true,
      rule: 'O5',
      why: `The talk with ${person.name} did not take place. Propose another time.`,
      action: { label: 'Arrange', operation: 'conversations.arrange', input: { person: person.id } },
    },
  ]
}

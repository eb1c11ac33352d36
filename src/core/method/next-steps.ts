import { rungOf } from '../advocacy/ladder.ts'
import { isOpen } from '../approaches/approach.ts'
import type { Fresh } from '../kernel/table.ts'
import { approachSteps } from './approach-steps.ts'
import { daysLater } from './calendar.ts'
import { startOfDay } from './clock.ts'
import { conversationSteps } from './conversation-steps.ts'
import { decided } from './decided.ts'
import { type DueStep, isUnused, write } from './due-step.ts'
import type { History } from './history.ts'
import type { Method } from './method.ts'
import { isKept } from './standing.ts'
import type { Step } from './step.ts'

/**
 * All dated steps of one person: what the method asks next, by what happened. A function of values alone, so the same
 * history always gives the same steps; the clock decides only which of them are shown.
 */
export function nextSteps(history: History, method: Method): Fresh<Step>[] {
  const { person, decisions } = history
  if (person.doNotContact) return []
  const due = [
    ...introduceStep(history, method),
    ...approachSteps(history, method),
    ...conversationSteps(history, method),
    ...promiseSteps(history, method),
    ...reportBackSteps(history, method),
    ...keepInTouchStep(history, method),
  ]
  const subject = {
    type: 'person',
    id: person.id,
    name: person.name,
    rank: rungOf(history) === 'advocate' ? 0 : 1,
    pausedUntil: person.pausedUntil,
    decisions,
  } as const
  return due.flatMap((one) => decided(one, subject, method.calendar))
}

/** Someone the user wants to meet, and has not written to since (O1, O3). */
function introduceStep(
  { person, approaches, conversations, introductionsTo }: History,
  { policy, calendar }: Method,
): DueStep[] {
  const { chosenAt } = person
  if (chosenAt === undefined) return []
  const begun =
    approaches.some((one) => isOpen(one) || one.createdAt >= chosenAt) ||
    conversations.some((talk) => talk.status === 'arranged' || talk.createdAt >= chosenAt)
  const referred = introductionsTo.some(({ introduction }) => isUnused(introduction.status))
  if (begun || referred) return []
  return [
    {
      kind: 'introduce',
      about: ['person', person.id],
      occasion: chosenAt,
      showAt: chosenAt,
      dueAt: daysLater(chosenAt, policy.introduceDays, calendar),
      wholeDay: true,
      rule: 'O3',
      why: `You want to meet ${person.name}. Say why you write, what you hope to learn, and ask for a short talk.`,
      action: write(person.id, 'request'),
    },
  ]
}

/** What the user said they would do (F2). */
function promiseSteps({ person, promises }: History, { calendar }: Method): DueStep[] {
  return promises
    .filter((one) => one.status === 'open' && one.by === 'me')
    .map((one) => ({
      kind: 'keep-promise',
      about: ['promise', one.id],
      showAt: one.madeAt,
      dueAt: startOfDay(one.dueOn, calendar.timeZone),
      wholeDay: true,
      firm: true,
      rule: 'F2',
      why: `You told ${person.name} you would: ${one.text}`,
      action: { label: 'Done', operation: 'promises.done', input: { promise: one.id } },
    }))
}

/** The referrer hears what came of the referral (X1). */
function reportBackSteps({ person, introductionsFrom }: History, { policy, calendar }: Method): DueStep[] {
  return introductionsFrom.flatMap(({ introduction, to }) => {
    if (introduction.status !== 'met') return []
    const dueAt = daysLater(introduction.metAt, policy.reportBackDays, calendar)
    return {
      kind: 'report-back',
      about: ['introduction', introduction.id],
      showAt: dueAt,
      dueAt,
      wholeDay: true,
      rule: 'X1',
      why: `${person.name} named ${to} to you, and you have met. Tell ${person.name} what came of it.`,
      action: write(person.id, 'report-back', { introduction: introduction.id }),
    } as const
  })
}

/** Once a quarter, counted from whatever passed between the two last (F4). Never while something else is under way. */
function keepInTouchStep(history: History, { policy, calendar }: Method): DueStep[] {
  const { person, approaches, conversations, decisions, lastTouchAt } = history
  const busy = approaches.some(isOpen) || conversations.some((talk) => talk.status === 'arranged')
  if (busy || !isKept(history)) return []
  const passed = decisions.filter((one) => one.kind === 'keep-in-touch' && one.status === 'dismissed')
  const since = Math.max(lastTouchAt ?? person.createdAt, ...passed.map((one) => one.decidedAt))
  const days = person.cadenceDays ?? policy.cadenceDays
  const dueAt = daysLater(since, days, calendar)
  return [
    {
      kind: 'keep-in-touch',
      about: ['person', person.id],
      occasion: since,
      showAt: dueAt,
      dueAt,
      wholeDay: true,
      inTurn: true,
      rule: 'F4',
      why: `${days} days have passed since you and ${person.name} were last in touch. A few lines are enough.`,
      action: write(person.id, 'keep-in-touch'),
    },
  ]
}

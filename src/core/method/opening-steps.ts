import type { Fresh } from '../kernel/table.ts'
import { mayBeHelped } from '../openings/opening.ts'
import { daysLater } from './calendar.ts'
import { dayInWords, startOfDay } from './clock.ts'
import { decided } from './decided.ts'
import { type DueStep, write } from './due-step.ts'
import type { Method } from './method.ts'
import type { OpeningHistory } from './opening-history.ts'
import type { Step } from './step.ts'

/** All dated steps of one opening: applying in time, and asking an ally there for help (W5, W6). A function of values alone. */
export function openingSteps(history: OpeningHistory, method: Method): Fresh<Step>[] {
  const { opening, decisions } = history
  const due = [...askAdvocateStep(history, method), ...applyStep(history, method)]
  const subject = { type: 'opening', id: opening.id, name: opening.title, rank: 1, decisions } as const
  return due.flatMap((one) => decided(one, subject, method.calendar))
}

/** Somebody there has proved an ally, and nobody was asked yet (W5). In time for the deadline. */
function askAdvocateStep(
  { opening, helpers, asked }: OpeningHistory,
  { policy, calendar }: Method,
): DueStep[] {
  const [first, ...others] = helpers
  if (!first || asked || !mayBeHelped(opening)) return []
  const since = Math.max(opening.createdAt, Math.min(...helpers.map(({ allySince }) => allySince)))
  const soon = daysLater(since, policy.askAdvocateDays, calendar)
  const closes = opening.deadline === undefined ? soon : startOfDay(opening.deadline, calendar.timeZone)
  const applying = opening.status === 'considering'
  const more = others.length === 0 ? '' : ` So might ${others.map(({ person }) => person.name).join(', ')}.`
  return [
    {
      kind: 'ask-advocate',
      about: ['opening', opening.id],
      showAt: since,
      dueAt: applying ? Math.max(since, Math.min(soon, closes)) : soon,
      wholeDay: true,
      rule: 'W5',
      why: `${first.person.name} is at ${opening.organization} and has helped you before. Ask whether they would say a word for you.${more}`,
      action: write(first.person.id, 'introduction-request', { opening: opening.id }),
    },
  ]
}

/** The last day for applying (W6). */
function applyStep({ opening }: OpeningHistory, { policy, calendar }: Method): DueStep[] {
  if (opening.status !== 'considering' || opening.deadline === undefined) return []
  const dueAt = startOfDay(opening.deadline, calendar.timeZone)
  return [
    {
      kind: 'apply',
      about: ['opening', opening.id],
      occasion: opening.deadline,
      showAt: daysLater(dueAt, -policy.applyDays, calendar),
      dueAt,
      wholeDay: true,
      firm: true,
      rule: 'W6',
      why: `The last day to apply to ${opening.organization} is ${dayInWords(dueAt, calendar.timeZone)}.`,
      action: {
        label: 'Applied',
        operation: 'openings.edit',
        input: { opening: opening.id, status: 'applied' },
      },
    },
  ]
}

import type { ReadTx } from '../kernel/tx.ts'
import { userTimeZone } from '../profile/profile.ts'
import { touch } from '../touches/touch.ts'
import { dateAfter, dayOf, endOfDay, startOfDay, startOfWeek } from './clock.ts'
import { readPolicy } from './policy.ts'
import { type Step, step } from './step.ts'

export interface DueNow extends Step {
  overdue: boolean
}

/**
 * What is to do until the end of today, or of the day so many days ahead, in the order of the method: thank-yous and
 * overdue promises, then what has a fixed hour, then replies and follow-ups, then keep-in-touch; ties by date. Three
 * indexed reads and one of this week's touches, however large the network.
 */
export async function today(tx: ReadTx, { days = 0 }: { days?: number }): Promise<DueNow[]> {
  const timeZone = await userTimeZone(tx)
  const date = dayOf(tx.now, timeZone)
  const morning = startOfDay(date, timeZone)
  const before = endOfDay(dateAfter(date, days), timeZone)
  const steps = await tx.find(step, 'byShowAt', { inTurn: false }, { before })
  const shown = steps.filter((one) => one.until === undefined || one.until > tx.now)
  const due = [...shown, ...(await inTurn(tx, before, timeZone))].map((one) => ({
    ...one,
    overdue: isOverdue(one, tx.now, morning),
  }))
  return due.sort((a, b) => lane(a) - lane(b) || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

/** The week's share of keep-in-touch: advocates first, then whoever waits longest; less what was done this week (X7). */
async function inTurn(tx: ReadTx, before: number, timeZone: string): Promise<Step[]> {
  const { touchesPerWeek } = await readPolicy(tx)
  const week = { from: startOfWeek(tx.now, timeZone), limit: touchesPerWeek }
  const done = (await tx.find(touch, 'byKeptInTouch', { keptInTouch: true }, week)).length
  const steps: Step[] = []
  for (const rank of [0, 1]) {
    const limit = touchesPerWeek - done - steps.length
    if (limit > 0) steps.push(...(await tx.find(step, 'byTurn', { inTurn: true, rank }, { before, limit })))
  }
  return steps.filter((one) => one.showAt < before)
}

/** Whose turn it is in the week is never late; a day's step is late from the next day on. */
function isOverdue(one: Step, now: number, morning: number): boolean {
  if (one.inTurn) return false
  return one.dueAt < (one.wholeDay ? morning : now)
}

function lane(one: DueNow): number {
  if (one.kind === 'thank' || (one.kind === 'keep-promise' && one.overdue)) return 0
  if (!one.wholeDay) return 1
  return one.inTurn ? 3 : 2
}

import type { Approach } from '../approaches/approach.ts'
import type { Touch } from '../touches/touch.ts'

/** How long answers took, in days with one decimal, from the first attempt to the first answer; no number where there is none. */
export interface ReplyDays {
  median: number | null
  /** A quarter of the answers came sooner, a quarter later. */
  quartiles: { lower: number; upper: number } | null
  /** How many approaches were answered. */
  count: number
}

const day = 86_400_000

/** Median and spread of the time until an answer (O6). Open approaches say nothing yet, and are not counted. */
export function replyDays(approaches: readonly Approach[], approachTouches: readonly Touch[]): ReplyDays {
  const answers = new Map<string, number>()
  const heard = (id: string, at: number) => answers.set(id, Math.min(at, answers.get(id) ?? at))
  for (const { approachId, from, at } of approachTouches)
    if (approachId !== undefined && from === 'them') heard(approachId, at)
  for (const one of approaches) if (one.status === 'replied') heard(one.id, one.repliedAt)
  const days = approaches
    .flatMap((one) => {
      const at = answers.get(one.id)
      return at === undefined ? [] : Math.max(0, at - one.attempts[0]!.sentAt) / day
    })
    .sort((a, b) => a - b)
  if (days.length === 0) return { median: null, quartiles: null, count: 0 }
  return {
    median: quantile(days, 0.5),
    quartiles: { lower: quantile(days, 0.25), upper: quantile(days, 0.75) },
    count: days.length,
  }
}

/** Between the two nearest values, in proportion. `sorted` is not empty. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)]!
  const above = sorted[Math.ceil(at)]!
  return Math.round((below + (above - below) * (at % 1)) * 10) / 10
}

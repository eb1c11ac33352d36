import { dateAfter, dayOf, startOfDay, startOfWeek } from '../method/clock.ts'
import type { Share } from './share.ts'

export interface Week {
  /** The Monday, `YYYY-MM-DD`. */
  week: string
  touches: number
  conversations: number
}

/** Week by week since the first activity given until now, quiet weeks included; and how many were not quiet. */
export function weeksOf(
  activity: { touches: readonly { at: number }[]; talks: readonly { startsAt: number }[] },
  now: number,
  timeZone: string,
): { weeks: Week[]; active: Share } {
  const touched = activity.touches.map(({ at }) => at).filter((at) => at <= now)
  const talked = activity.talks.map(({ startsAt }) => startsAt).filter((at) => at <= now)
  const first = Math.min(...minimum(touched), ...minimum(talked))
  if (!Number.isFinite(first)) return { weeks: [], active: { count: 0, of: 0 } }
  const starts: number[] = []
  const weeks: Week[] = []
  for (let monday = dayOf(startOfWeek(first, timeZone), timeZone); ; monday = dateAfter(monday, 7)) {
    const start = startOfDay(monday, timeZone)
    if (start > now) break
    starts.push(start)
    weeks.push({ week: monday, touches: 0, conversations: 0 })
  }
  for (const at of touched) weeks[placeOf(starts, at)]!.touches++
  for (const at of talked) weeks[placeOf(starts, at)]!.conversations++
  const active = weeks.filter((one) => one.touches > 0 || one.conversations > 0).length
  return { weeks, active: { count: active, of: weeks.length } }
}

export interface Month {
  /** `YYYY-MM`. */
  month: string
  added: number
  /** How many the network had when the month ended, or has now. */
  people: number
}

/** How the network grew, month by month since the first person in it; removed people never were. */
export function growthOf(createdAt: readonly number[], now: number, timeZone: string): Month[] {
  const past = createdAt.filter((at) => at <= now)
  const [first] = minimum(past)
  if (first === undefined) return []
  const starts: number[] = []
  const months: Month[] = []
  for (let month = dayOf(first, timeZone).slice(0, 7); ; month = dateAfter(`${month}-01`, 31).slice(0, 7)) {
    const start = startOfDay(`${month}-01`, timeZone)
    if (start > now) break
    starts.push(start)
    months.push({ month, added: 0, people: 0 })
  }
  for (const at of past) months[placeOf(starts, at)]!.added++
  let people = 0
  for (const one of months) {
    people += one.added
    one.people = people
  }
  return months
}

/** The smallest, in a list that is empty where there is none; a spread of 30,000 arguments is more than engines take. */
const minimum = (values: readonly number[]): number[] =>
  values.length === 0 ? [] : [values.reduce((a, b) => Math.min(a, b))]

/** The last start that is not after the instant. */
function placeOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

import { addDays, dateAfter, dayOf, dayOfWeek, onDay } from './clock.ts'
import type { Policy } from './policy.ts'

/** A stretch of days, `YYYY-MM-DD`: from the first up to, and without, the day on which somebody is back. */
export interface Stretch {
  from: string
  until: string
}

/** How days are counted in one network. */
export interface Calendar {
  /** IANA name; the user's days begin in it. */
  timeZone: string
  /** On these nothing falls due, and as business days they do not count (X5). */
  holidays: ReadonlySet<string>
  /** The user's own vacation: what is not an appointment or a word given waits until it is over (X5). */
  away?: Stretch
}

const weekends: Record<Policy['weekend'], readonly number[]> = {
  'saturday-sunday': [6, 7],
  'friday-saturday': [5, 6],
  sunday: [7],
  none: [],
}

/** Whether a day is neither weekend nor holiday. */
const isBusinessDay = (date: string, policy: Pick<Policy, 'weekend'>, { holidays }: Calendar): boolean =>
  !holidays.has(date) && !weekends[policy.weekend].includes(dayOfWeek(date))

/**
 * The end of a wait for a reply: the same time of day, so many days later (O6, X5). Calendar days all count, business days
 * without weekends and holidays. While they are away the clock stands still: the day on which they are back takes the
 * place of the day on which they left. It never ends on a holiday, nor before they are back.
 */
export function endOfWait(
  from: number,
  days: number,
  policy: Pick<Policy, 'clock' | 'weekend'>,
  calendar: Calendar,
  absences: readonly Stretch[] = [],
): number {
  const standsStill = (date: string) => absences.some((one) => one.from < date && date <= one.until)
  const counts = (date: string) =>
    !standsStill(date) && (policy.clock === 'calendar' || isBusinessDay(date, policy, calendar))
  let date = dayOf(from, calendar.timeZone)
  for (let left = days; left > 0; ) {
    date = dateAfter(date, 1)
    if (counts(date)) left -= 1
  }
  const back = absences.reduce((last, { until }) => (until > last ? until : last), '')
  while (date < back || calendar.holidays.has(date)) date = dateAfter(date, 1)
  return onDay(date, from, calendar.timeZone)
}

/** So many calendar days later, at the same time of day. */
export const daysLater = (from: number, days: number, { timeZone }: Calendar): number =>
  addDays(from, days, timeZone)

/** An instant that falls into the user's vacation, put off to the day on which they are back (X5). */
export function afterVacation(instant: number, { away, timeZone }: Calendar): number {
  if (!away) return instant
  const date = dayOf(instant, timeZone)
  return away.from <= date && date < away.until ? onDay(away.until, instant, timeZone) : instant
}

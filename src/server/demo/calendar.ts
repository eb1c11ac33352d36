import { dateAfter, dayOf, Temporal } from '../../core/method/clock.ts'

/** Days counted from today: -14 is two weeks ago, 1 is tomorrow. */
export interface Calendar {
  readonly now: number
  /** The instant at a time of day ("09:30") on that day. */
  at(day: number, time: string): number
  /** The date of that day, as `YYYY-MM-DD`. */
  date(day: number): string
  /** The nearest day from Monday to Friday. */
  workday(day: number): number
}

/** The calendar around an instant, in one time zone. */
export function calendarAround(now: number, timeZone: string): Calendar {
  const today = dayOf(now, timeZone)
  const date = (day: number) => dateAfter(today, day)
  return {
    now,
    date,
    at: (day, time) =>
      Temporal.PlainDate.from(date(day)).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
    workday: (day) => day + ({ 6: -1, 7: 1 }[Temporal.PlainDate.from(date(day)).dayOfWeek] ?? 0),
  }
}

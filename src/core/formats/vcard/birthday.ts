import { isCalendarDay } from '../calendar-day.ts'

/** The year that Apple writes where it knows none; it was a leap year, so that 29 February fits. */
const appleNoYear = '1604'

/**
 * A birthday as `YYYY-MM-DD`, or `--MM-DD` without a year, from what cards hold: `1984-05-02`, `19840502`, `--0502`,
 * each perhaps with a time (RFC 6350, sections 4.3.1 and 6.2.5). Absent where it is no full day.
 */
export function birthday(value: string): string | undefined {
  const match = /^(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:$|[T ])/.exec(value.trim())
  if (!match) return undefined
  const [, year, month, day] = match
  const known = year !== undefined && year !== appleNoYear
  if (!isCalendarDay(Number(known ? year : appleNoYear), Number(month), Number(day))) return undefined
  return `${known ? `${year}-` : '--'}${month}-${day}`
}

import { isCalendarDay } from '../calendar-day.ts'

/** In which order a file writes the parts of a date such as 10/12/19. */
export type DateOrder = 'month first' | 'day first'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date of LinkedIn's exports ("12 Oct 2019", "10/12/19", "2019-10-12", each perhaps with a time after it) as
 * `YYYY-MM-DD`; absent where it is none. Two digits are a year of this century: LinkedIn is no older.
 */
export function connectionDate(text: string, order: DateOrder): string | undefined {
  const named = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})\b/.exec(text)
  if (named) return calendarDate(named[3]!, months.indexOf(named[2]!.toLowerCase()) + 1, Number(named[1]))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  if (iso) return calendarDate(iso[1]!, Number(iso[2]), Number(iso[3]))
  const slashed = slashedDate(text)
  if (!slashed) return undefined
  const year = slashed.year.length === 2 ? `20${slashed.year}` : slashed.year
  const [month, day] =
    order === 'month first' ? [slashed.first, slashed.second] : [slashed.second, slashed.first]
  return calendarDate(year, month, day)
}

/**
 * The order of a file's slashed dates: the months come first, as in the exports that had such dates, unless a date
 * of the file can only be read the other way.
 */
export function dateOrder(texts: Iterable<string>): DateOrder {
  let order: DateOrder = 'month first'
  for (const text of texts) {
    const slashed = slashedDate(text)
    if (!slashed) continue
    if (slashed.second > 12) return 'month first'
    if (slashed.first > 12) order = 'day first'
  }
  return order
}

function slashedDate(text: string): { first: number; second: number; year: string } | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/.exec(text)
  return match ? { first: Number(match[1]), second: Number(match[2]), year: match[3]! } : undefined
}

function calendarDate(year: string, month: number, day: number): string | undefined {
  if (!isCalendarDay(Number(year), month, day)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

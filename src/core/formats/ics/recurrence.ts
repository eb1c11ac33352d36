import type { LocalTime } from './local-time.ts'

/** A rule by which an entry repeats (RFC 5545, section 3.3.10), as far as it goes by days. */
export interface RecurrenceRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count?: number
  until?: string
  /** 0 is Sunday; the ordinal counts within the month or the year, from its end where it is negative. */
  weekdays: { weekday: number; ordinal?: number }[]
  monthDays: number[]
  months: number[]
  positions: number[]
  weekStart: number
}

const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const ours = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
  'WKST',
])

/** A rule from its text; absent where it goes by hours, by weeks of the year or in other ways that meetings do not. */
export function recurrenceRule(text: string): RecurrenceRule | undefined {
  if (text.length > 1000) return undefined
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .filter((part) => part.includes('='))
      .map((part) => part.split('=', 2).map((side) => side.trim()) as [string, string]),
  )
  if ([...parts.keys()].some((name) => !ours.has(name) && !name.startsWith('X-'))) return undefined
  const frequency = /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.exec(parts.get('FREQ') ?? '')?.[0]
  if (!frequency) return undefined
  const numbers = (name: string) =>
    (parts.get(name) ?? '').split(',').flatMap((one) => (/^[+-]?\d{1,5}$/.test(one) ? [Number(one)] : []))
  const weekdays = (parts.get('BYDAY') ?? '').split(',').flatMap((one) => {
    const [, ordinal, name] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(one) ?? []
    if (!name) return []
    return [{ weekday: weekdayNames.indexOf(name), ...(ordinal && { ordinal: Number(ordinal) }) }]
  })
  const [count] = numbers('COUNT')
  const until = parts.get('UNTIL')
  return {
    frequency: frequency as RecurrenceRule['frequency'],
    interval: Math.max(1, numbers('INTERVAL')[0] ?? 1),
    ...(count !== undefined && { count }),
    ...(until && { until }),
    weekdays,
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    positions: numbers('BYSETPOS'),
    weekStart: Math.max(0, weekdayNames.indexOf(parts.get('WKST') ?? 'MO')),
  }
}

/**
 * The first and the last day that are looked at for a rule: what it costs. A COUNT is counted from the beginning, and
 * for positions, periods have to be whole.
 */
export function lookedAt(rule: RecurrenceRule, start: LocalTime, from: number, to: number): [number, number] {
  const more = rule.positions.length > 0 ? longestPeriod : 0
  if (rule.count === undefined) return [Math.max(start.day, from) - more, to + more]
  return [start.day - more, Math.min(to + more, start.day + farthest)]
}

/** A year and a bit: no period of a rule is longer. */
const longestPeriod = 366

/** How far from its beginning a rule with a COUNT is followed, in days. */
const farthest = 30 * longestPeriod

/**
 * The days between two, both included, on which something that begins on a day takes place by its rule. It looks at
 * each day in turn rather than computing the next: that takes the same short time whatever the rule says, also for a
 * 30 February. An UNTIL is left to whoever knows the zone.
 */
export function daysOf(rule: RecurrenceRule, start: LocalTime, from: number, to: number): number[] {
  const begin = dateOf(start.day)
  const [first, last] = lookedAt(rule, start, from, to)
  const days: number[] = []
  if (last < from) return days
  let period: number[] = []
  let key: number | undefined
  let left = rule.count ?? Infinity
  const close = () => {
    for (const day of atPositions(period, rule.positions)) {
      if (day < start.day || left <= 0) continue
      left--
      if (day >= from && day <= to) days.push(day)
    }
    period = []
  }
  for (let day = first; day <= last && left > 0; day++) {
    const date = dateOf(day)
    const at = periodOf(rule, date)
    if (at !== key) close()
    key = at
    const due = (at - periodOf(rule, begin)) % rule.interval === 0
    if (due && fits(rule, date, begin)) period.push(day)
  }
  close()
  // The first takes place whether its own rule fits it or not.
  if (!days.includes(start.day) && start.day >= from && start.day <= to) days.unshift(start.day)
  return days
}

interface CalendarDate {
  index: number
  year: number
  /** From 1. */
  month: number
  day: number
  weekday: number
  monthLength: number
  /** From 1. */
  yearDay: number
  yearLength: number
}

/** Rules of one calendar look at the same days again and again. */
const dates = new Map<number, CalendarDate>()
const mostDates = 100_000

function dateOf(index: number): CalendarDate {
  const known = dates.get(index)
  if (known) return known
  if (dates.size >= mostDates) dates.clear()
  const date = calendarDate(index)
  dates.set(index, date)
  return date
}

function calendarDate(index: number): CalendarDate {
  const date = new Date(index * 86_400_000)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const yearStart = Date.UTC(year, 0, 1) / 86_400_000
  return {
    ...{ index, year, month: month + 1, day: date.getUTCDate(), weekday: date.getUTCDay() },
    monthLength: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
    yearDay: index - yearStart + 1,
    yearLength: Date.UTC(year + 1, 0, 1) / 86_400_000 - yearStart,
  }
}

/** The number of the day, week, month or year that a date falls in. */
function periodOf({ frequency, weekStart }: RecurrenceRule, { index, year, month }: CalendarDate): number {
  switch (frequency) {
    case 'DAILY':
      return index
    case 'WEEKLY':
      // Day 0 was a Thursday.
      return Math.floor((index + 4 - weekStart) / 7)
    case 'MONTHLY':
      return year * 12 + month
    case 'YEARLY':
      return year
  }
}

function fits(rule: RecurrenceRule, date: CalendarDate, begin: CalendarDate): boolean {
  const { frequency, months, monthDays, weekdays } = rule
  if (months.length > 0 && !months.includes(date.month)) return false
  if (
    monthDays.length > 0 &&
    !monthDays.some((day) => day === date.day || day === date.day - date.monthLength - 1)
  )
    return false
  if (weekdays.length > 0) return weekdays.some((one) => fitsWeekday(one, date, frequency, months.length > 0))
  if (monthDays.length > 0) return true
  switch (frequency) {
    case 'DAILY':
      return true
    case 'WEEKLY':
      return date.weekday === begin.weekday
    case 'MONTHLY':
      return date.day === begin.day
    case 'YEARLY':
      return date.day === begin.day && (months.length > 0 || date.month === begin.month)
  }
}

function fitsWeekday(
  { weekday, ordinal }: RecurrenceRule['weekdays'][number],
  date: CalendarDate,
  frequency: RecurrenceRule['frequency'],
  byMonth: boolean,
): boolean {
  if (weekday !== date.weekday) return false
  if (ordinal === undefined || frequency === 'DAILY' || frequency === 'WEEKLY') return true
  const inYear = frequency === 'YEARLY' && !byMonth
  const [position, length] = inYear ? [date.yearDay, date.yearLength] : [date.day, date.monthLength]
  return ordinal > 0
    ? Math.ceil(position / 7) === ordinal
    : Math.ceil((length - position + 1) / 7) === -ordinal
}

/** The days of a period at these positions, from its end where they are negative; all where none is said. */
function atPositions(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days
  const chosen = positions.flatMap((position) => days.at(position > 0 ? position - 1 : position) ?? [])
  return [...new Set(chosen)].sort((a, b) => a - b)
}

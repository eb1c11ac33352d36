import type { Page } from './page.ts'

type Moment = Pick<Page, 'now' | 'timeZone'>

const day = 86_400_000

/** An instant as people say it: "today 14:00", "tomorrow 10:00", "Tue 3 March", "3 March 2025". */
export function when(instant: string, { now, timeZone }: Moment, { clock = true } = {}): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const time = clock ? ` ${format(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}` : ''
  const apart = Math.round((midnight(at, timeZone) - midnight(now, timeZone)) / day)
  if (apart === 0) return `today${time}`
  if (apart === 1) return `tomorrow${time}`
  if (apart === -1) return `yesterday${time}`
  const sameYear = format(at, timeZone, { year: 'numeric' }) === format(now, timeZone, { year: 'numeric' })
  const near = Math.abs(apart) < 7
  if (near) return `${format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'long' }).replace(',', '')}${time}`
  return format(at, timeZone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** An instant as a table shows it: `2026-03-02 14:00`. */
export function stamp(instant: string | null | undefined, { timeZone }: Pick<Moment, 'timeZone'>): string {
  if (!instant) return ''
  const at = Date.parse(instant)
  if (Number.isNaN(at) || !instant.includes('T')) return instant
  const time = format(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dayText(at, timeZone)} ${time}`
}

/** The hour of the day in that zone, 0 to 23. */
export const hourOf = (at: number, timeZone: string): number =>
  Number(format(at, timeZone, { hour: '2-digit', hourCycle: 'h23' }))

const dayText = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

const midnight = (at: number, timeZone: string): number => Date.parse(`${dayText(at, timeZone)}T00:00:00Z`)

const format = (at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at)

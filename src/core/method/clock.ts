import { Temporal as Polyfill } from 'temporal-polyfill'

type TemporalApi = typeof Polyfill
/** The engine's own Temporal where it has one. */
export const Temporal: TemporalApi = (globalThis as { Temporal?: TemporalApi }).Temporal ?? Polyfill

const hour = 3_600_000
export const hours = (count: number): number => count * hour

const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)

/** The same time of day, so many calendar days later in that zone: across a change of clocks, too (O6, F4). */
export function addDays(instant: number, days: number, timeZone: string): number {
  return zoned(instant, timeZone).add({ days }).epochMilliseconds
}

/** The day on which an instant falls in that zone, as `YYYY-MM-DD`. */
export function dayOf(instant: number, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** When a day begins in that zone. */
export function startOfDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

/** When the day after begins: the first instant that is no longer that day. */
export function endOfDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}

/** The same time of day as that instant has, on another day in that zone. */
export function onDay(date: string, instant: number, timeZone: string): number {
  const time = zoned(instant, timeZone).toPlainTime()
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}

/** The instant of a day and time of day as a form has them, `2026-03-02T10:00`, in that zone. */
export function instantAt(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
}

/** An instant as a form has it, `2026-03-02T10:00`, in that zone. */
export function localTime(instant: number, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** Monday 1 to Sunday 7. */
export const dayOfWeek = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/** The date so many days after another. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** When the week (from Monday) of an instant began in that zone (X7). */
export function startOfWeek(instant: number, timeZone: string): number {
  const today = zoned(instant, timeZone).toPlainDate()
  return startOfDay(today.subtract({ days: today.dayOfWeek - 1 }).toString(), timeZone)
}

/** A day in words, "Tuesday, 3 March", in that zone. */
export function dayInWords(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone })
    .format(instant)
    .replace(' ', ', ')
    .replace(',,', ',')
}

/** A date as letters say it, "3 March", in that zone. */
export function dateInWords(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone }).format(instant)
}

/** Whether the text names a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

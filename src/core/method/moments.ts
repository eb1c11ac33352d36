import { Temporal } from './clock.ts'

/** From where and when a moment is looked at: epoch milliseconds, and an IANA zone. */
export interface Viewpoint {
  now: number
  timeZone: string
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const weekdays = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')

const zoned = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

/** An instant as people say it: "today 14:00", "tomorrow 10:00", "Tue 3 March 14:00", "3 March 2025". */
export function momentInWords(instant: number, { now, timeZone }: Viewpoint, { clock = true } = {}): string {
  const at = zoned(instant, timeZone)
  const today = zoned(now, timeZone).toPlainDate()
  const apart = today.until(at.toPlainDate(), { largestUnit: 'day' }).days
  const time = clock ? ` ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` : ''
  if (apart === 0) return `today${time}`
  if (apart === 1) return `tomorrow${time}`
  if (apart === -1) return `yesterday${time}`
  const day = `${at.day} ${months[at.month - 1]}`
  if (Math.abs(apart) < 7) return `${weekdays[at.dayOfWeek - 1]} ${day}${time}`
  return at.year === today.year ? day : `${day} ${at.year}`
}

/** The hour of the day in that zone, 0 to 23. */
export const hourOf = (at: number, timeZone: string): number => zoned(at, timeZone).hour

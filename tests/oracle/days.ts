import { Temporal } from 'temporal-polyfill'
import type { Day, Policy } from './facts.ts'

/** Arithmetic of days, in the plainest way. A year asks the same of it again and again, so answers are remembered. */
function remembered<Given extends (string | number)[], Answer>(of: (...given: Given) => Answer) {
  const answers = new Map<string, Answer>()
  return (...given: Given): Answer => {
    const key = given.join(' ')
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = of(...given)
    answers.set(key, answer)
    return answer
  }
}

const zoned = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)

/** The day on which an instant falls for somebody in this zone. */
export const dayOf = remembered(
  (instant: number, zone: string): Day => zoned(instant, zone).toPlainDate().toString(),
)

/** When a day begins there. */
export const startOf = remembered(
  (day: Day, zone: string): number => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds,
)

export const atTime = (day: Day, time: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds

export const dayAfter = remembered(
  (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString(),
)

/** The same time of day, so many days later (or earlier). */
export const daysLater = remembered(
  (instant: number, days: number, zone: string): number =>
    zoned(instant, zone).add({ days }).epochMilliseconds,
)

/** The same time of day on another day. */
export const onDay = remembered(
  (instant: number, day: Day, zone: string): number =>
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: zoned(instant, zone).toPlainTime(),
    }).epochMilliseconds,
)

/** 1 is Monday. */
const weekday = remembered((day: Day): number => Temporal.PlainDate.from(day).dayOfWeek)

/** The Monday of its week. */
export const mondayOf = (day: Day): Day => dayAfter(day, 1 - weekday(day))

const restDays: Record<Policy['weekend'], number[]> = {
  'saturday-sunday': [6, 7],
  'friday-saturday': [5, 6],
  sunday: [7],
  none: [],
}

export const isBusinessDay = (day: Day, policy: Policy, holidays: readonly Day[]): boolean =>
  !restDays[policy.weekend].includes(weekday(day)) && !holidays.includes(day)

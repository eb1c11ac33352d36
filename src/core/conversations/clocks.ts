import { dayInWords, Temporal } from '../method/clock.ts'
import { type Conversation, endOf } from './conversation.ts'

/** When a talk is by one side's clock. */
export interface Clock {
  whose: 'you' | 'them'
  /** IANA name. */
  timeZone: string
  /** "Thursday, 19 March, 17:30 to 18:00". */
  text: string
}

/** A talk by your clock, and by theirs where it shows another time (X2). */
export function clocksOf(
  talk: Pick<Conversation, 'startsAt' | 'minutes'>,
  yours: string,
  theirs: string | undefined,
): Clock[] {
  const clock = (whose: Clock['whose'], timeZone: string): Clock => ({
    whose,
    timeZone,
    text: `${dayInWords(talk.startsAt, timeZone)}, ${timeInWords(talk.startsAt, timeZone)} to ${timeInWords(endOf(talk), timeZone)}`,
  })
  const you = clock('you', yours)
  if (theirs === undefined) return [you]
  const them = clock('them', theirs)
  return them.text === you.text ? [you] : [you, them]
}

/** A time of day in that zone, "17:30". */
export const timeInWords = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

/** The instant at which the clock of that zone shows a date and a time, "2026-03-10T15:00"; undefined for anything else. */
export function instantAt(local: string, timeZone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
  } catch {
    return undefined
  }
}

/** What the clock of that zone shows, to the minute: "2026-03-10T15:00". */
export const localTime = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

import { isCalendarDay } from '../calendar-day.ts'
import type { ContentLine } from '../vcard/content-line.ts'

/** A date and a time of day as a calendar writes them, before anybody knows in which zone. */
export interface LocalTime {
  /** Days since 1 January 1970. */
  day: number
  /** Seconds since midnight. */
  second: number
  /** The time is of UTC, whatever zone is named. */
  isUtc: boolean
  /** There is no time: a whole day is meant. */
  isDate: boolean
}

const dayLength = 86_400_000

/** `20260302`, `20260302T090000` or `20260302T090000Z` (RFC 5545, sections 3.3.4 and 3.3.5), also with dashes and colons. */
export function localTime(text: string): LocalTime | undefined {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d{1,9})?(Z?))?\s*$/i.exec(
    text,
  )
  if (!match) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (!isCalendarDay(year, month, day) || hour > 24 || minute > 59 || second > 60) return undefined
  return {
    day: Date.UTC(year, month - 1, day) / dayLength,
    second: hour * 3600 + minute * 60 + second,
    isUtc: Boolean(match[7]),
    isDate: match[4] === undefined,
  }
}

/** The dates of an EXDATE or RDATE; of a period, where it begins. */
export const localTimes = ({ value }: ContentLine): LocalTime[] =>
  value.split(',').flatMap((text) => localTime(text.split('/', 1)[0]!) ?? [])

/** A duration as `PT1H30M` or `P1D` (RFC 5545, section 3.3.6), in minutes. */
export function durationMinutes(text: string): number | undefined {
  const match =
    /^\s*\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?\s*$/i.exec(
      text,
    )
  if (!match) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.round(seconds / 60)
}

/** The same as an instant of UTC, in epoch milliseconds. */
export const asUtc = ({ day, second }: LocalTime): number => day * dayLength + second * 1000

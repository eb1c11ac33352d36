import { isTimeZone, Temporal } from '../../method/clock.ts'
import { type Component, propertyOf } from './components.ts'
import { asUtc, type LocalTime, localTime, localTimes } from './local-time.ts'
import { daysOf, recurrenceRule } from './recurrence.ts'
import { windowsZone } from './windows-zones.ts'

/** When a local time is, in epoch milliseconds. */
export type Zone = (time: LocalTime) => number

/**
 * Finds the zone that a TZID means. A name of the tz database comes first, also at the end of a longer one, then one of
 * Windows, then what the file says of it (VTIMEZONE), then an offset in the name. Names that mean nothing are the
 * user's own zone, and `told`.
 */
export function zonesOf(
  definitions: readonly Component[],
  own: string,
  told: (name: string) => void,
): (name: string | undefined) => Zone {
  const defined = new Map(
    definitions.map((one) => [propertyOf(one, 'TZID')?.value.trim() ?? '', one] as const),
  )
  const known = new Map<string, Zone>()
  const find = (name: string): Zone => {
    const definition = defined.get(name)
    const location = definition && propertyOf(definition, 'X-LIC-LOCATION')?.value.trim()
    const place = placeOf(name) ?? (location ? placeOf(location) : undefined)
    if (place) return inPlace(place)
    const rules = definition && byDefinition(definition)
    if (rules) return rules
    const offset = offsetIn(name)
    if (offset !== undefined) return (time) => asUtc(time) - offset
    told(name)
    return inPlace(own)
  }
  return (name = '') => {
    const zone = known.get(name) ?? (name === '' ? inPlace(own) : find(name))
    known.set(name, zone)
    return (time) => (time.isUtc ? asUtc(time) : zone(time))
  }
}

/** `Europe/Berlin`, also within `/mozilla.org/20050126_1/Europe/Berlin`, `"Europe/Berlin"` or `Europe-Berlin`. */
function placeOf(name: string): string | undefined {
  const bare = name.replace(/^["'\s]+|["'\s]+$/g, '').slice(0, 200)
  const parts = bare.split('/').filter(Boolean)
  const tails = [bare, parts.slice(-3).join('/'), parts.slice(-2).join('/'), parts.at(-1) ?? '']
  return tails.find(isPlace) ?? windowsZone(bare)
}

/** Names of three letters are zones of the tz database as well, but "EST" in a calendar mostly is not Panama's. */
const isPlace = (name: string): boolean =>
  (name.includes('/') || /^(?:UTC|GMT)$/i.test(name)) && isTimeZone(name)

/** The zone of a place. On most days the clocks do not change, and one look at the tz database does for all of a day. */
function inPlace(place: string): Zone {
  const instant = (local: number) =>
    Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, 19)).toZonedDateTime(place)
      .epochMilliseconds
  const offsets = new Map<number, number>()
  const offsetAt = (day: number) => {
    const known = offsets.get(day)
    if (known !== undefined) return known
    const midnight = day * 86_400_000
    const offset = midnight - instant(midnight)
    offsets.set(day, offset)
    return offset
  }
  return (time) => {
    const offset = offsetAt(time.day)
    return offset === offsetAt(time.day + 1) ? asUtc(time) - offset : instant(asUtc(time))
  }
}

/** "(UTC+01:00) Amsterdam, Berlin", "GMT-0500" and "UTC+2" say an offset, in milliseconds. */
function offsetIn(name: string): number | undefined {
  const match = /\b(?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d\d)?/i.exec(name)
  if (!match) return /\((?:UTC|GMT)\)/i.test(name) ? 0 : undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

/** No zone has changed its clocks by more rules, or on more single days, than this. */
const mostRules = 400

interface Observance {
  start: LocalTime
  /** The days on which it begins, within some years of a day. */
  days(around: number): number[]
  from: number
  to: number
}

/** The zone that a VTIMEZONE describes: the offset of whatever observance began last (RFC 5545, section 3.6.5). */
function byDefinition({ parts }: Component): Zone | undefined {
  const observances = parts.slice(0, mostRules).flatMap((part) => observanceOf(part) ?? [])
  if (observances.length === 0) return undefined
  return (time) => {
    let offset = observances.toSorted((a, b) => asUtc(a.start) - asUtc(b.start))[0]!.from
    let latest = -Infinity
    for (const { start, days, to } of observances) {
      for (const day of days(time.day)) {
        const begins = asUtc({ ...start, day })
        if (begins <= asUtc(time) && begins > latest) {
          latest = begins
          offset = to
        }
      }
    }
    return asUtc(time) - offset
  }
}

function observanceOf(part: Component): Observance | undefined {
  const start = localTime(propertyOf(part, 'DTSTART')?.value ?? '')
  const to = utcOffset(propertyOf(part, 'TZOFFSETTO')?.value)
  if (!start || to === undefined) return undefined
  const rule = recurrenceRule(propertyOf(part, 'RRULE')?.value ?? '')
  const until = rule?.until ? localTime(rule.until) : undefined
  const more = part.properties.filter(({ name }) => name === 'RDATE').flatMap(localTimes)
  const fixed = [start.day, ...more.slice(0, mostRules).map(({ day }) => day)]
  const ofYear = new Map<number, number[]>()
  return {
    ...{ start, to, from: utcOffset(propertyOf(part, 'TZOFFSETFROM')?.value) ?? to },
    days: (around) => {
      if (!rule) return fixed
      const year = Math.floor(around / 366)
      const known = ofYear.get(year) ?? daysOf(rule, start, (year - 1) * 366, (year + 1) * 366)
      ofYear.set(year, known)
      return [...fixed, ...known].filter((day) => !until || day <= until.day)
    },
  }
}

/** `+0100` or `-053015` (RFC 5545, section 3.3.14), in milliseconds. */
function utcOffset(text: string | undefined): number | undefined {
  const match = /^\s*([+-])(\d\d):?(\d\d):?(\d\d)?\s*$/.exec(text ?? '')
  if (!match) return undefined
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}

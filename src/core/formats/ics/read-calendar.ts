import { cleanLine } from '../clean-text.ts'
import type { Contact, Problem } from '../contact.ts'
import { isEmailAddress } from '../email-address.ts'
import { problem } from '../problem.ts'
import { type ContentLine, hasParameter } from '../vcard/content-line.ts'
import { unescapeText } from '../vcard/value.ts'
import { type Component, propertyOf, readComponents } from './components.ts'
import { durationMinutes, type LocalTime, localTime, localTimes } from './local-time.ts'
import type { CalendarFile, Meeting, Participant } from './meeting.ts'
import { daysOf, lookedAt, type RecurrenceRule, recurrenceRule } from './recurrence.ts'
import { type Zone, zonesOf } from './zones.ts'

const noDate = 'this entry has no date that can be read'
const oddRule = 'this meeting repeats in a way that is not read here: only its first time is taken'
const tooOften = 'this meeting repeats more often than 200 times: the last 200 are taken'
const tooMany = 'there are more than 20,000 meetings in this file: the rest is left out'
const tooManyRules = 'more than 5,000 meetings of this file repeat: of the rest, only the first time is taken'
const noMeeting = 'there is no meeting with others in this file'
const noCalendar = 'there is no calendar in this file'
const unknownZone = (name: string) =>
  `the time zone "${name.slice(0, 80)}" is not known: its times are read in yours`

/** How often a meeting that repeats is taken at most, and how many meetings of a file. */
const mostTimes = 200
const mostMeetings = 20_000

/** How many days are looked at for all the meetings of a file that repeat: thousands of them, in a second. */
const mostLooks = 5_000_000

/** Of a meeting that repeats, the times from so many days ago to so many days ahead. */
const daysBack = 2 * 366
const daysAhead = 366

/** How long a meeting is that does not say, in minutes; and from when on an entry is no meeting. */
const usualMinutes = 30
const longestMinutes = 24 * 60

/** Where one meets on the network, in the words of several programs (RFC 7986, section 5.11, is the newest of them). */
const links = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
]

/** The properties that are read; descriptions and attachments are most of a calendar, and none of them. */
const wanted: ReadonlySet<string> = new Set([
  ...[
    'METHOD',
    'X-WR-CALNAME',
    'TZID',
    'X-LIC-LOCATION',
    'TZOFFSETFROM',
    'TZOFFSETTO',
    'UID',
    'DTSTAMP',
    'SEQUENCE',
  ],
  ...[
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'RDATE',
    'EXDATE',
    'RECURRENCE-ID',
    'STATUS',
    'SUMMARY',
    'LOCATION',
  ],
  ...['ORGANIZER', 'ATTENDEE', 'X-MICROSOFT-CDO-ALLDAYEVENT', ...links],
])

export interface ReadCalendarOptions {
  /** Epoch milliseconds: meetings that repeat are taken around it. */
  now: number
  /** The user's own, for times that name none. */
  timeZone: string
}

/**
 * The meetings of a calendar (RFC 5545; also vCalendar 1.0) and the people in them: whatever has a time of day, takes
 * less than a day and names somebody. Of several versions of a meeting the newest counts (SEQUENCE, then DTSTAMP); a
 * moved or cancelled time of one that repeats takes the place of its own time. Never throws; linear in the length of
 * the text.
 */
export function readCalendar(text: string, { now, timeZone }: ReadCalendarOptions): CalendarFile {
  const { components, problems } = readComponents(text, wanted)
  const calendars = components.filter(({ name }) => name === 'VCALENDAR')
  const events = calendars.length > 0 ? calendars : [{ ...around, parts: components }]
  const told = new Set<string>()
  const today = Math.floor(now / 86_400_000)
  const window = { from: today - daysBack, to: today + daysAhead }
  const meetings: Meeting[] = []
  const newest = new Map<string, Map<number | undefined, Entry>>()
  for (const calendar of events) {
    const zoneOf = zonesOf(
      calendar.parts.filter(({ name }) => name === 'VTIMEZONE'),
      timeZone,
      (name) => {
        if (!told.has(name)) problems.push(problem(calendar.line, unknownZone(name), name))
        told.add(name)
      },
    )
    const isCancelling = /^\s*CANCEL/i.test(propertyOf(calendar, 'METHOD')?.value ?? '')
    for (const part of calendar.parts) {
      if (part.name !== 'VEVENT') continue
      const entry = entryOf(part, zoneOf, isCancelling)
      if (!entry) problems.push(problem(part.line, noDate, oneLine(propertyOf(part, 'SUMMARY')) ?? ''))
      else fileNewest(newest, entry)
    }
  }
  const tellOnce = (line: number, reason: string) => {
    if (!told.has(reason)) problems.push(problem(line, reason, ''))
    told.add(reason)
  }
  let looks = 0
  for (const versions of newest.values()) {
    const master = versions.get(undefined)
    if (master?.rule) {
      const [first, last] = lookedAt(master.rule, master.start, window.from, window.to)
      looks += Math.max(0, last - first)
    }
    if (master?.rule && looks > mostLooks) {
      tellOnce(master.line, tooManyRules)
      versions.set(undefined, { ...master, rule: undefined, more: [] })
    }
    for (const meeting of meetingsOf(versions, window, problems)) {
      if (meetings.length < mostMeetings) meetings.push(meeting)
      else tellOnce(meeting.line, tooMany)
    }
    if (told.has(tooMany)) break
  }
  if (meetings.length === 0 && problems.length === 0)
    problems.push(problem(1, components.length > 0 ? noMeeting : noCalendar, ''))
  problems.sort((a, b) => a.line - b.line)
  const owner = ownerOf(calendars, meetings)
  return { format: 'ics', contacts: contactsOf(meetings), meetings, problems, ...(owner && { owner }) }
}

const around: Component = { name: 'VCALENDAR', line: 1, properties: [], parts: [] }

/** An entry of a calendar, read; `recurs` is the time that it takes the place of. */
interface Entry extends Omit<Meeting, 'occurrence'> {
  recurs: number | undefined
  start: LocalTime
  wholeDay: boolean
  version: readonly [sequence: number, stampedAt: string]
  rule: RecurrenceRule | undefined
  oddRule: boolean
  until: number
  more: LocalTime[]
  except: number[]
  zone: Zone
}

function entryOf(
  part: Component,
  zoneOf: (name: string | undefined) => Zone,
  isCancelling: boolean,
): Entry | undefined {
  const dtstart = propertyOf(part, 'DTSTART')
  const start = dtstart && localTime(dtstart.value)
  if (!start) return undefined
  const zone = zoneOf(dtstart.parameters.get('TZID')?.[0])
  const zoneIn = (property: ContentLine) => {
    const named = property.parameters.get('TZID')?.[0]
    return named === undefined ? zone : zoneOf(named)
  }
  const dtend = propertyOf(part, 'DTEND')
  const end = dtend && localTime(dtend.value)
  const startsAt = zone(start)
  const minutes = end
    ? Math.round((zoneIn(dtend)(end) - startsAt) / 60_000)
    : (durationMinutes(propertyOf(part, 'DURATION')?.value ?? '') ?? 0)
  const rule = propertyOf(part, 'RRULE')?.value
  const read = rule === undefined ? undefined : recurrenceRule(rule)
  const until = read?.until ? localTime(read.until) : undefined
  const recurrence = propertyOf(part, 'RECURRENCE-ID')
  const recursAt = recurrence && localTime(recurrence.value)
  const summary = oneLine(propertyOf(part, 'SUMMARY'))
  const place = oneLine(propertyOf(part, 'LOCATION')) ?? link(part)
  const named = (name: string) => part.properties.filter((property) => property.name === name)
  return {
    line: part.line,
    uid: oneLine(propertyOf(part, 'UID')) ?? `${startsAt} ${summary ?? ''}`,
    recurs: recursAt && zoneIn(recurrence)(recursAt),
    start,
    startsAt,
    minutes: minutes > 0 ? minutes : usualMinutes,
    ...(summary && { summary }),
    ...(place && { place }),
    cancelled: isCancelling || /^\s*CANCEL/i.test(propertyOf(part, 'STATUS')?.value ?? ''),
    people: peopleOf(part),
    wholeDay: start.isDate || /^\s*TRUE/i.test(propertyOf(part, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value ?? ''),
    version: [
      Number(propertyOf(part, 'SEQUENCE')?.value) || 0,
      propertyOf(part, 'DTSTAMP')?.value.trim() ?? '',
    ],
    rule: read,
    oddRule: rule !== undefined && !read,
    until: until ? (until.isDate ? zone(until) + 86_400_000 - 1 : zone(until)) : Infinity,
    more: named('RDATE').flatMap(localTimes),
    except: named('EXDATE').flatMap((property) =>
      // A date without a time excepts the time of that day.
      localTimes(property).map((time) =>
        zoneIn(property)(time.isDate ? { ...time, second: start.second } : time),
      ),
    ),
    zone,
  }
}

/** Keeps of each meeting, and of each moved time of it, what was sent last. */
function fileNewest(newest: Map<string, Map<number | undefined, Entry>>, entry: Entry): void {
  const versions = newest.get(entry.uid) ?? new Map<number | undefined, Entry>()
  newest.set(entry.uid, versions)
  const before = versions.get(entry.recurs)
  const isOlder =
    before &&
    (entry.version[0] < before.version[0] ||
      (entry.version[0] === before.version[0] && entry.version[1] < before.version[1]))
  if (!isOlder) versions.set(entry.recurs, entry)
}

function* meetingsOf(
  versions: ReadonlyMap<number | undefined, Entry>,
  window: { from: number; to: number },
  problems: Problem[],
): Generator<Meeting> {
  const master = versions.get(undefined)
  const moved = [...versions.values()].filter(({ recurs }) => recurs !== undefined)
  if (master && isMeeting(master)) {
    if (master.oddRule) problems.push(problem(master.line, oddRule, master.summary ?? ''))
    if (!master.rule && master.more.length === 0) yield meetingAt(master, master.startsAt)
    else {
      const times = timesOf(master, window)
      if (times.length > mostTimes) problems.push(problem(master.line, tooOften, master.summary ?? ''))
      for (const at of times.slice(-mostTimes)) {
        if (!versions.has(at)) yield meetingAt(master, at, at, master.except.includes(at))
      }
    }
  }
  for (const entry of moved.slice(-mostTimes)) {
    // Who takes part may only stand in the meeting itself.
    const people = entry.people.length > 0 ? entry.people : (master?.people ?? [])
    const cancelled = entry.cancelled || (master?.cancelled ?? false)
    if (isMeeting({ ...entry, people }))
      yield meetingAt({ ...entry, people, cancelled }, entry.startsAt, entry.recurs)
  }
}

const isMeeting = ({ wholeDay, minutes, people }: Pick<Entry, 'wholeDay' | 'minutes' | 'people'>): boolean =>
  !wholeDay && minutes < longestMinutes && people.length > 0

/** When a meeting that repeats takes place, in order. */
function timesOf(
  { rule, start, zone, until, more }: Entry,
  { from, to }: { from: number; to: number },
): number[] {
  const days = rule ? daysOf(rule, start, from, to) : [start.day]
  const times = days.map((day) => zone({ ...start, day })).filter((at) => at <= until)
  const others = more.filter(({ day }) => day >= from && day <= to).map((time) => zone(time))
  return [...new Set([...times, ...others])].sort((a, b) => a - b)
}

function meetingAt(entry: Entry, startsAt: number, occurrence?: number, excepted = false): Meeting {
  const { line, uid, minutes, summary, place, cancelled, people } = entry
  return {
    ...{ line, uid, startsAt, minutes, people, cancelled: cancelled || excepted },
    ...(occurrence !== undefined && { occurrence }),
    ...(summary && { summary }),
    ...(place && { place }),
  }
}

/** Whoever invites and is invited: no rooms, no groups, nobody who declined. */
function peopleOf(part: Component): Participant[] {
  const people = new Map<string, Participant>()
  for (const property of part.properties) {
    if (property.name !== 'ATTENDEE' && property.name !== 'ORGANIZER') continue
    const one = participant(property)
    const key = one?.email?.toLowerCase() ?? one?.name
    if (one && key && !people.has(key)) people.set(key, one)
  }
  return [...people.values()]
}

const notThere: readonly (readonly [parameter: string, value: string])[] = [
  ['CUTYPE', 'room'],
  ['CUTYPE', 'resource'],
  ['CUTYPE', 'group'],
  ['PARTSTAT', 'declined'],
  ['ROLE', 'non-participant'],
]

function participant(property: ContentLine): Participant | undefined {
  if (notThere.some(([parameter, value]) => hasParameter(property, parameter, value))) return undefined
  const value = cleanLine(unescapeText(property.value)) ?? ''
  // vCalendar 1.0 writes "Nadia Haddad <nadia@example.org>".
  const [, before, within] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? []
  const addresses = [property.parameters.get('EMAIL')?.[0], within, value]
  const email = addresses
    .map((address) => cleanLine(address?.replace(/^\s*mailto:/i, '')) ?? '')
    .find((address) => isEmailAddress(address) && !/^[a-z]+:/i.test(address))
  const said = cleanLine(property.parameters.get('CN')?.[0]) ?? cleanLine(before)
  const name = said?.replace(/^'(.*)'$/, '$1')
  const isName = name && name.toLowerCase() !== email?.toLowerCase()
  if (!email && !isName) return undefined
  return { ...(isName && { name }), ...(email && { email }) }
}

/** The people of all meetings as contacts, each once: by their address, else by their name. */
function contactsOf(meetings: readonly Meeting[]): Contact[] {
  const contacts = new Map<string, Contact>()
  for (const { line, people, cancelled } of meetings) {
    if (cancelled) continue
    for (const { name, email } of people) {
      const key = email?.toLowerCase() ?? name!
      const known = contacts.get(key)
      // The first time an address comes, its name may be missing.
      if (known && name && known.name === known.emails[0]) known.name = name
      if (!known)
        contacts.set(key, {
          line,
          name: name ?? email!,
          emails: email ? [email] : [],
          phones: [],
          urls: [],
          tags: [],
        })
    }
  }
  return [...contacts.values()]
}

/** From how many meetings on somebody who is in each of them keeps the calendar. */
const meetingsOfOwner = 3

/**
 * The address by which a calendar is called, as Google does; else the only one that is in every meeting of several,
 * none of which it is alone in.
 */
function ownerOf(calendars: readonly Component[], meetings: readonly Meeting[]): string | undefined {
  for (const calendar of calendars) {
    const name = oneLine(propertyOf(calendar, 'X-WR-CALNAME'))
    if (name && isEmailAddress(name)) return name.toLowerCase()
  }
  if (new Set(meetings.map(({ uid }) => uid)).size < meetingsOfOwner) return undefined
  const [first, ...others] = meetings.map(
    ({ people }) => new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? [])),
  )
  if ([first!, ...others].some(({ size }) => size < 2)) return undefined
  const always = [...first!].filter((email) => others.every((people) => people.has(email)))
  return always.length === 1 ? always[0] : undefined
}

const link = (part: Component): string | undefined =>
  links.map((name) => oneLine(propertyOf(part, name))).find((text) => text !== undefined)

const oneLine = (property: ContentLine | undefined): string | undefined =>
  property && cleanLine(unescapeText(property.value))?.slice(0, 500).toWellFormed()

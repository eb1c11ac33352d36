import { escapeText, foldLine, parameterText } from '../write-line.ts'

/** Somebody who takes part. */
export interface Party {
  name?: string
  email: string
}

/** An entry of a calendar. Instants are epoch milliseconds. */
export interface CalendarEntry {
  /** Never changes: by it a calendar knows the entry when it comes again. */
  uid: string
  /** When what it says was last changed. */
  changedAt: number
  /** Rises with each change, where somebody answers to it (RFC 5546, section 2.1.4). */
  sequence?: number
  /** A whole day, `YYYY-MM-DD`, or from an instant on for so many minutes. */
  when: { day: string } | { startsAt: number; minutes: number }
  summary: string
  description?: string
  place?: string
  cancelled?: boolean
  /** It takes up the time: others see it as busy. */
  busy: boolean
  /** When to be reminded: so many minutes after it begins, or before, where the number is negative. */
  alarm?: number
  organizer?: Party
  attendees?: readonly Party[]
}

export interface Calendar {
  /** What is done with it (RFC 5546): PUBLISH to be looked at, REQUEST to be answered. */
  method: 'PUBLISH' | 'REQUEST'
  /** What a calendar program calls it. */
  name?: string
  entries: readonly CalendarEntry[]
}

/**
 * A calendar as a file (RFC 5545), in UTF-8, with CRLF; times in UTC, which needs no zones. The same entries give the
 * same bytes. No text can begin a property or an entry of its own.
 */
export function writeCalendar({ method, name, entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Acquaint//Acquaint//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`, ...refreshed] : []),
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
  return lines.map(foldLine).join('')
}

/** How often a calendar that is subscribed to should be asked for again (RFC 7986, section 5.7). */
const refreshed = ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']

function entryLines(entry: CalendarEntry): string[] {
  const { uid, changedAt, sequence, when, summary, description, place } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    ...('day' in when
      ? [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
      : [`DTSTART:${utc(when.startsAt)}`, `DTEND:${utc(when.startsAt + when.minutes * 60_000)}`]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${entry.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(entry.organizer ? [partyLine('ORGANIZER', entry.organizer, '')] : []),
    ...(entry.attendees ?? []).map((one) => partyLine('ATTENDEE', one, ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE')),
    ...(entry.alarm === undefined ? [] : alarmLines(entry.alarm, summary)),
    'END:VEVENT',
  ]
}

function partyLine(property: string, { name, email }: Party, more: string): string {
  const named = name ? `;CN=${parameterText(name)}` : ''
  return `${property}${named}${more}:mailto:${email.replace(/[\s,;:"]/g, '')}`
}

/** A reminder on the screen (RFC 5545, section 3.6.6). */
const alarmLines = (minutes: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(summary)}`,
  `TRIGGER:${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`,
  'END:VALARM',
]

/** `20260302T090000Z` (RFC 5545, section 3.3.5). */
const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')

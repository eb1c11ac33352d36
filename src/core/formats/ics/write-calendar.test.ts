import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEntry, writeCalendar } from './write-calendar.ts'

const at = Date.parse('2026-03-02T09:00:00Z')
const entry: CalendarEntry = {
  ...{ uid: 'u1', changedAt: at, when: { startsAt: at, minutes: 30 }, summary: 'Conversation', busy: true },
}
const linesOf = (more: Partial<CalendarEntry>) =>
  writeCalendar({ method: 'PUBLISH', entries: [{ ...entry, ...more }] })
    .replaceAll('\r\n ', '')
    .split('\r\n')

describe('writeCalendar', () => {
  it('writes an entry with what RFC 5545 demands, in UTC', () => {
    expect(linesOf({ place: 'Lakeside; 3rd floor', alarm: -40 })).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Acquaint//Acquaint//EN', 'CALSCALE:GREGORIAN'],
      ...['METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:u1', 'DTSTAMP:20260302T090000Z'],
      ...['LAST-MODIFIED:20260302T090000Z', 'DTSTART:20260302T090000Z', 'DTEND:20260302T093000Z'],
      ...['SUMMARY:Conversation', 'LOCATION:Lakeside\\; 3rd floor', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Conversation', 'TRIGGER:-PT40M', 'END:VALARM'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ])
  })

  it('writes a whole day as a date, and a reminder on its morning', () => {
    const lines = linesOf({ when: { day: '2026-03-02' }, busy: false, alarm: 540 })
    expect(lines).toContain('DTSTART;VALUE=DATE:20260302')
    expect(lines).toContain('TRIGGER:PT540M')
    expect(lines).toContain('TRANSP:TRANSPARENT')
  })

  it('lets no text begin a property or an entry of its own, and folds after 75 octets', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'a\r\nEND:VEVENT\r\nBEGIN:VEVENT',
        '\n',
        '\rATTENDEE:x',
        '\u2028URL:x',
        '"',
        '^',
        ';:,\\',
      ),
    )
    const texts = fc.array(text, { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        const file = writeCalendar({
          ...{ method: 'REQUEST', name: a },
          entries: [
            {
              ...{ ...entry, uid: a, summary: b, description: c, place: a, alarm: -5 },
              ...{ organizer: { name: b, email: c }, attendees: [{ name: c, email: a }] },
            },
          ],
        })
        const physical = file.split('\r\n')
        for (const line of physical) {
          expect(line).not.toMatch(/(?!\t)[\p{Cc}\u2028\u2029]/u)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        const names = file
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .map((line) => line.split(/[;:]/, 1)[0])
        expect(names.filter((name) => name === 'BEGIN')).toHaveLength(3)
        expect(new Set(names).size).toBeLessThanOrEqual(25)
        expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(1)
      }),
      { numRuns: 80 },
    )
  })
})

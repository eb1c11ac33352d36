import { describe, expect, test } from 'vitest'
import { instantAt, localTime } from './clocks.ts'
import { confirmLine } from './confirm-line.ts'

const whom = {
  name: 'Nadia Haddad',
  givenName: 'Nadia',
  familyName: 'Haddad',
  honorific: 'Dr.',
  origin: 'direct-contact',
  closeness: 2,
} as const
const talk = {
  startsAt: Date.parse('2026-03-10T14:00:00Z'),
  minutes: 30,
  mode: 'in-person',
  place: 'Lakeside Health, 3rd floor',
} as const
const facts = { whom, sender: 'Rosa Lindqvist', timeZone: 'Europe/Berlin' }

describe('the line that confirms a talk', () => {
  test('says day, time with its zone, place, and thanks (X2)', () => {
    expect(confirmLine(talk, facts)).toBe(
      [
        'Dear Dr. Haddad,',
        'I look forward to our talk on Tuesday, 10 March, 15:00 to 15:30 (Europe/Berlin), at this place: Lakeside Health, 3rd floor. If anything has changed for you, just tell me. Thank you for the time you are giving me.',
        'Rosa Lindqvist',
      ].join('\n\n'),
    )
  })
  test('says the time by their clock first where it shows another (X2)', () => {
    const line = confirmLine(talk, { ...facts, whom: { ...whom, timeZone: 'America/Chicago' } })
    expect(line).toContain('Tuesday, 10 March, 09:00 to 09:30 by your clock (America/Chicago)')
    expect(line).toContain('15:00 to 15:30 by mine (Europe/Berlin)')
  })
  test('a call without a number says how they talk (X2)', () => {
    const line = confirmLine({ ...talk, mode: 'phone', place: undefined }, { ...facts, sender: undefined })
    expect(line).toMatch(/\(Europe\/Berlin\), by telephone\./)
    expect(line.endsWith('giving me.')).toBe(true)
  })
})

describe('a time as the clock of a zone shows it', () => {
  test('is an instant, and back, also where the clocks change (X2)', () => {
    expect(instantAt('2026-03-10T15:00', 'Europe/Berlin')).toBe(talk.startsAt)
    expect(localTime(talk.startsAt, 'Asia/Tokyo')).toBe('2026-03-10T23:00')
    expect(localTime(instantAt('2026-03-29T02:30', 'Europe/Berlin')!, 'Europe/Berlin')).toBe(
      '2026-03-29T03:30',
    )
  })
  test('is nothing where it is half written (X2)', () => {
    expect(instantAt('2026-03', 'Europe/Berlin')).toBeUndefined()
    expect(instantAt('2026-03-10T15:00', 'Nowhere/Here')).toBeUndefined()
  })
})

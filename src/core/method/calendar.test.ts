import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterVacation, type Calendar, endOfWait, type Stretch } from './calendar.ts'
import { dayOf, isTimeZone } from './clock.ts'
import { officePolicy } from './policy.ts'

const berlin: Calendar = { timeZone: 'Europe/Berlin', holidays: new Set() }
const business = { ...officePolicy, clock: 'business' } as const
const monday = Date.parse('2026-03-02T10:00:00+01:00')
const end = (...rest: Parameters<typeof endOfWait>) => new Date(endOfWait(...rest)).toISOString()

describe('the end of a wait', () => {
  test('is the same time of day two weeks later, also across a change of clocks (O6)', () => {
    expect(end(monday, 14, officePolicy, berlin)).toBe('2026-03-16T09:00:00.000Z')
    expect(end(Date.parse('2026-03-20T10:00:00+01:00'), 14, officePolicy, berlin)).toBe(
      '2026-04-03T08:00:00.000Z',
    )
  })
  test('leaves out weekends where business days are counted (X5, X8)', () => {
    expect(end(monday, 3, business, berlin)).toBe('2026-03-05T09:00:00.000Z')
    expect(end(monday, 7, business, berlin)).toBe('2026-03-11T09:00:00.000Z')
    const friday = Date.parse('2026-03-06T10:00:00+01:00')
    expect(end(friday, 1, business, berlin)).toBe('2026-03-09T09:00:00.000Z')
    expect(end(friday, 1, { ...business, weekend: 'none' }, berlin)).toBe('2026-03-07T09:00:00.000Z')
    expect(end(friday, 1, { ...business, weekend: 'friday-saturday' }, berlin)).toBe(
      '2026-03-08T09:00:00.000Z',
    )
  })
  test('is never a holiday, and as a business day a holiday does not count (X5)', () => {
    const calendar = { ...berlin, holidays: new Set(['2026-03-16', '2026-03-17']) }
    expect(end(monday, 14, officePolicy, calendar)).toBe('2026-03-18T09:00:00.000Z')
    expect(end(monday, 10, business, calendar)).toBe('2026-03-18T09:00:00.000Z')
  })
  test('stands still while they are away, however often they say so (X5)', () => {
    const away = { from: '2026-03-02', until: '2026-03-09' }
    expect(end(monday, 14, officePolicy, berlin, [away])).toBe('2026-03-23T09:00:00.000Z')
    expect(end(monday, 14, officePolicy, berlin, [away, away])).toBe('2026-03-23T09:00:00.000Z')
  })
  test('is not over before they are back, even where they say so late (X5)', () => {
    const late = { from: '2026-03-20', until: '2026-03-30' }
    expect(end(monday, 14, officePolicy, berlin, [late])).toBe('2026-03-30T08:00:00.000Z')
    const onTheDay = { from: '2026-03-16', until: '2026-03-18' }
    expect(end(monday, 14, officePolicy, berlin, [onTheDay])).toBe('2026-03-18T09:00:00.000Z')
    const calendar = { ...berlin, holidays: new Set(['2026-03-18']) }
    expect(end(monday, 14, officePolicy, calendar, [onTheDay])).toBe('2026-03-19T09:00:00.000Z')
  })
  const day = fc.integer({ min: 0, max: 400 }).map((n) => dayOf(monday + n * 86_400_000, 'UTC'))
  const stretch = fc
    .tuple(day, day)
    .map(([a, b]): Stretch => (a < b ? { from: a, until: b } : { from: b, until: a }))
  test('never comes sooner for a holiday, an absence or business days, and falls on a day that counts (X5)', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/Chicago', 'Pacific/Kiritimati').filter(isTimeZone)
    fc.assert(
      fc.property(
        fc.array(day),
        fc.array(stretch, { maxLength: 3 }),
        zone,
        fc.integer({ min: 1, max: 30 }),
        (free, away, timeZone, days) => {
          const plain = endOfWait(monday, days, officePolicy, { timeZone, holidays: new Set() })
          const calendar = { timeZone, holidays: new Set(free) }
          for (const policy of [officePolicy, business]) {
            const moved = endOfWait(monday, days, policy, calendar, away)
            expect(moved).toBeGreaterThanOrEqual(plain)
            expect(calendar.holidays.has(dayOf(moved, timeZone))).toBe(false)
            expect(endOfWait(monday, days + 1, policy, calendar, away)).toBeGreaterThanOrEqual(moved)
          }
        },
      ),
    )
  })
})

test('what falls into a vacation waits until the user is back, at the same time of day (X5)', () => {
  const calendar = { ...berlin, away: { from: '2026-03-01', until: '2026-03-10' } }
  expect(new Date(afterVacation(monday, calendar)).toISOString()).toBe('2026-03-10T09:00:00.000Z')
  const later = Date.parse('2026-03-10T00:00:00+01:00')
  expect(afterVacation(later, calendar)).toBe(later)
})

import { expect, test } from 'vitest'
import {
  addDays,
  dateAfter,
  dayInWords,
  dayOf,
  endOfDay,
  instantAt,
  isTimeZone,
  localTime,
  startOfDay,
  startOfWeek,
} from './clock.ts'

const at = Date.parse

test('days are counted on the calendar: the same hour, also across a change of clocks', () => {
  expect(addDays(at('2026-03-20T10:00:00+01:00'), 14, 'Europe/Berlin')).toBe(at('2026-04-03T10:00:00+02:00'))
  expect(addDays(at('2026-10-30T10:00:00-05:00'), 7, 'America/Chicago')).toBe(at('2026-11-06T10:00:00-06:00'))
})

test('a day begins and ends where the user is', () => {
  expect(dayOf(at('2026-03-01T23:30:00Z'), 'Asia/Tokyo')).toBe('2026-03-02')
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe(at('2026-03-29T00:00:00+01:00'))
  expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe(at('2026-03-30T00:00:00+02:00'))
})

test('a day without midnight begins when its first hour does', () => {
  expect(startOfDay('2026-04-24', 'Africa/Cairo')).toBe(at('2026-04-23T22:00:00Z'))
})

test('the week begins on Monday', () => {
  expect(startOfWeek(at('2026-03-08T23:00:00+01:00'), 'Europe/Berlin')).toBe(at('2026-03-02T00:00:00+01:00'))
})

test('dates and zones in words', () => {
  expect(dateAfter('2026-12-30', 7)).toBe('2027-01-06')
  expect(dayInWords(at('2026-03-03T12:00:00Z'), 'UTC')).toBe('Tuesday, 3 March')
  expect([isTimeZone('Europe/Berlin'), isTimeZone('Mars/Olympus')]).toEqual([true, false])
})

test('a time of day in a form is that of the user’s zone, both ways', () => {
  expect(instantAt('2026-03-03T10:00', 'Europe/Berlin')).toBe(at('2026-03-03T10:00:00+01:00'))
  expect(localTime(at('2026-07-03T08:05:30Z'), 'Europe/Berlin')).toBe('2026-07-03T10:05')
})

import { expect, test } from 'vitest'
import { agendaOf } from './agenda.ts'
import { bothNotes } from './both-notes.ts'
import type { Conversation } from './conversation.ts'
import { agreedStart, meetingClock } from './meeting-clock.ts'

const minute = 60_000
const talk = (id: string, startsAt: number, status: string) =>
  ({ id, startsAt, minutes: 30, status }) as unknown as Conversation

test('a talk comes until its time is over, then it waits to be written down (F3)', () => {
  const talks = [
    talk('later', 200 * minute, 'arranged'),
    talk('now', 90 * minute, 'arranged'),
    talk('over', 70 * minute, 'arranged'),
    talk('longer over', 10 * minute, 'arranged'),
    talk('held', 20 * minute, 'held'),
    talk('cancelled', 30 * minute, 'cancelled'),
  ]
  const ids = (some: Conversation[]) => some.map(({ id }) => id)
  const { coming, unwritten, past } = agendaOf(talks, 100 * minute)
  expect(ids(coming)).toEqual(['now', 'later'])
  expect(ids(unwritten)).toEqual(['longer over', 'over'])
  expect(ids(past)).toEqual(['cancelled', 'held'])
})

test('the time agreed is counted down, with a quiet word five minutes before its end, and one at the end (C6)', () => {
  const at = (seconds: number) => meetingClock(0, 30, seconds * 1000)
  expect(at(0)).toEqual({ left: 1800, text: '30:00', phase: 'going' })
  expect(at(1499)).toMatchObject({ text: '5:01', phase: 'going' })
  expect(at(1500)).toMatchObject({ text: '5:00', phase: 'nearly over' })
  expect(at(1800)).toMatchObject({ text: '0:00', phase: 'over' })
  expect(at(1925)).toMatchObject({ text: '+2:05', phase: 'over' })
})

test('the time runs from the hour agreed while the talk goes on; else it waits to be begun (C6)', () => {
  expect(agreedStart(10 * minute, 30, 9 * minute)).toBeUndefined()
  expect(agreedStart(10 * minute, 30, 12 * minute)).toBe(10 * minute)
  expect(agreedStart(10 * minute, 30, 40 * minute)).toBeUndefined()
})

test('notes that were changed on two devices keep both (F3)', () => {
  expect(bothNotes('a', 'a b', 'a')).toBe('a b')
  expect(bothNotes('a', 'a', 'a c')).toBe('a c')
  expect(bothNotes('a', 'a b', 'a c')).toBe('a c\n\na b')
  expect(bothNotes('a', 'a b', 'a b c')).toBe('a b c')
})

import { describe, expect, test } from 'vitest'
import type { Conversation } from '../conversations/conversation.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Promised } from '../promises/promise.ts'
import type { Advocacy } from './advocacy.ts'
import { type AdvocacyRecords, ladder, rungOf } from './ladder.ts'

const nothing: AdvocacyRecords = { conversations: [], introductionsFrom: [], promises: [], advocacies: [] }
const talk = { status: 'held', startsAt: 10, minutes: 30 } as Conversation
const named = { introduction: { namedAt: 20, status: 'named' } as Introduction, to: 'Tomás Reyes' }
const kept = { by: 'them', status: 'kept', closedAt: 30, text: 'Send the reading list' } as Promised
const helped = { status: 'helped', at: 40, evidence: 'Sent my letter on' } as Advocacy
const asked = { status: 'asked', at: 41 } as Advocacy

describe('the advocate ladder', () => {
  test('is climbed by dated records alone: talk, introduction or promise kept, help with an opening (W5)', () => {
    expect(rungOf(nothing)).toBe('acquaintance')
    expect(rungOf({ ...nothing, conversations: [talk] })).toBe('informant')
    expect(rungOf({ ...nothing, conversations: [talk], introductionsFrom: [named] })).toBe('ally')
    expect(rungOf({ ...nothing, promises: [kept] })).toBe('ally')
    expect(rungOf({ ...nothing, advocacies: [helped] })).toBe('advocate')
  })
  test('is not climbed by a talk that fell through, a promise of the user’s or one still open, or by being asked (W5)', () => {
    const conversations = [{ ...talk, status: 'cancelled' } as Conversation]
    const promises = [{ ...kept, by: 'me' } as Promised, { ...kept, status: 'open' } as Promised]
    expect(rungOf({ ...nothing, conversations, promises, advocacies: [asked] })).toBe('acquaintance')
  })
  test('shows the evidence of each rung, the highest first, with its date (W5)', () => {
    const all = {
      conversations: [talk],
      introductionsFrom: [named],
      promises: [kept],
      advocacies: [asked, helped],
    }
    expect(ladder(all)).toEqual([
      { rung: 'advocate', at: 40, text: 'Sent my letter on' },
      { rung: 'ally', at: 30, text: 'kept a promise: Send the reading list' },
      { rung: 'ally', at: 20, text: 'named Tomás Reyes' },
      { rung: 'informant', at: 10, text: 'talked with you for 30 minutes' },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { followUp, moveOn, recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { editPerson } from '../people/commands.ts'
import { addTouch } from '../touches/commands.ts'
import { growthOf, weeksOf } from './activity.ts'
import { readInsights } from './load-insights.ts'
import { replyDays } from './reply-days.ts'

const monday = '2026-03-02T10:00:00+01:00'
const hour = 3_600_000

type World = ReturnType<typeof world>
const insights = (w: World) => w.read(readInsights)

async function talk(w: World, personId: string, at: string, stayInTouch: 'yes' | 'no' = 'yes') {
  const row = await w.run(arrangeConversation, { personId, at: Date.parse(at), minutes: 30, mode: 'video' })
  w.at(new Date(Date.parse(at) + hour).toISOString())
  await w.run(recordConversation, { conversationId: row.id, outcome: 'held', stayInTouch })
}

/** Six people: one listed, one chosen, four written to in different ways, one met at an event. */
async function history(w: World) {
  await w.add('Listed')
  await w.add('Chosen', { chosen: true, origin: 'personal-referral' })
  const [silent, declined, met, kept, chance] = [
    await w.add('Silent'),
    await w.add('Declined'),
    await w.add('Met', { origin: 'personal-referral' }),
    await w.add('Kept'),
    await w.add('By chance'),
  ]
  const { id: unanswered } = await w.run(startApproach, { personId: silent.id, channel: 'email' })
  const { id: refused } = await w.run(startApproach, { personId: declined.id, channel: 'linkedin' })
  const { id: willing } = await w.run(startApproach, { personId: met.id, channel: 'email' })
  await w.run(startApproach, { personId: kept.id, channel: 'phone' })
  w.at('2026-03-03T10:00:00+01:00')
  await w.run(recordReply, { approachId: refused, answer: 'no' })
  w.at('2026-03-05T10:00:00+01:00')
  await w.run(recordReply, { approachId: willing, answer: 'yes' })
  await talk(w, met.id, '2026-03-09T10:00:00+01:00', 'no')
  // Nobody noted the yes; arranging a time is one.
  await talk(w, kept.id, '2026-03-10T10:00:00+01:00')
  await w.run(addTouch, { personId: kept.id, kind: 'card', thanks: true })
  await talk(w, chance.id, '2026-03-11T10:00:00+01:00')
  w.at('2026-03-16T10:00:00+01:00')
  await w.run(followUp, { approachId: unanswered })
  w.at('2026-03-31T10:00:00+02:00')
  await w.run(moveOn, { approachId: unanswered })
}

describe('the funnel', () => {
  test('counts people, each share of its true whole (O6, F1, F4)', async () => {
    const w = world(monday)
    await history(w)
    const { funnel, metOtherwise, byChannel, byOrigin } = await insights(w)
    expect(funnel).toEqual({
      approached: { count: 4, of: 5 },
      replied: { count: 3, of: 4 },
      met: { count: 2, of: 3 },
      thanked: { count: 1, of: 2 },
      inTouch: { count: 1, of: 2 },
      advocates: { count: 0, of: 2 },
    })
    expect(metOtherwise).toBe(1)
    expect(byChannel.email).toMatchObject({ approached: { count: 2, of: 4 }, replied: { count: 1, of: 2 } })
    expect(byChannel.linkedin).toMatchObject({ replied: { count: 1, of: 1 }, met: { count: 0, of: 1 } })
    expect(byOrigin['personal-referral']).toMatchObject({
      approached: { count: 1, of: 2 },
      met: { count: 1, of: 1 },
    })
  })
  test('hears a "later" as an answer, also when another letter followed; a note of absence is none (O6, X5)', async () => {
    const w = world(monday)
    const [later, away] = [await w.add('Later'), await w.add('Away')]
    const first = await w.run(startApproach, { personId: later.id })
    const second = await w.run(startApproach, { personId: away.id })
    await w.run(recordReply, { approachId: second.id, answer: 'out-of-office', until: '2026-03-20' })
    w.at('2026-03-04T22:00:00+01:00')
    await w.run(recordReply, { approachId: first.id, answer: 'later', until: '2026-05-04' })
    w.at('2026-05-04T10:00:00+02:00')
    await w.run(followUp, { approachId: first.id })
    const { funnel, replyDays: days } = await insights(w)
    expect(funnel.replied).toEqual({ count: 1, of: 2 })
    expect(days).toEqual({ median: 2.5, quartiles: { lower: 2.5, upper: 2.5 }, count: 1 })
  })
  test('is all zeros on the first day, and has no days to tell', async () => {
    const { funnel, replyDays: days, weeks, growth } = await insights(world(monday))
    for (const share of Object.values(funnel)) expect(share).toEqual({ count: 0, of: 0 })
    expect([days.median, days.count, weeks, growth]).toEqual([null, 0, [], []])
  })
})

describe('other insights', () => {
  test('tell how long answers took, by median and quartiles (O6)', async () => {
    const w = world(monday)
    await history(w)
    // Declined after 1 day, a yes after 3, a time arranged after a week and an hour.
    expect((await insights(w)).replyDays).toEqual({
      median: 3,
      quartiles: { lower: 2, upper: 5 },
      count: 3,
    })
    expect(replyDays([], [])).toEqual({ median: null, quartiles: null, count: 0 })
  })
  test('tell with whom the cadence was kept, paused people aside (F4)', async () => {
    const w = world(monday)
    await history(w)
    expect((await insights(w)).cadence).toEqual({ count: 2, of: 2 })
    w.at('2026-06-10T10:00:00+02:00')
    expect((await insights(w)).cadence).toEqual({ count: 0, of: 2 })
    const paused = await w.add('Paused', { keepInTouch: 'yes' })
    expect((await insights(w)).cadence).toEqual({ count: 1, of: 3 })
    await w.run(editPerson, { personId: paused.id, pausedUntil: '2026-07-01' })
    expect((await insights(w)).cadence).toEqual({ count: 0, of: 2 })
  })
  test('tell of the talks whose time for thanks is over which were thanked in time (F1)', async () => {
    const w = world(monday)
    await history(w)
    expect((await insights(w)).thankedInTime).toEqual({ count: 1, of: 3 })
  })
  test('count weeks from Monday in the zone of the user, quiet ones included', () => {
    const at = (text: string) => ({ at: Date.parse(text) })
    const touches = [
      at('2026-03-01T23:30:00+01:00'),
      at('2026-03-02T00:30:00+01:00'),
      at('2026-03-02T09:00:00+01:00'),
    ]
    const talks = [{ startsAt: Date.parse('2026-03-29T12:00:00+02:00') }]
    const { weeks, active } = weeksOf(
      { touches, talks },
      Date.parse('2026-04-01T10:00:00+02:00'),
      'Europe/Berlin',
    )
    expect(weeks.map(({ week, touches: t, conversations: c }) => [week, t, c])).toEqual([
      ['2026-02-23', 1, 0],
      ['2026-03-02', 2, 0],
      ['2026-03-09', 0, 0],
      ['2026-03-16', 0, 0],
      ['2026-03-23', 0, 1],
      ['2026-03-30', 0, 0],
    ])
    expect(active).toEqual({ count: 3, of: 6 })
  })
  test('count the growth of the network by months', () => {
    const days = ['2026-01-31T23:30:00+01:00', '2026-02-01T00:30:00+01:00', '2026-04-30T12:00:00+02:00']
    const growth = growthOf(days.map(Date.parse), Date.parse('2026-05-02T10:00:00+02:00'), 'Europe/Berlin')
    expect(growth.map(({ month, added, people }) => [month, added, people])).toEqual([
      ['2026-01', 1, 1],
      ['2026-02', 1, 2],
      ['2026-03', 0, 2],
      ['2026-04', 1, 3],
      ['2026-05', 0, 3],
    ])
  })
})

const acts = fc.array(
  fc.record({
    who: fc.nat(3),
    act: fc.constantFrom(
      'approach',
      'follow-up',
      'yes',
      'no',
      'later',
      'away',
      'talk',
      'no-show',
      'thank',
      'move-on',
      'touch',
    ),
    hours: fc.integer({ min: 1, max: 24 * 20 }),
  }),
  { maxLength: 25 },
)

/** Does whatever the method allows of these acts; the refused ones are left out. */
async function live(w: World, doings: { who: number; act: string; hours: number }[]) {
  const people = [
    await w.add('A', { chosen: true }),
    await w.add('B'),
    await w.add('C', { origin: 'personal-referral' }),
    await w.add('D'),
  ]
  const open = new Map<number, string>()
  let now = Date.parse(monday)
  for (const { who, act, hours } of doings) {
    now += hours * hour
    w.at(new Date(now).toISOString())
    const personId = people[who]!.id
    const approachId = open.get(who) ?? ''
    const until = '2031-01-01'
    const tries: Record<string, () => Promise<unknown>> = {
      approach: async () => open.set(who, (await w.run(startApproach, { personId })).id),
      'follow-up': () => w.run(followUp, { approachId }),
      yes: () => w.run(recordReply, { approachId, answer: 'yes' }),
      no: () => w.run(recordReply, { approachId, answer: 'no' }),
      later: () => w.run(recordReply, { approachId, answer: 'later', until }),
      away: () => w.run(recordReply, { approachId, answer: 'out-of-office', until }),
      'move-on': () => w.run(moveOn, { approachId }),
      touch: () => w.run(addTouch, { personId, kind: 'email' }),
      thank: () => w.run(addTouch, { personId, kind: 'email', thanks: true }),
      talk: () => talk(w, personId, new Date(now - hour).toISOString()),
      'no-show': async () => {
        const row = await w.run(arrangeConversation, { personId, at: now, minutes: 30, mode: 'video' })
        await w.run(recordConversation, { conversationId: row.id, outcome: 'no-show' })
      },
    }
    await tries[act]!().catch((error: { code?: string }) => {
      if (!error.code) throw error
    })
  }
}

describe('any history', () => {
  test('never counts more than the whole, and each whole is the count before it', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (doings) => {
        const w = world(monday)
        await live(w, doings)
        const all = await insights(w)
        const { funnel, byChannel, byOrigin } = all
        for (const one of [funnel, ...Object.values(byChannel), ...Object.values(byOrigin)]) {
          for (const { count, of } of Object.values(one)) expect(count).toBeLessThanOrEqual(of)
          expect(one.replied.of).toBe(one.approached.count)
          expect(one.met.of).toBe(one.replied.count)
          for (const last of [one.thanked, one.inTouch, one.advocates]) expect(last.of).toBe(one.met.count)
        }
        for (const { count, of } of [all.cadence, all.thankedInTime, all.activeWeeks])
          expect(count).toBeLessThanOrEqual(of)
        const sum = (parts: object, name: 'approached' | 'replied' | 'met') =>
          Object.values(parts).reduce((total: number, one) => total + one[name].count, 0)
        for (const name of ['approached', 'replied', 'met'] as const) {
          expect(sum(byChannel, name)).toBe(funnel[name].count)
          expect(sum(byOrigin, name)).toBe(funnel[name].count)
        }
        expect(all.replyDays.count).toBeLessThanOrEqual(doings.length)
      }),
      { numRuns: 60 },
    )
  })
  test('has the same shares when somebody is added who has nothing to do with it', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (doings) => {
        const w = world(monday)
        await live(w, doings)
        const { growth: _, ...before } = await insights(w)
        await w.add('Unrelated')
        const { growth: __, ...after } = await insights(w)
        expect(after).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})

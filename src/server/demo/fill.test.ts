import { describe, expect, test } from 'vitest'
import { conversation } from '../../core/conversations/conversation.ts'
import { execute, query } from '../../core/kernel/execute.ts'
import { idSource } from '../../core/kernel/ids.ts'
import { journal } from '../../core/kernel/journal.ts'
import { memoryStore } from '../../core/kernel/memory-store.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { blanksIn } from '../../core/letters/blanks.ts'
import { letter } from '../../core/letters/letter.ts'
import { deriveFor, deriveSteps } from '../../core/method/derive.ts'
import { deriveEvents, everyEvent } from '../../core/method/derive-events.ts'
import { deriveOpenings, everyOpening } from '../../core/method/derive-openings.ts'
import { type Step, step } from '../../core/method/step.ts'
import { today } from '../../core/method/today.ts'
import { person } from '../../core/people/person.ts'
import { localCaller } from '../access/callers.ts'
import type { Services } from '../operations/operation.ts'
import { fillDemo } from './fill.ts'

const ownerId = '00000000-0000-7000-8000-000000000001'

/** A filled network in memory; random numbers are counted, so that nothing but the clock makes a difference. */
async function filled(now: string, timeZone = 'Europe/Berlin') {
  const store = memoryStore()
  let count = 0
  const newId = idSource((bytes) => bytes.map((_, i) => (count = (count * 31 + i + 7) % 251)))
  const services = { store, newId } as Partial<Services> as Services
  const caller = localCaller(ownerId, 'cli', { now: Date.parse(now), timeZone })
  const answer = await fillDemo(services, caller)
  const read = <Result>(run: (tx: ReadTx) => Promise<Result>) => query(store, caller, run)
  const steps = () => read((tx) => tx.find(step, 'bySubject', {}))
  return { store, services, caller, newId, answer, read, steps }
}

const facts = ({ revision: _, updatedAt: __, ...rest }: Step) => rest

// Each day of a week, early and late, across both changes of clocks, and far away.
const moments: [now: string, timeZone?: string][] = [
  ['2026-03-16T09:00:00+01:00'],
  ['2026-03-17T00:00:30+01:00'],
  ['2026-03-18T23:58:00+01:00'],
  ['2026-03-19T17:45:00+01:00'],
  ['2026-03-20T06:30:00+01:00'],
  ['2026-03-21T12:00:00+01:00'],
  ['2026-03-22T20:15:00+01:00'],
  ['2026-03-29T02:30:00+01:00'],
  ['2026-10-25T02:30:00+01:00'],
  ['2028-02-29T11:00:00-06:00', 'America/Chicago'],
  ['2027-01-01T01:00:00+14:00', 'Pacific/Kiritimati'],
]

describe.each(moments)('the demonstration, begun at %s', (now, timeZone) => {
  test('has a day that shows the method, and nothing twice', async () => {
    const { answer, read } = await filled(now, timeZone)
    const steps = await read((tx) => today(tx, {}))
    expect(answer.steps).toBe(steps.length)
    expect(steps.length).toBeGreaterThanOrEqual(6)
    expect(steps.length).toBeLessThanOrEqual(12)
    expect(new Set(steps.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
    expect(new Set(steps.map(({ kind, aboutId }) => `${kind} ${aboutId}`)).size).toBe(steps.length)
    expect(steps.filter(({ overdue }) => overdue).map(({ kind }) => kind)).toEqual(['follow-up'])
    expect(steps.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['thank', 'use-referral', 'keep-in-touch']),
    )
  })

  test('has exactly the steps that its records ask for', async () => {
    const { store, caller, newId, read, steps } = await filled(now, timeZone)
    const kept = await steps()
    const ids = (await read((tx) => tx.find(person, 'id', {}))).map(({ id }) => id)
    const derive = {
      name: 'test.derive',
      run: async (tx: Parameters<typeof deriveFor>[0]) => {
        await deriveFor(tx, ids)
        await deriveEvents(tx, await everyEvent(tx))
        await deriveOpenings(tx, await everyOpening(tx))
      },
      summary: () => 'Derived anew',
    }
    const call = { ...caller, key: newId(caller.now), newId: () => newId(caller.now) }
    await execute(store, call, derive, undefined, deriveSteps, async () => null)
    expect((await steps()).map(facts)).toEqual(kept.map(facts))
  })
})

describe('the demonstration', () => {
  test('is there at once, and the same every time', async () => {
    const started = performance.now()
    const once = await filled('2026-03-17T09:30:00+01:00')
    expect(performance.now() - started).toBeLessThan(3000)
    const again = await filled('2026-03-17T09:30:00+01:00')
    expect(await again.steps()).toEqual(await once.steps())
    expect(again.answer).toEqual(once.answer)
  })

  test('does nothing before its time', async () => {
    const { caller, read } = await filled('2026-03-17T00:00:30+01:00')
    const entries = await read((tx) => tx.find(journal, 'byRevision', {}))
    const times = entries.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(caller.now)
  })

  test('is a life: people of every standing, talks held and to come, letters without a blank', async () => {
    const { answer, read } = await filled('2026-03-17T09:30:00+01:00')
    expect(answer.people).toBeGreaterThanOrEqual(35)
    expect(answer.people).toBeLessThanOrEqual(45)
    const talks = await read((tx) => tx.find(conversation, 'byStart', {}))
    const statuses = new Set(talks.map(({ status }) => status))
    expect(statuses).toEqual(new Set(['held', 'arranged', 'cancelled']))
    const letters = await read((tx) => tx.find(letter, 'byPerson', {}))
    expect(new Set(letters.map(({ status }) => status))).toEqual(new Set(['draft', 'sent']))
    for (const { body } of letters) expect(blanksIn(body)).toEqual([])
  })

  test('uses addresses and numbers that belong to nobody', async () => {
    const { read } = await filled('2026-03-17T09:30:00+01:00')
    const people = await read((tx) => tx.find(person, 'id', {}))
    for (const email of people.flatMap(({ emails }) => emails)) expect(email).toMatch(/@example\.(com|org)$/)
    for (const phone of people.flatMap(({ phones }) => phones)) expect(phone).toMatch(/555[ -]?01\d\d$/)
  })

  test('is refused where a network is already', async () => {
    const { services, caller } = await filled('2026-03-17T09:30:00+01:00')
    await expect(fillDemo(services, caller)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('--data DIR'),
    })
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idSource } from '../../src/core/kernel/ids.ts'
import { type JournalEntry, journal } from '../../src/core/kernel/journal.ts'
import type { BaseRow } from '../../src/core/kernel/table.ts'
import { type Person, person } from '../../src/core/people/person.ts'
import { tables } from '../../src/core/tables.ts'
import { sessionCaller } from '../../src/server/access/callers.ts'
import { synchroniser } from '../../src/server/doors/http/web/synchronise.ts'
import { allOperations } from '../../src/server/operations/registry.ts'
import { commandNamed, commands } from '../../src/web/replica/commands.ts'
import { createReplica, type Replica } from '../../src/web/replica/replica.ts'
import { fakeServices, owner } from '../doors/fake-services.ts'
import { memoryStorage } from './memory-storage.ts'

/** `npm run test:schedules` runs many more. */
const numRuns = Number(process.env.ACQUAINT_SCHEDULES ?? 200)
const replicated = tables.filter(({ role }) => role !== 'journal')
const operations = await allOperations()
const monday = Date.parse('2026-03-02T09:00:00Z')

/** What one device does, or the network does to it. */
type Act =
  | { act: 'add'; name: number }
  | { act: 'edit' | 'remove' | 'write' | 'reply' | 'undo'; pick: number }
  | { act: 'ask'; fate: 'well' | 'request lost' | 'answer lost' | 'answer late' | 'sent twice' }
  | { act: 'late answer' }
  | { act: 'switch off' }
type Step = Act & { device: 0 | 1 }

const pick = fc.nat(9)
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('add' as const), name: pick }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'edit' as const,
        'remove' as const,
        'write' as const,
        'reply' as const,
        'undo' as const,
      ),
      pick,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('ask' as const),
      fate: fc.constantFrom(
        'well' as const,
        'well' as const,
        'request lost' as const,
        'answer lost' as const,
        'answer late' as const,
        'sent twice' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'late answer' as const }) },
  { weight: 1, arbitrary: fc.constant({ act: 'switch off' as const }) },
)
const schedules = fc.array(
  fc.tuple(acts, fc.constantFrom(0 as const, 1 as const)).map(([act, device]): Step => ({ ...act, device })),
  { maxLength: 30 },
)

test('two devices and a server agree in the end, whatever the network does: nothing lost, nothing doubled', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (steps) => {
      const world = await newWorld()
      for (const step of steps) {
        await world.take(step)
        world.clock += 60_000
      }
      await world.settle()
      await world.mustAgree()
    }),
    { numRuns },
  )
}, 3_600_000)

async function newWorld() {
  const services = fakeServices()
  const unexpected: unknown[] = []
  const synchronise = synchroniser(operations, {
    services,
    clockIsFixed: false,
    note: (error) => unexpected.push(error),
  })
  const newKey = idSource((bytes) => crypto.getRandomValues(bytes))
  const world = { clock: monday, take, settle, mustAgree }
  const devices = await Promise.all([newDevice(), newDevice()])
  /** Every command that a device has taken. */
  const given = new Set<string>()

  async function newDevice() {
    const storage = memoryStorage()
    return { storage, replica: await opened(storage), late: [] as (() => Promise<void>)[] }
  }
  async function opened(storage: ReturnType<typeof memoryStorage>): Promise<Replica> {
    const replica = createReplica({
      ownerId: owner,
      storage,
      newKey,
      now: () => world.clock,
      timeZone: () => 'UTC',
      find: commandNamed,
      changed: () => {},
    })
    await replica.open(['person'], () => {})
    return replica
  }
  const ask = (request: ReturnType<Replica['request']>) =>
    // What travels is text.
    synchronise(
      JSON.parse(JSON.stringify(request)),
      sessionCaller(owner, { now: world.clock, timeZone: 'UTC' }),
    ).then((answer) => JSON.parse(JSON.stringify(answer)) as typeof answer)

  async function take(step: Step): Promise<void> {
    const device = devices[step.device]!
    const { replica } = device
    const people = [...replica.rows.all(person).values()] as (BaseRow & Person)[]
    const chosen = 'pick' in step ? people[step.pick % Math.max(people.length, 1)] : undefined
    const run: typeof replica.run = async (command, input) => {
      const done = await replica.run(command, input)
      given.add(done.key)
      return done
    }
    // A rule may refuse at once: then nothing was given.
    const tried = (work: Promise<unknown>) => work.catch((error) => expect(error.name).toBe('DomainError'))
    switch (step.act) {
      case 'add':
        await run(commands.addPerson, { name: `Person ${step.name}`, origin: 'direct-contact', chosen: true })
        return
      case 'edit':
        if (chosen) await tried(run(commands.editPerson, { personId: chosen.id, role: `Role ${step.pick}` }))
        return
      case 'remove':
        if (chosen && step.pick < 3) await tried(run(commands.removePerson, { personId: chosen.id }))
        return
      case 'write':
        if (chosen) await tried(run(commands.startApproach, { personId: chosen.id, channel: 'email' }))
        return
      case 'reply': {
        const open = replica.rows.find(tables.find(({ name }) => name === 'approach')!, 'id', {})
        const one = open[step.pick % Math.max(open.length, 1)]
        if (one) await tried(run(commands.recordReply, { approachId: one.id, answer: 'yes' }))
        return
      }
      case 'undo':
        if (given.size === 0) return
        await tried(run(commands.undo, { entryId: [...given][step.pick % given.size]! }))
        return
      case 'ask': {
        const request = replica.request()
        if (step.fate === 'request lost') return
        const answer = await ask(request)
        if (step.fate === 'sent twice') await ask(request)
        if (step.fate === 'answer lost') return
        if (step.fate === 'answer late') device.late.push(() => device.replica.receive(request, answer))
        else await replica.receive(request, answer)
        return
      }
      case 'late answer':
        await device.late.shift()?.()
        return
      case 'switch off':
        // What has not arrived by then never does.
        device.late = []
        device.replica = await opened(device.storage)
    }
  }

  /** The network is well again: everybody sends what waits, and asks until there is nothing more. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      for (const device of devices) {
        for (const late of device.late.splice(0)) await late()
        for (;;) {
          const request = device.replica.request()
          const answer = await ask(request)
          await device.replica.receive(request, answer)
          if (!answer.more && device.replica.waiting().length === 0) break
        }
      }
    }
  }

  async function mustAgree(): Promise<void> {
    expect(unexpected).toEqual([])
    const entries = await services.store.read(
      owner,
      (session) => session.find(journal, 'byRevision', {}) as Promise<(BaseRow & JournalEntry)[]>,
    )
    const refused = devices.flatMap(({ replica }) => replica.refused().map(({ key }) => key))
    // Nothing lost, nothing doubled: each command is in the journal once, or told as refused.
    expect([...entries.map(({ id }) => id), ...refused].sort()).toEqual([...given].sort())
    for (const table of replicated) {
      const there = await services.store.read(owner, (session) => session.find(table, 'id', {}))
      for (const { replica, storage } of devices) {
        expect(replica.rows.find(table, 'id', {}), table.name).toEqual(there)
        const again = await opened(storage)
        expect(again.rows.find(table, 'id', {}), `${table.name}, opened again`).toEqual(there)
      }
    }
  }

  return world
}

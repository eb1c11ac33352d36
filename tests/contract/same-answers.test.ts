import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { memoryStore } from '../../src/core/kernel/memory-store.ts'
import type { Store } from '../../src/core/kernel/store.ts'
import type { FindOptions, Where } from '../../src/core/kernel/tx.ts'
import type { OpenStore } from '../../src/server/store/open-store.ts'
import { type Network, networkIn } from './network.ts'
import { newDatabase, newFolder, type Place } from './open-stores.ts'
import { type Sample, sample, sampleMigrations, sampleTables } from './sample-table.ts'

const missing = inject('postgresMissing')

/** Few values, so that rows meet: equal names, equal ranks, the same parent. */
const id = fc
  .integer({ min: 0, max: 11 })
  .map((n) => `0190aaa${n.toString(16)}-0000-7000-8000-00000000000${n.toString(16)}`)
const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'A', 'é', 'é', 'z', '🦊', '\uffee', '𐐀', 'a b'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const clean = text.map((one) => one.replaceAll('\0', '').toWellFormed())
const rank = fc.integer({ min: -2, max: 3 })
const day = fc.constantFrom('2026-01-31', '2026-02-01', '2025-12-31')
const label = fc.constantFrom('x', 'y', 'ß', '')

const row = fc.record(
  {
    id,
    name: clean,
    labels: fc.array(label, { maxLength: 3 }),
    rank,
    at: rank,
    on: day,
    done: fc.boolean(),
    parentId: id,
    anything: fc
      .jsonValue({ maxDepth: 2 })
      .filter((value) => value !== null && JSON.stringify(value) !== '-0'),
  },
  { requiredKeys: ['id', 'name', 'labels'] },
)

type Write = { put: typeof row extends fc.Arbitrary<infer Row> ? Row : never } | { remove: string }
const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 4, arbitrary: row.map((put) => ({ put })) },
  { weight: 1, arbitrary: id.map((remove) => ({ remove })) },
)

interface Question {
  index: string
  where: Where
  options: FindOptions
}

const anyOf = <T extends string>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.array(value, { maxLength: 4 }))
const idBound = fc.oneof(
  id,
  fc.constantFrom('0190', '0190aaa5-', '0190aaag', 'zz', '', '0190aaa3-0000-7000-8000-0000000000031'),
)
const question = (
  index: string,
  where: fc.Arbitrary<Where>,
  bound: fc.Arbitrary<string | number>,
): fc.Arbitrary<Question> =>
  fc.record({
    index: fc.constant(index),
    where,
    options: fc.record(
      { from: bound, before: bound, limit: fc.integer({ min: 0, max: 5 }), reverse: fc.boolean() },
      { requiredKeys: [] },
    ),
  })
const none = fc.constant({})

const find: fc.Arbitrary<Question> = fc.oneof(
  question('id', none, idBound),
  question('id', fc.record({ id: anyOf(id) }), idBound),
  question('byName', none, clean),
  question('byName', fc.record({ name: anyOf(clean) }), rank),
  question('byName', fc.record({ name: clean, rank }), idBound),
  question('byRank', fc.record({ rank }), rank),
  question('byRank', none, rank),
  question('byDone', fc.record({ done: fc.boolean() }), rank),
  question('byParent', fc.record({ parentId: anyOf(id) }), day),
  question('byParent', none, idBound),
  question('byDay', none, day),
  question('keys', fc.record({ key: anyOf(label.map((one) => `label:${one}`)) }), idBound),
)

const step = fc.oneof(
  fc.record({ write: fc.array(write, { minLength: 1, maxLength: 6 }) }),
  fc.record({ find }),
)

/** What a store answers to the steps: the rows found, by those in the middle of a command too. */
async function play(
  network: Network,
  steps: readonly ({ write: Write[] } | { find: Question })[],
): Promise<unknown[]> {
  const answers: unknown[] = []
  let pending: Question | undefined
  for (const one of steps) {
    if ('find' in one) {
      pending = one.find
      answers.push(
        await network.read((tx) =>
          tx.find(sample, one.find.index as never, one.find.where, one.find.options),
        ),
      )
      continue
    }
    await network.change(async (tx) => {
      for (const each of one.write) {
        if ('put' in each) await tx.put(sample, each.put as Sample)
        else await tx.remove(sample, each.remove)
      }
      if (pending) answers.push(await tx.find(sample, pending.index as never, pending.where, pending.options))
    })
  }
  // Times differ between stores, because each command has its own.
  return JSON.parse(JSON.stringify(answers, (key, value) => (key === 'updatedAt' ? undefined : value)))
}

describe.skipIf(missing)(
  missing ? `memory, SQLite and PostgreSQL: ${missing}` : 'memory, SQLite and PostgreSQL',
  () => {
    const places: Place[] = []
    const opened: OpenStore[] = []
    const stores: Store[] = [memoryStore()]
    beforeAll(async () => {
      for (const newPlace of [newFolder, newDatabase]) {
        const place = await newPlace()
        places.push(place)
        opened.push(await place.open(sampleTables, { migrations: sampleMigrations }))
      }
      stores.push(...opened)
    })
    afterAll(async () => {
      for (const store of opened) await store.close()
      for (const place of places) await place.remove()
    })

    test('give the same answers to any sequence of puts, removals and finds', {
      timeout: 120_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
          const [memory, sqlite, postgres] = await Promise.all(
            stores.map((store) => play(networkIn(store, sampleTables), steps)),
          )
          expect(sqlite).toEqual(memory)
          expect(postgres).toEqual(memory)
        }),
        { numRuns: 300 },
      )
      for (const store of opened)
        for (const check of await store.check()) expect(check).toMatchObject({ ok: true })
    })
  },
)

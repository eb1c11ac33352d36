import { describe, expect, test } from 'vitest'
import { journal } from '../../src/core/kernel/journal.ts'
import type { Fresh } from '../../src/core/kernel/table.ts'
import { networkIn, nextId } from './network.ts'
import { onEveryStore } from './open-stores.ts'
import { type Sample, sample, sampleMigrations, sampleTables } from './sample-table.ts'

const row = (name: string, more: Partial<Sample> = {}): Fresh<Sample> => ({
  id: nextId(),
  name,
  labels: [],
  ...more,
})

describe('a store', () => {
  onEveryStore(sampleTables, { migrations: sampleMigrations }, (store) => {
    const network = () => networkIn(store(), sampleTables)

    test('gives back every kind of value as it was put, and absent ones as absent', async () => {
      const { change, read } = network()
      const full = row('Zoë 🦊 "quoted" \\ \n O\'Brien', {
        rank: -3,
        at: 1_772_442_000_123,
        on: '2026-03-02',
        done: false,
        parentId: nextId(),
        labels: ['a', '', '𐐀'],
        anything: { nested: [1, null, 'x', { y: 1.5 }], empty: {} },
      })
      const bare = row('')
      await change(async (tx) => {
        await tx.put(sample, full)
        await tx.put(sample, bare)
      })
      expect(await read((tx) => tx.get(sample, full.id))).toMatchObject(full)
      const found = (await read((tx) => tx.get(sample, bare.id)))!
      expect(Object.keys(found).sort()).toEqual(['id', 'labels', 'name', 'revision', 'updatedAt'])
    })

    test('knows nothing of an id that was never put, or that is none', async () => {
      const { read } = network()
      expect(await read((tx) => tx.get(sample, nextId()))).toBeUndefined()
      expect(await read((tx) => tx.get(sample, 'not an id'))).toBeUndefined()
      expect(await read((tx) => tx.find(sample, 'byParent', { parentId: ['', 'x'] }))).toEqual([])
    })

    test('replaces a row, and removes it with its keys', async () => {
      const { change, read } = network()
      const one = row('One', { labels: ['old', 'both'], rank: 1 })
      await change((tx) => tx.put(sample, one))
      await change((tx) => tx.put(sample, { ...row('Uno', { labels: ['both', 'new'] }), id: one.id }))
      const byLabel = (key: string) => read((tx) => tx.find(sample, 'keys', { key: `label:${key}` }))
      expect(await byLabel('old')).toEqual([])
      expect(await byLabel('new')).toMatchObject([{ name: 'Uno' }])
      expect(await read((tx) => tx.get(sample, one.id))).not.toHaveProperty('rank')
      await change((tx) => tx.remove(sample, one.id))
      expect(await byLabel('new')).toEqual([])
      expect(await read((tx) => tx.get(sample, one.id))).toBeUndefined()
    })

    test('orders texts by code point, astral ones after all others, and absent values first', async () => {
      const { change, read } = network()
      const names = ['b', 'a', 'B', 'é', 'z', '\uffee', '𐐀', '🦊', '', 'a b', 'ab', 'a-b', '\uD7FF', '中']
      await change(async (tx) => {
        for (const name of names) await tx.put(sample, row(name))
        for (const rank of [3, undefined, -1])
          await tx.put(sample, row('same', rank === undefined ? {} : { rank }))
      })
      const found = await read((tx) => tx.find(sample, 'byName', {}))
      const unique = [...new Set(found.map(({ name }) => name))]
      const bytes = (text: string) => Buffer.from(text)
      expect(unique).toEqual([...names, 'same'].sort((a, b) => Buffer.compare(bytes(a), bytes(b))))
      const ranks = (reverse: boolean) =>
        read(async (tx) =>
          (await tx.find(sample, 'byName', { name: 'same' }, { reverse })).map(({ rank }) => rank),
        )
      expect(await ranks(false)).toEqual([undefined, -1, 3])
      expect(await ranks(true)).toEqual([3, -1, undefined])
    })

    test('reads ranges of the column after the given ones, without absent values', async () => {
      const { change, read } = network()
      await change(async (tx) => {
        for (const rank of [1, 2, 3, 4, undefined])
          await tx.put(sample, row('n', rank ? { rank, done: true } : { done: true }))
        await tx.put(sample, row('n', { rank: 2, done: false }))
      })
      const ranks = (options: object) =>
        read(async (tx) => (await tx.find(sample, 'byDone', { done: true }, options)).map(({ rank }) => rank))
      expect(await ranks({ from: 2, before: 4 })).toEqual([2, 3])
      expect(await ranks({ from: 3 })).toEqual([3, 4])
      expect(await ranks({ before: 2 })).toEqual([1])
      expect(await ranks({ from: 1, limit: 2, reverse: true })).toEqual([4, 3])
      expect(await ranks({ limit: 0 })).toEqual([])
    })

    test('finds rows by the beginning of their ids', async () => {
      const { change, read } = network()
      const rows = ['0190aaaa', '0190aaab', '0190bbbb', 'ffffffff'].map((start) => ({
        ...row(start),
        id: `${start}-0000-7000-8000-000000000000`,
      }))
      await change(async (tx) => {
        for (const one of rows) await tx.put(sample, one)
      })
      const names = (options: object) =>
        read(async (tx) => (await tx.find(sample, 'id', {}, options)).map(({ name }) => name))
      expect(await names({ from: '0190aaa', before: '0190aaag' })).toEqual(['0190aaaa', '0190aaab'])
      expect(await names({ from: '0190aaaa-0000-7000-8000-0000000000000' })).toEqual([
        '0190aaab',
        '0190bbbb',
        'ffffffff',
      ])
      expect(await names({ from: 'ffffffff-z' })).toEqual([])
      expect(await names({ before: 'zzz' })).toHaveLength(4)
    })

    test('finds any of a long list of values, each row once and in order', async () => {
      const { change, read } = network()
      const rows = Array.from({ length: 1500 }, (_, i) =>
        row(`n${i % 700}`, { labels: [`a${i}`, `b${i}`], rank: i }),
      )
      await change(async (tx) => {
        for (const one of rows) await tx.put(sample, one)
      })
      const ids = rows.map(({ id }) => id)
      const wanted = ids.toReversed()
      expect((await read((tx) => tx.find(sample, 'id', { id: wanted }))).map(({ id }) => id)).toEqual(ids)
      const last = await read((tx) => tx.find(sample, 'id', { id: wanted }, { reverse: true, limit: 2 }))
      expect(last.map(({ id }) => id)).toEqual(wanted.slice(0, 2))
      const keys = rows.flatMap((_, i) => [`label:a${i}`, `label:b${i}`])
      expect((await read((tx) => tx.find(sample, 'keys', { key: keys }))).map(({ id }) => id)).toEqual(ids)
      expect(
        (await read((tx) => tx.find(sample, 'keys', { key: keys }, { limit: 3 }))).map(({ id }) => id),
      ).toEqual(ids.slice(0, 3))
    })

    test('shows a command what it has put and removed, limits included', async () => {
      const { change } = network()
      const [a, b, c] = ['a', 'b', 'c'].map((name) => row(name)) as [
        Fresh<Sample>,
        Fresh<Sample>,
        Fresh<Sample>,
      ]
      await change(async (tx) => {
        for (const one of [a, b, c]) await tx.put(sample, one)
      })
      await change(async (tx) => {
        await tx.remove(sample, a.id)
        await tx.put(sample, row('aa'))
        expect((await tx.find(sample, 'byName', {}, { limit: 2 })).map(({ name }) => name)).toEqual([
          'aa',
          'b',
        ])
        await tx.put(sample, { ...c, name: 'A' })
        expect((await tx.find(sample, 'byName', {}, { limit: 2 })).map(({ name }) => name)).toEqual([
          'A',
          'aa',
        ])
      })
    })

    test('counts each owner for themselves, and shows nobody what is not theirs', async () => {
      const [mine, yours] = [network(), network()]
      const one = row('mine', { labels: ['shared'] })
      await mine.change((tx) => tx.put(sample, one))
      await mine.change((tx) => tx.put(sample, row('second')))
      await yours.change((tx) => tx.put(sample, { ...one, name: 'yours' }))
      const revisions = ({ read }: typeof mine) =>
        read(async (tx) =>
          (await tx.find(journal, 'byRevision', {})).map(({ entryRevision }) => entryRevision),
        )
      expect(await revisions(mine)).toEqual([1, 2])
      expect(await revisions(yours)).toEqual([1])
      expect(await yours.read((tx) => tx.find(sample, 'keys', { key: 'label:shared' }))).toMatchObject([
        { name: 'yours' },
      ])
      await yours.change((tx) => tx.remove(sample, one.id))
      expect(await mine.read((tx) => tx.get(sample, one.id))).toMatchObject({ name: 'mine', revision: 1 })
    })

    test('runs a command once for each key', async () => {
      const { change, read } = network()
      const key = nextId()
      let runs = 0
      const add = () =>
        change(
          async (tx) => {
            runs += 1
            await tx.put(sample, row(`run ${runs}`))
            return { runs }
          },
          { key, input: { a: 1 } },
        )
      expect(await add()).toEqual({ runs: 1 })
      expect(await add()).toEqual({ runs: 1 })
      expect(await read((tx) => tx.find(sample, 'byName', {}))).toHaveLength(1)
      await expect(change(async () => null, { key, input: { a: 2 } })).rejects.toMatchObject({
        code: 'CONFLICT',
      })
    })

    test('keeps nothing of a command that is refused, or only tried', async () => {
      const { change, read } = network()
      const refused = change(async (tx) => {
        await tx.put(sample, row('half'))
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      await change((tx) => tx.put(sample, row('tried')), { dryRun: true })
      expect(await read((tx) => tx.find(sample, 'byName', {}))).toEqual([])
      expect(await read((tx) => tx.find(journal, 'byRevision', {}))).toEqual([])
    })

    test('lets two commands of one owner run one after the other', async () => {
      const { change, read } = network()
      const counter = row('counter', { rank: 0 })
      await change((tx) => tx.put(sample, counter))
      const increment = () =>
        change(async (tx) => {
          const now = (await tx.get(sample, counter.id))!
          await new Promise((resolve) => setImmediate(resolve))
          await tx.put(sample, { ...now, rank: now.rank! + 1 })
        })
      await Promise.all(Array.from({ length: 12 }, increment))
      expect(await read((tx) => tx.get(sample, counter.id))).toMatchObject({ rank: 12, revision: 13 })
    })
  })
})

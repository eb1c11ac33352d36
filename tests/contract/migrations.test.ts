import { describe, expect, test } from 'vitest'
import { type BaseRow, table } from '../../src/core/kernel/table.ts'
import { tables } from '../../src/core/tables.ts'
import { migrations } from '../../src/server/store/migrations/migrations.ts'
import { missingOperations, schemaAfter } from '../../src/server/store/migrations/schema.ts'
import { networkIn, nextId } from './network.ts'
import { onBothDatabases } from './open-stores.ts'
import { type Sample, sample, sampleMigrations, sampleTables } from './sample-table.ts'

describe('the migrations', () => {
  test('make what the tables declare; what is missing belongs into the next migration', () => {
    const schema = schemaAfter(migrations.flatMap(({ operations }) => operations))
    expect(missingOperations(schema, tables)).toEqual([])
    expect(Object.keys(schema).sort()).toEqual(tables.map(({ name }) => name).sort())
  })

  test('are numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
  })

  /** The sample as a later release might declare it. */
  const later = table<Sample & { nickname?: string }>()({
    ...sample,
    columns: { ...(sample.columns as Record<string, 'text'>), nickname: 'text' } as never,
    indexes: {
      byName: ['name', 'rank'],
      byRank: ['rank'],
      byDone: ['done', 'rank'],
      byParent: ['parentId', 'on'],
      byNickname: ['nickname'],
    },
    person: 'id',
    keys: sample.keys!,
    search: sample.search!,
  })
  const added = table<BaseRow & { note: string }>()({
    name: 'added',
    columns: { note: 'text' },
    indexes: { byNote: ['note'] },
    search: (row) => [row.note],
  })
  const laterTables = [later, ...sampleTables.slice(1), added]
  const schema = schemaAfter(sampleMigrations.flatMap(({ operations }) => operations))
  const second = { version: 2, name: 'later', operations: missingOperations(schema, laterTables) }
  const laterMigrations = [...sampleMigrations, second]

  onBothDatabases((newPlace) => {
    test('bring a store with data up to date', async () => {
      const place = await newPlace()
      const row = { id: nextId(), name: 'kept', labels: ['x'], rank: 1, at: 5, on: '2026-01-01' }
      const old = await place.open(sampleTables, { migrations: sampleMigrations })
      expect(old.describe().schemaVersion).toBe(1)
      await networkIn(old, sampleTables, old.ownerId).change((tx) => tx.put(sample, row))
      await old.close()

      const store = await place.open(laterTables, { migrations: laterMigrations })
      expect(store.ownerId).toBe(old.ownerId)
      expect(store.describe().schemaVersion).toBe(2)
      const { change, read } = networkIn(store, laterTables, store.ownerId)
      expect(await read((tx) => tx.get(later, row.id))).toMatchObject(row)
      await change((tx) => tx.put(later, { ...row, nickname: 'new' }))
      await change((tx) => tx.put(added, { id: nextId(), note: 'something' }))
      expect(await read((tx) => tx.find(later, 'byNickname', { nickname: 'new' }))).toMatchObject([row])
      expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
      await store.close()

      // The program as it was before refuses what it does not know.
      await expect(place.open(sampleTables, { migrations: sampleMigrations })).rejects.toMatchObject({
        code: 'STORE_NEWER',
        message: expect.stringContaining('newer Acquaint'),
      })
      await place.remove()
    })

    test('are run once where several processes open a new store at the same time', async () => {
      const place = await newPlace()
      const stores = await Promise.all(
        [1, 2, 3].map(() => place.open(sampleTables, { migrations: sampleMigrations })),
      )
      expect(new Set(stores.map(({ ownerId }) => ownerId)).size).toBe(1)
      for (const store of stores) await store.close()
      await place.remove()
    })

    test('make every table and index that finds may name', async () => {
      const place = await newPlace()
      const store = await place.open(tables)
      for (const one of tables) {
        for (const index of ['id', ...Object.keys(one.indexes)]) {
          expect(await store.read(store.ownerId, (session) => session.find(one, index, {}))).toEqual([])
        }
      }
      expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
      await store.close()
      await place.remove()
    })
  })
})

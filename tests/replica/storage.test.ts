import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { idbStorage } from '../../src/web/replica/idb-storage.ts'
import type { QueuedCommand, ReplicaStorage } from '../../src/web/replica/storage.ts'

/** Whose network it is. */
const owner = '0198c2aa-0000-7000-8000-000000000001'

import { memoryStorage } from './memory-storage.ts'

const queued = (key: string): QueuedCommand => ({
  key,
  name: 'people.add',
  given: { name: 'Nadia' },
  input: { name: 'Nadia' },
  at: 0,
  timeZone: 'UTC',
  summary: 'Added Nadia',
})
const row = (id: string) => ({ id, revision: 1, updatedAt: 0 })
const nothing = { reset: false, removed: [], rows: [], answered: [], refused: [] }

async function rowsIn(storage: ReplicaStorage, table: string): Promise<string[]> {
  const ids = new Set<string>()
  for await (const { gone, rows } of storage.load(table)) {
    for (const id of gone) ids.delete(id)
    for (const { id } of rows) ids.add(id)
  }
  return [...ids]
}

describe.each([
  ['memory', memoryStorage],
  ['IndexedDB', () => idbStorage(owner)],
])('the storage of a replica: %s', (_, make) => {
  test('begins empty, keeps commands in their order and rows by table, and forgets all when wiped', async () => {
    const storage = make()
    expect(await storage.open()).toEqual({
      place: { epoch: null, cursor: { had: 0 } },
      queue: [],
      refused: [],
    })
    for (const key of ['01', '02', '03']) await storage.enqueue(queued(key))
    const place = { epoch: 'first', cursor: { had: 7 } }
    const many = Array.from({ length: 4500 }, (_, i) => ({
      table: 'person',
      row: row(String(i).padStart(5, '0')),
    }))
    const refused = [{ ...queued('02'), code: 'NOT_FOUND', message: 'Gone.' }]
    await storage.receive({
      ...nothing,
      rows: [...many, { table: 'touch', row: row('t') }],
      place,
      answered: ['01', '02'],
      refused,
    })
    expect(await storage.open()).toEqual({ place, queue: [queued('03')], refused })
    expect(await rowsIn(storage, 'person')).toHaveLength(4500)
    expect(await rowsIn(storage, 'touch')).toEqual(['t'])
    await storage.receive({ ...nothing, removed: [{ table: 'person', id: '00001' }], place })
    expect(await rowsIn(storage, 'person')).toHaveLength(4499)
    await storage.settle('02', queued('04'))
    expect(await storage.open()).toMatchObject({ queue: [{ key: '03' }, { key: '04' }], refused: [] })
    await storage.receive({ ...nothing, reset: true, rows: [{ table: 'person', row: row('x') }], place })
    expect(await rowsIn(storage, 'person')).toEqual(['x'])
    expect(await rowsIn(storage, 'touch')).toEqual([])
    // A long time of small changes, and of rows that come and go.
    for (let i = 0; i < 300; i++) {
      const removed = i % 3 === 0 ? [{ table: 'person', id: `y${i % 7}` }] : []
      const rows = i % 2 === 0 ? [{ table: 'person', row: row(`y${i % 5}`) }] : []
      await storage.receive({ ...nothing, removed, rows, place })
    }
    const last = (await rowsIn(storage, 'person')).sort()
    expect(last).toEqual(['x', 'y1', 'y2', 'y3', 'y4'])
    expect((await rowsIn(storage, 'person')).sort()).toEqual(last)
    await storage.wipe()
    expect((await storage.open()).queue).toEqual([])
    expect(await rowsIn(storage, 'person')).toEqual([])
  })
})

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Id } from '../../core/kernel/ids.ts'
import type { BaseRow } from '../../core/kernel/table.ts'
import type { Part, Place, QueuedCommand, Received, RefusedCommand, ReplicaStorage } from './storage.ts'

interface Schema extends DBSchema {
  /**
   * What the server told, part after part as it came. To write a part of 2,000 rows takes a tenth of the time of writing
   * them one by one, and so does reading it.
   */
  parts: { key: number; value: Part & { table: string }; indexes: { byTable: string } }
  queue: { key: Id; value: QueuedCommand }
  refused: { key: Id; value: RefusedCommand }
  place: { key: 'place'; value: Place }
}

/** Rows of a part: more would keep the page from answering. */
const rowsOfPart = 2000

/** So many small parts of a table are left alone; more are made into few when the table is read. */
const loose = 64

/** What is kept is on the disk, and not only on its way there. */
const durable = { durability: 'strict' } as const

/** The replica's storage in IndexedDB, one database for each owner. */
export function idbStorage(ownerId: Id): ReplicaStorage {
  const name = `acquaint-${ownerId}`
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = () => {
    opened ??= openDB<Schema>(name, 2, {
      upgrade: (made) => {
        // Rows kept in another way are told again by the server; commands that wait for it are not.
        for (const old of ['rows', 'place'] as never[])
          if (made.objectStoreNames.contains(old)) made.deleteObjectStore(old)
        made.createObjectStore('parts', { autoIncrement: true }).createIndex('byTable', 'table')
        if (!made.objectStoreNames.contains('queue')) made.createObjectStore('queue', { keyPath: 'key' })
        if (!made.objectStoreNames.contains('refused')) made.createObjectStore('refused', { keyPath: 'key' })
        made.createObjectStore('place')
      },
      // Another tab wants to wipe: it may.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = undefined
      },
    })
    return opened
  }
  return {
    open: async () => {
      const transaction = (await database()).transaction(['queue', 'refused', 'place'])
      const [queue, refused, place] = await Promise.all([
        transaction.objectStore('queue').getAll(),
        transaction.objectStore('refused').getAll(),
        transaction.objectStore('place').get('place'),
      ])
      return { queue, refused, place: place ?? { epoch: null, cursor: { had: 0 } } }
    },
    load: async function* (table) {
      const db = await database()
      const keys = await db.getAllKeysFromIndex('parts', 'byTable', table)
      let rows = 0
      for (const key of keys) {
        const part = await db.get('parts', key)
        if (!part) continue
        rows += part.rows.length
        yield part
      }
      if (keys.length > loose + (2 * rows) / rowsOfPart) await joinParts(db, table, keys)
    },
    enqueue: async (command) => {
      const transaction = (await database()).transaction('queue', 'readwrite', durable)
      await Promise.all([transaction.store.put(command), transaction.done])
    },
    receive: async ({ reset, removed, rows, place, answered, refused }) => {
      const stores = ['parts', 'queue', 'refused', 'place'] as const
      // Were this lost with the power, the server would tell it once more.
      const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'relaxed' })
      const parts = transaction.objectStore('parts')
      if (reset) parts.clear()
      for (const part of partsOf(removed, rows)) parts.add(part)
      for (const key of answered) transaction.objectStore('queue').delete(key)
      for (const one of refused) transaction.objectStore('refused').put(one)
      transaction.objectStore('place').put(place, 'place')
      await transaction.done
    },
    settle: async (key, again) => {
      const transaction = (await database()).transaction(['queue', 'refused'], 'readwrite', durable)
      transaction.objectStore('refused').delete(key)
      if (again) transaction.objectStore('queue').put(again)
      await transaction.done
    },
    wipe: async () => {
      ;(await database()).close()
      opened = undefined
      await deleteDB(name)
    },
  }
}

/** What an answer tells, by table: first what is gone, then the rows, because one may have come back. */
function partsOf(removed: Received['removed'], rows: Received['rows']): (Part & { table: string })[] {
  const gone = Map.groupBy(removed, ({ table }) => table)
  const come = Map.groupBy(rows, ({ table }) => table)
  return [
    ...[...gone].map(([table, all]) => ({ table, gone: all.map(({ id }) => id), rows: [] })),
    ...[...come].flatMap(([table, all]) =>
      inParts(all.map(({ row }) => row)).map((some) => ({ table, gone: [], rows: some })),
    ),
  ]
}

const inParts = (rows: readonly BaseRow[]): BaseRow[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsOfPart) }, (_, i) =>
    rows.slice(i * rowsOfPart, (i + 1) * rowsOfPart),
  )

/** Makes one table's parts into as few as can be, unless another tab has meanwhile added to them. */
async function joinParts(db: IDBPDatabase<Schema>, table: string, keys: readonly number[]): Promise<void> {
  const transaction = db.transaction('parts', 'readwrite', { durability: 'relaxed' })
  const there = await transaction.store.index('byTable').getAllKeys(table)
  if (there.length === keys.length && there.at(-1) === keys.at(-1)) {
    const rows = new Map<Id, BaseRow>()
    for (const part of await transaction.store.index('byTable').getAll(table)) {
      for (const id of part.gone) rows.delete(id)
      for (const row of part.rows) rows.set(row.id, row)
    }
    for (const key of keys) transaction.store.delete(key)
    for (const some of inParts([...rows.values()])) transaction.store.add({ table, gone: [], rows: some })
  }
  await transaction.done
}

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Id } from '../../core/kernel/ids.ts'
import type { BaseRow } from '../../core/kernel/table.ts'
import type { Place, QueuedCommand, RefusedCommand, ReplicaStorage } from './storage.ts'

interface Schema extends DBSchema {
  /** Rows as the server told them, by table and id: a new table needs no new version. */
  rows: { key: [table: string, id: Id]; value: BaseRow }
  queue: { key: Id; value: QueuedCommand }
  refused: { key: Id; value: RefusedCommand }
  place: { key: 'place'; value: Place }
}

/** Rows read at once: a longer read would keep the page from answering. */
const part = 2000

/** What is kept is on the disk, and not only on its way there. */
const durable = { durability: 'strict' } as const

/** The replica's storage in IndexedDB, one database for each owner. */
export function idbStorage(ownerId: Id): ReplicaStorage {
  const name = `acquaint-${ownerId}`
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade: (made) => {
        made.createObjectStore('rows')
        made.createObjectStore('queue', { keyPath: 'key' })
        made.createObjectStore('refused', { keyPath: 'key' })
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
      let after: Id = ''
      for (;;) {
        const range = IDBKeyRange.bound([table, after], [table, '\uffff'], true)
        const rows = await db.getAll('rows', range, part)
        if (rows.length > 0) yield rows
        if (rows.length < part) return
        after = rows.at(-1)!.id
      }
    },
    enqueue: async (command) => {
      const transaction = (await database()).transaction('queue', 'readwrite', durable)
      await Promise.all([transaction.store.put(command), transaction.done])
    },
    receive: async ({ reset, removed, rows, place, answered, refused }) => {
      const stores = ['rows', 'queue', 'refused', 'place'] as const
      const transaction = (await database()).transaction(stores, 'readwrite', durable)
      const [kept, queue, no, where] = stores.map((store) => transaction.objectStore(store)) as never as [
        IDBStore<'rows'>,
        IDBStore<'queue'>,
        IDBStore<'refused'>,
        IDBStore<'place'>,
      ]
      if (reset) kept.clear()
      for (const { table, id } of removed) kept.delete([table, id])
      for (const { table, row } of rows) kept.put(row, [table, row.id])
      for (const key of answered) queue.delete(key)
      for (const one of refused) no.put(one)
      where.put(place, 'place')
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

type IDBStore<Name extends keyof Schema & string> = {
  clear(): void
  // biome-ignore lint/suspicious/noExplicitAny: the keys of four stores
  delete(key: any): void
  put(value: Schema[Name] extends { value: infer Value } ? Value : never, key?: unknown): void
}

import { deleteDB, type IDBPDatabase, openDB } from 'idb'

// What is being written and is no command yet. It is on the disk at each pause, so that a dying battery takes nothing.
let opened: Promise<IDBPDatabase> | undefined
const nameOf = (ownerId: string) => `acquaint-scratch-${ownerId}`

function database(ownerId: string): Promise<IDBPDatabase> {
  opened ??= openDB(nameOf(ownerId), 1, {
    upgrade: (made) => void made.createObjectStore('scratch'),
    // Another tab wants to wipe: it may.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}

/** What was being written under this name; nothing where that became a command. */
export const scratchOf = async <Value>(ownerId: string, name: string): Promise<Value | undefined> =>
  (await database(ownerId)).get('scratch', name)

/** Keeps what is being written, durably; nothing takes it away. */
export async function keepScratch(ownerId: string, name: string, value: unknown): Promise<void> {
  const transaction = (await database(ownerId)).transaction('scratch', 'readwrite', { durability: 'strict' })
  void (value === undefined ? transaction.store.delete(name) : transaction.store.put(value, name))
  await transaction.done
}

/** Removes all of it from the device. */
export async function wipeScratch(ownerId: string): Promise<void> {
  if (opened) (await opened).close()
  opened = undefined
  await deleteDB(nameOf(ownerId))
}

import type { BaseRow } from '../../src/core/kernel/table.ts'
import type { Place, QueuedCommand, RefusedCommand, ReplicaStorage } from '../../src/web/replica/storage.ts'

/** A device's storage in memory: what was kept outlives the replica, as on a device that is switched off. */
export function memoryStorage(): ReplicaStorage {
  const tables = new Map<string, Map<string, BaseRow>>()
  const queue = new Map<string, QueuedCommand>()
  const refused = new Map<string, RefusedCommand>()
  let place: Place = { epoch: null, cursor: { had: 0 } }
  const rowsOf = (table: string) => {
    const rows = tables.get(table) ?? new Map<string, BaseRow>()
    tables.set(table, rows)
    return rows
  }
  return {
    open: async () => ({ place, queue: [...queue.values()], refused: [...refused.values()] }),
    load: async function* (table) {
      yield { gone: [], rows: [...rowsOf(table).values()] }
    },
    enqueue: async (command) => {
      queue.set(command.key, structuredClone(command))
    },
    receive: async (received) => {
      if (received.reset) tables.clear()
      for (const { table, id } of received.removed) rowsOf(table).delete(id)
      for (const { table, row } of received.rows) rowsOf(table).set(row.id, structuredClone(row))
      for (const key of received.answered) queue.delete(key)
      for (const one of received.refused) refused.set(one.key, one)
      place = received.place
    },
    settle: async (key, again) => {
      refused.delete(key)
      if (again) queue.set(key, again)
    },
    wipe: async () => {
      tables.clear()
      queue.clear()
      refused.clear()
      place = { epoch: null, cursor: { had: 0 } }
    },
  }
}

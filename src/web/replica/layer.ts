import type { Id } from '../../core/kernel/ids.ts'
import type { MemoryRows } from '../../core/kernel/memory-store.ts'
import { compareRows } from '../../core/kernel/order.ts'
import { type AnyTable, type BaseRow, indexColumns } from '../../core/kernel/table.ts'
import { matches } from '../../core/kernel/unit-of-work.ts'

/** One row's change; without `after`, the row goes. */
export interface RowChange {
  table: AnyTable
  id: Id
  after: BaseRow | undefined
}

/** Changes that wait above rows in memory: reads see them, the rows do not, until all are applied at once. */
export interface Layer extends Pick<MemoryRows, 'find'> {
  get(table: AnyTable, id: Id): BaseRow | undefined
  write(change: RowChange): void
  changes(): RowChange[]
}

export function layerOver(rows: MemoryRows): Layer {
  const written = new Map<AnyTable, Map<Id, BaseRow | undefined>>()
  return {
    find: (table, index, where, options = {}) => {
      const writes = written.get(table)
      if (!writes) return rows.find(table, index, where, options)
      // Rows that are hidden here may have taken the place of others within the limit.
      const limit = options.limit === undefined ? undefined : options.limit + writes.size
      const below = { ...options, ...(limit !== undefined && { limit }) }
      const found = rows.find(table, index, where, below).filter(({ id }) => !writes.has(id))
      for (const row of writes.values())
        if (row && matches(table, index, where, options, row)) found.push(row)
      const columns = index === 'keys' ? [] : indexColumns(table, index)
      found.sort((a, b) => compareRows(columns, a, b))
      if (options.reverse) found.reverse()
      return options.limit === undefined ? found : found.slice(0, options.limit)
    },
    get: (table, id) => {
      const writes = written.get(table)
      return writes?.has(id) ? writes.get(id) : rows.all(table).get(id)
    },
    write: ({ table, id, after }) => {
      let writes = written.get(table)
      if (!writes) {
        writes = new Map()
        written.set(table, writes)
      }
      writes.set(id, after)
    },
    changes: () =>
      [...written].flatMap(([table, writes]) => [...writes].map(([id, after]) => ({ table, id, after }))),
  }
}

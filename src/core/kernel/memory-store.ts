import type { Id } from './ids.ts'
import { compareRows } from './order.ts'
import type { Change, Session, Store } from './store.ts'
import { type AnyTable, type BaseRow, indexColumns } from './table.ts'
import type { FindOptions, Where } from './tx.ts'
import { matches } from './unit-of-work.ts'

interface Rows {
  rows: Map<Id, BaseRow>
  /** For each index that was asked for: the rows by the value of its first column, or by key. */
  groups: Map<string, Map<unknown, Set<Id>>>
}

/** One network's rows in memory. Rows are never changed in place. */
export interface MemoryRows {
  find(table: AnyTable, index: string, where: Where, options?: FindOptions): BaseRow[]
  /** All rows of a table by id. It changes with the table: read it, and keep none of it. */
  all(table: AnyTable): ReadonlyMap<Id, BaseRow>
  apply(changes: readonly Pick<Change, 'table' | 'id' | 'after'>[]): void
}

/** Rows in memory, found as every store finds them: the heart of the browser's replica. */
export function memoryRows(): MemoryRows {
  const tables = new Map<AnyTable, Rows>()
  return {
    find: (table, index, where, options = {}) => {
      const found = candidates(rowsOf(tables, table), table, index, where).filter((row) =>
        matches(table, index, where, options, row),
      )
      const columns = index === 'keys' ? [] : indexColumns(table, index)
      found.sort((a, b) => compareRows(columns, a, b))
      if (options.reverse) found.reverse()
      return options.limit === undefined ? found : found.slice(0, options.limit)
    },
    all: (table) => rowsOf(tables, table).rows,
    apply: (changes) => {
      for (const change of changes) apply(rowsOf(tables, change.table), change)
    },
  }
}

/** Networks in memory, for unit tests. */
export function memoryStore(): Store {
  const owners = new Map<Id, { revision: number; rows: MemoryRows }>()
  let turn: Promise<unknown> = Promise.resolve()
  const ownerOf = (ownerId: Id) => {
    let owner = owners.get(ownerId)
    if (!owner) {
      owner = { revision: 0, rows: memoryRows() }
      owners.set(ownerId, owner)
    }
    return owner
  }
  const sessionOf = (ownerId: Id): Session => ({
    find: async (...question) => ownerOf(ownerId).rows.find(...question),
  })
  return {
    read: (ownerId, work) => work(sessionOf(ownerId)),
    write: (ownerId, work) => {
      const done = turn.then(() => {
        const owner = ownerOf(ownerId)
        return work({
          ...sessionOf(ownerId),
          revision: owner.revision,
          apply: async (changes, revision) => {
            owner.rows.apply(changes)
            owner.revision = revision
          },
        })
      })
      turn = done.catch(() => {})
      return done
    },
  }
}

function rowsOf(tables: Map<AnyTable, Rows>, table: AnyTable): Rows {
  let rows = tables.get(table)
  if (!rows) {
    rows = { rows: new Map(), groups: new Map() }
    tables.set(table, rows)
  }
  return rows
}

function candidates({ rows, groups }: Rows, table: AnyTable, index: string, where: object): BaseRow[] {
  const wanted = Object.values(where)[0] as unknown
  if (wanted === undefined) return [...rows.values()]
  const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  const ids = index === 'id' ? (values as Id[]) : values.flatMap((value) => [...(group().get(value) ?? [])])
  return [...new Set(ids)].flatMap((id) => rows.get(id) ?? [])

  function group(): Map<unknown, Set<Id>> {
    let made = groups.get(index)
    if (!made) {
      made = new Map()
      groups.set(index, made)
      for (const row of rows.values()) fileUnder(made, table, index, row)
    }
    return made
  }
}

function valuesIn(table: AnyTable, index: string, row: BaseRow): unknown[] {
  if (index === 'keys') return table.keys?.(row) ?? []
  return [(row as unknown as Record<string, unknown>)[indexColumns(table, index)[0]!]]
}

function fileUnder(group: Map<unknown, Set<Id>>, table: AnyTable, index: string, row: BaseRow): void {
  for (const value of valuesIn(table, index, row)) {
    const ids = group.get(value)
    if (ids) ids.add(row.id)
    else group.set(value, new Set([row.id]))
  }
}

function apply({ rows, groups }: Rows, { table, id, after }: Pick<Change, 'table' | 'id' | 'after'>): void {
  const old = rows.get(id)
  for (const [index, group] of groups) {
    if (old) for (const value of valuesIn(table, index, old)) group.get(value)?.delete(id)
    if (after) fileUnder(group, table, index, after)
  }
  if (after) rows.set(id, after)
  else rows.delete(id)
}

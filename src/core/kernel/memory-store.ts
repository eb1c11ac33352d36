import type { Id } from './ids.ts'
import { compareRows } from './order.ts'
import type { Change, Session, Store } from './store.ts'
import { type AnyTable, type BaseRow, indexColumns } from './table.ts'
import { matches } from './unit-of-work.ts'

interface Rows {
  rows: Map<Id, BaseRow>
  /** For each index that was asked for: the rows by the value of its first column, or by key. */
  groups: Map<string, Map<unknown, Set<Id>>>
}

/** Networks in memory: for unit tests, and the heart of the browser's replica. Rows are never changed in place. */
export function memoryStore(): Store {
  const owners = new Map<Id, { revision: number; tables: Map<AnyTable, Rows> }>()
  let turn: Promise<unknown> = Promise.resolve()
  const ownerOf = (ownerId: Id) => {
    let owner = owners.get(ownerId)
    if (!owner) {
      owner = { revision: 0, tables: new Map() }
      owners.set(ownerId, owner)
    }
    return owner
  }
  const sessionOf = (ownerId: Id): Session => ({
    find: async (table, index, where, options = {}) => {
      const rows = rowsOf(ownerOf(ownerId).tables, table)
      const found = candidates(rows, table, index, where).filter((row) =>
        matches(table, index, where, options, row),
      )
      const columns = index === 'keys' ? [] : indexColumns(table, index)
      found.sort((a, b) => compareRows(columns, a, b))
      if (options.reverse) found.reverse()
      return options.limit === undefined ? found : found.slice(0, options.limit)
    },
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
            for (const change of changes) apply(rowsOf(owner.tables, change.table), change)
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

function apply({ rows, groups }: Rows, { table, id, after }: Change): void {
  const old = rows.get(id)
  for (const [index, group] of groups) {
    if (old) for (const value of valuesIn(table, index, old)) group.get(value)?.delete(id)
    if (after) fileUnder(group, table, index, after)
  }
  if (after) rows.set(id, after)
  else rows.delete(id)
}

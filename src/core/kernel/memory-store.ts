import type { Id } from './ids.ts'
import { compareRows, compareValues } from './order.ts'
import type { Change, Session, Store } from './store.ts'
import { type AnyTable, type BaseRow, indexColumns } from './table.ts'
import type { FindOptions, Where } from './tx.ts'
import { matches } from './unit-of-work.ts'

interface Rows {
  rows: Map<Id, BaseRow>
  /** The indexes that are kept or were asked for. */
  groups: Map<string, Group>
}

/** An index: rows by the value of its first column; or by key, where there is no column. */
interface Group {
  column: string | undefined
  ids: Map<unknown, Set<Id>>
  /** Rows by that value in the order of the index, once they were asked for in order. */
  sorted: Map<unknown, BaseRow[]>
}

/** One network's rows in memory. Rows are never changed in place. */
export interface MemoryRows {
  find(table: AnyTable, index: string, where: Where, options?: FindOptions): BaseRow[]
  /** All rows of a table by id. It changes with the table: read it, and keep none of it. */
  all(table: AnyTable): ReadonlyMap<Id, BaseRow>
  apply(changes: readonly Pick<Change, 'table' | 'id' | 'after'>[]): void
}

/**
 * Rows in memory, found as every store finds them: the heart of the browser's replica. An index is made when it is first
 * asked for, which takes a while with many rows; one that is `kept` grows with them from the beginning.
 */
export function memoryRows(kept: (table: AnyTable, index: string) => boolean = () => false): MemoryRows {
  const tables = new Map<AnyTable, Rows>()
  const rowsOf = (table: AnyTable): Rows => {
    let rows = tables.get(table)
    if (!rows) {
      const indexes = [...Object.keys(table.indexes), ...(table.keys ? ['keys'] : [])]
      const groups = indexes
        .filter((index) => kept(table, index))
        .map((index) => [index, emptyGroup(table, index)] as const)
      rows = { rows: new Map(), groups: new Map(groups) }
      tables.set(table, rows)
    }
    return rows
  }
  return {
    find: (table, index, where, options = {}) => {
      const inOrder = fromSorted(rowsOf(table), table, index, where, options)
      if (inOrder) return inOrder
      const found = candidates(rowsOf(table), table, index, where).filter((row) =>
        matches(table, index, where, options, row),
      )
      const columns = index === 'keys' ? [] : indexColumns(table, index)
      found.sort((a, b) => compareRows(columns, a, b))
      if (options.reverse) found.reverse()
      return options.limit === undefined ? found : found.slice(0, options.limit)
    },
    all: (table) => rowsOf(table).rows,
    apply: (changes) => {
      // With many changes, to sort again is quicker than to put each in its place.
      if (changes.length > few)
        for (const table of new Set(changes.map(({ table }) => table)))
          for (const group of rowsOf(table).groups.values()) group.sorted.clear()
      for (const change of changes) apply(rowsOf(change.table), change)
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

function candidates({ rows, groups }: Rows, table: AnyTable, index: string, where: object): BaseRow[] {
  const wanted = Object.values(where)[0] as unknown
  if (wanted === undefined) return [...rows.values()]
  const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  const ids =
    index === 'id' ? (values as Id[]) : values.flatMap((value) => [...(group().ids.get(value) ?? [])])
  return [...new Set(ids)].flatMap((id) => rows.get(id) ?? [])

  function group(): Group {
    let made = groups.get(index)
    if (!made) {
      made = emptyGroup(table, index)
      groups.set(index, made)
      for (const row of rows.values()) fileUnder(made, table, row)
    }
    return made
  }
}

/** So many rows of one value are put in order at each question; of more, the order is kept. */
const few = 50

/** Answers from rows in order, where many share the first value: only those that are asked for are looked at. */
function fromSorted(
  rows: Rows,
  table: AnyTable,
  index: string,
  where: Where,
  { from, before, limit, reverse }: FindOptions,
): BaseRow[] | undefined {
  const group = rows.groups.get(index)
  const wanted = Object.entries(where)
  if (!group || group.column === undefined || wanted.length === 0) return undefined
  const columns = indexColumns(table, index)
  const values = columns.slice(0, wanted.length).map((column) => where[column])
  if (values.some((value) => value === undefined || typeof value === 'object')) return undefined
  const ids = group.ids.get(values[0])
  if (!ids || ids.size <= few) return undefined
  let sorted = group.sorted.get(values[0])
  if (!sorted) {
    sorted = [...ids].map((id) => rows.rows.get(id)!).sort((a, b) => compareRows(columns, a, b))
    group.sorted.set(values[0], sorted)
  }
  const next = columns[wanted.length] ?? 'id'
  const isBounded = from !== undefined || before !== undefined
  const order = (row: BaseRow) => {
    for (const [i, value] of values.entries()) {
      const one = compareValues(cell(row, columns[i]!), value)
      if (one !== 0) return one
    }
    if (!isBounded) return 0
    const bounded = cell(row, next)
    if (bounded === undefined || (from !== undefined && compareValues(bounded, from) < 0)) return -1
    return before !== undefined && compareValues(bounded, before) >= 0 ? 1 : 0
  }
  const start = firstWhere(sorted, (row) => order(row) >= 0)
  const end = firstWhere(sorted, (row) => order(row) > 0)
  const most = limit ?? end - start
  if (reverse) return sorted.slice(Math.max(start, end - most), end).reverse()
  return sorted.slice(start, Math.min(end, start + most))
}

/** Puts a changed row where it belongs in what is in order. */
function keepSorted(
  group: Group,
  table: AnyTable,
  index: string,
  old: BaseRow | undefined,
  after: BaseRow | undefined,
): void {
  if (group.column === undefined || group.sorted.size === 0) return
  const columns = indexColumns(table, index)
  const placeIn = (list: BaseRow[], row: BaseRow) =>
    firstWhere(list, (other) => compareRows(columns, other, row) >= 0)
  const before = old && group.sorted.get(cell(old, group.column))
  const at = before ? placeIn(before, old) : -1
  if (before?.[at]?.id === old?.id) before?.splice(at, 1)
  const list = after && group.sorted.get(cell(after, group.column))
  if (list) list.splice(placeIn(list, after), 0, after)
}

const cell = (row: BaseRow, column: string): unknown => (row as unknown as Record<string, unknown>)[column]

/** Where the rows begin of which this holds; it holds of all behind the first. */
function firstWhere(rows: readonly BaseRow[], holds: (row: BaseRow) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(rows[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const emptyGroup = (table: AnyTable, index: string): Group => ({
  column: index === 'keys' ? undefined : indexColumns(table, index)[0]!,
  ids: new Map(),
  sorted: new Map(),
})

function valuesIn({ column }: Group, table: AnyTable, row: BaseRow): readonly unknown[] {
  return column === undefined
    ? (table.keys?.(row) ?? [])
    : [(row as unknown as Record<string, unknown>)[column]]
}

function fileUnder(group: Group, table: AnyTable, row: BaseRow): void {
  if (group.column !== undefined)
    add(group, (row as unknown as Record<string, unknown>)[group.column], row.id)
  else for (const value of table.keys?.(row) ?? []) add(group, value, row.id)
}

function add({ ids }: Group, value: unknown, id: Id): void {
  // Nobody asks for what is absent, and most rows lack most of what they could have.
  if (value === undefined) return
  const there = ids.get(value)
  if (there) there.add(id)
  else ids.set(value, new Set([id]))
}

function apply({ rows, groups }: Rows, { table, id, after }: Pick<Change, 'table' | 'id' | 'after'>): void {
  const old = rows.get(id)
  for (const [index, group] of groups) {
    keepSorted(group, table, index, old, after)
    if (old) for (const value of valuesIn(group, table, old)) group.ids.get(value)?.delete(id)
    if (after) fileUnder(group, table, after)
  }
  if (after) rows.set(id, after)
  else rows.delete(id)
}

import type { Id } from './ids.ts'
import { compareRows, compareValues } from './order.ts'
import type { Change, Session } from './store.ts'
import { type AnyTable, type BaseRow, indexColumns, sameRow } from './table.ts'
import type { FindOptions, Tx, Where } from './tx.ts'

export interface UnitContext {
  ownerId: Id
  commandId: Id
  now: number
  timeZone: string
  newId: () => Id
  report: Tx['report']
}

/** A Tx over any session, and what it came to. */
export interface UnitOfWork extends Tx {
  /** Rows that differ from what the store holds, in the order they were first written. */
  changes(): Change[]
}

interface Written {
  before: BaseRow | undefined
  after: BaseRow | undefined
}

/**
 * The one overlay that all three stores share: writes wait here until the command has succeeded, and reads see them.
 * Dropping the unit drops the command.
 */
export function unitOfWork(session: Session, context: UnitContext): UnitOfWork {
  const overlay = new Map<AnyTable, Map<Id, Written>>()
  const loaded = new Map<AnyTable, Map<Id, BaseRow | undefined>>()
  const made = new Set<Id>()

  const remember = (table: AnyTable, rows: BaseRow[]) => {
    const known = mapOf(loaded, table)
    for (const row of rows) known.set(row.id, row)
  }
  const load = async (table: AnyTable, id: Id): Promise<BaseRow | undefined> => {
    const known = mapOf(loaded, table)
    if (!known.has(id)) {
      const [row] = await session.find(table, 'id', { id })
      known.set(id, row)
    }
    return known.get(id)
  }
  const write = async (table: AnyTable, id: Id, after: BaseRow | undefined) => {
    const writes = mapOf(overlay, table)
    const earlier = writes.get(id)
    const before = earlier ? earlier.before : made.has(id) ? undefined : await load(table, id)
    if (!before && !after) writes.delete(id)
    else writes.set(id, { before, after })
  }

  return {
    ...context,
    newId: () => {
      const id = context.newId()
      made.add(id)
      return id
    },
    get: async (table, id) => {
      const written = overlay.get(table)?.get(id)
      return (written ? written.after : await load(table, id)) as never
    },
    find: async (table, index, where, options = {}) => {
      if (Object.values(where).some((value) => Array.isArray(value) && value.length === 0)) return []
      const stored = await session.find(table, index, where, options)
      remember(table, stored)
      const writes = overlay.get(table)
      if (!writes || writes.size === 0) return stored as never
      // A row that the command took out of the answer may have hidden the next one: ask again without the limit.
      const whole =
        options.limit !== undefined && stored.length === options.limit
          ? await session.find(table, index, where, { ...options, limit: options.limit + writes.size })
          : stored
      remember(table, whole)
      return merge(table, index, where, options, whole, writes) as never
    },
    put: (table, row) => write(table, row.id, row as unknown as BaseRow),
    remove: (table, id) => write(table, id, undefined),
    changes: () =>
      [...overlay].flatMap(([table, writes]) =>
        [...writes]
          .filter(([, { before, after }]) => !(before && after && sameRow(table, before, after)))
          .map(([id, { before, after }]) => ({ table, id, before, after })),
      ),
  }
}

function merge(
  table: AnyTable,
  index: string,
  where: Where,
  options: FindOptions,
  stored: BaseRow[],
  writes: Map<Id, Written>,
): BaseRow[] {
  const rows = stored.filter((row) => !writes.has(row.id))
  for (const { after } of writes.values()) {
    if (after && matches(table, index, where, options, after)) rows.push(after)
  }
  const columns = index === 'keys' ? [] : indexColumns(table, index)
  rows.sort((a, b) => compareRows(columns, a, b))
  if (options.reverse) rows.reverse()
  return options.limit === undefined ? rows : rows.slice(0, options.limit)
}

/** Whether a row belongs to the answer of a find: the meaning of `where` and bounds, which every store must share. */
export function matches(
  table: AnyTable,
  index: string,
  where: Where,
  { from, before }: FindOptions,
  row: BaseRow,
): boolean {
  const value = row as unknown as Record<string, string | number | boolean | undefined>
  if (index === 'keys') {
    const wanted = where.key as string | readonly string[]
    const keys = table.keys?.(row) ?? []
    return typeof wanted === 'string' ? keys.includes(wanted) : wanted.some((key) => keys.includes(key))
  }
  const columns = indexColumns(table, index)
  for (const [column, wanted] of Object.entries(where)) {
    const actual = value[column]
    if (Array.isArray(wanted) ? !wanted.includes(actual) : actual !== wanted) return false
  }
  if (from === undefined && before === undefined) return true
  const bounded = value[columns[Object.keys(where).length] ?? 'id']
  if (bounded === undefined) return false
  return (
    (from === undefined || compareValues(bounded, from) >= 0) &&
    (before === undefined || compareValues(bounded, before) < 0)
  )
}

function mapOf<K, V>(maps: Map<K, Map<Id, V>>, key: K): Map<Id, V> {
  let map = maps.get(key)
  if (!map) {
    map = new Map()
    maps.set(key, map)
  }
  return map
}

import { invalid } from './errors.ts'
import type { Id } from './ids.ts'
import { type Removal, removal } from './journal.ts'
import type { Session } from './store.ts'
import type { AnyTable, BaseRow } from './table.ts'

/** How far a replica has come: every change up to `had`; or in the middle of those up to `until`, after one row of a table. */
export type Cursor =
  | { had: number }
  | { had: number; until: number; table: string; revision: number; after: Id }

/** What changed after a cursor, in at most so many rows. Removals come first, because a row may have come back since. */
export interface Changes {
  removed: { table: string; id: Id }[]
  rows: { table: string; row: BaseRow }[]
  next: Cursor
  /** There is more behind `next`. */
  more: boolean
}

/**
 * The rows of these tables that changed after the cursor, up to `revision`, and those that are gone. Every part may be
 * asked for in a transaction of its own: what changes in between has a higher revision, and is told by the next pull.
 */
export async function changesAfter(
  session: Session,
  tables: readonly AnyTable[],
  cursor: Cursor,
  revision: number,
  limit: number,
): Promise<Changes> {
  const until = 'until' in cursor ? cursor.until : revision
  const changes: Changes = { removed: [], rows: [], next: { had: until }, more: false }
  // Whoever has nothing yet has nothing to remove.
  const asked = cursor.had === 0 ? tables : [removal, ...tables]
  const first = 'until' in cursor ? asked.findIndex(({ name }) => name === cursor.table) : 0
  if (first < 0) throw invalid('cursor', 'This cursor is not one of ours.')
  let start: Start = 'until' in cursor ? cursor : { revision: cursor.had }
  let room = limit
  for (const table of asked.slice(first)) {
    const rows = await rowsAfter(session, table, start, until, room)
    for (const row of rows) {
      if (table === removal) changes.removed.push(whatIsGone(row as Removal))
      else changes.rows.push({ table: table.name, row })
    }
    room -= rows.length
    if (room === 0) {
      const { revision: reached, id: after } = rows.at(-1)!
      return {
        ...changes,
        next: { had: cursor.had, until, table: table.name, revision: reached, after },
        more: true,
      }
    }
    start = { revision: cursor.had }
  }
  return changes
}

/** Where reading a table begins: after a revision, or in the middle of it, after a row. */
interface Start {
  revision: number
  after?: Id
}

async function rowsAfter(
  session: Session,
  table: AnyTable,
  { revision, after }: Start,
  until: number,
  limit: number,
): Promise<BaseRow[]> {
  // The first text after the id.
  const same =
    after === undefined
      ? []
      : await session.find(table, 'byRevision', { revision }, { from: `${after}0`, limit })
  if (same.length === limit) return same
  const bounds = { from: revision + 1, before: until + 1, limit: limit - same.length }
  return [...same, ...(await session.find(table, 'byRevision', {}, bounds))]
}

const whatIsGone = ({ tableName, rowId }: Removal) => ({ table: tableName, id: rowId })

import type { Id } from '../../../core/kernel/ids.ts'
import type { AnyTable, BaseRow } from '../../../core/kernel/table.ts'
import { applyChanges } from '../apply-changes.ts'
import type { Connection } from '../connection.ts'
import type { Dialect } from '../dialect.ts'
import { findRows } from '../find-rows.ts'

/** One side of a copy: an owner's rows, as one transaction sees them. */
export interface NetworkSide {
  dialect: Dialect
  connection: Connection
  ownerId: Id
}

/** What a backup holds: how many rows of each table. */
export interface BackupSummary {
  file: string
  /** The owner's revision at which it was taken. */
  revision: number
  rows: Record<string, number>
}

/** Rows read and written before others get a turn. */
const pageSize = 500

/** All rows of a table by id, in pages. */
export async function* pagesOf(side: NetworkSide, table: AnyTable): AsyncGenerator<BaseRow[]> {
  let from: string | undefined
  for (;;) {
    const options = { limit: pageSize, ...(from === undefined ? {} : { from }) }
    const rows = await findRows(side.dialect, side.connection, side.ownerId, table, 'id', {}, options)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    // The first text after the last id.
    from = `${rows.at(-1)!.id}0`
  }
}

/** Copies every row to another store, where the owner may have another id; returns how many of each table. */
export async function copyNetwork(
  from: NetworkSide,
  to: NetworkSide,
  tables: readonly AnyTable[],
  pause: () => Promise<void>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const rename = renaming(from.ownerId, to.ownerId)
  for (const table of tables) {
    counts[table.name] = 0
    for await (const rows of pagesOf(from, table)) {
      const changes = rows.map((row) => {
        const after = rename(table, row)
        return { table, id: after.id, before: undefined, after }
      })
      await applyChanges(to.dialect, to.connection, to.ownerId, changes, pause)
      counts[table.name]! += rows.length
    }
  }
  return counts
}

/** Puts the new owner's id wherever a row names the old one: as an id, or inside what the journal recorded. */
function renaming(oldOwner: Id, newOwner: Id): (table: AnyTable, row: BaseRow) => BaseRow {
  if (oldOwner === newOwner) return (_, row) => row
  return (table, row) => {
    const renamed: Record<string, unknown> = { ...row }
    for (const [column, kind] of Object.entries(table.columns)) {
      const value = renamed[column]
      if (kind === 'id' && value === oldOwner) renamed[column] = newOwner
      if (kind !== 'json' || value === undefined) continue
      const text = JSON.stringify(value)
      if (text.includes(oldOwner)) renamed[column] = JSON.parse(text.replaceAll(oldOwner, newOwner))
    }
    return renamed as unknown as BaseRow
  }
}

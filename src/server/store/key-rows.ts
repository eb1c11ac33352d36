import type { Id } from '../../core/kernel/ids.ts'
import type { Change } from '../../core/kernel/store.ts'
import type { AnyTable, BaseRow } from '../../core/kernel/table.ts'
import { batches } from './batches.ts'
import { encodeValue } from './codec.ts'
import { compiled } from './compiled.ts'
import type { Connection, SqlValue } from './connection.ts'
import type { Dialect } from './dialect.ts'
import { keyTable } from './names.ts'

/** Conditions that one DELETE joins by OR; SQLite limits how deep an expression may be. */
const keysInOneDelete = 64

/** The keys of a row as the key table keeps them. */
export function storedKeys(table: AnyTable, row: BaseRow | undefined): string[] {
  const keys: string[] = row && table.keys ? table.keys(row) : []
  return [...new Set(keys.map((key) => encodeValue('text', key) as string))]
}

/** Brings the key table in line with the changed rows. */
export async function applyKeys(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  changes: readonly Change[],
): Promise<void> {
  const gone: [key: string, id: Id][] = []
  const come: [key: string, id: Id][] = []
  for (const { id, before, after } of changes) {
    const old = storedKeys(table, before)
    const now = storedKeys(table, after)
    for (const key of old) if (!now.includes(key)) gone.push([key, id])
    for (const key of now) if (!old.includes(key)) come.push([key, id])
  }
  await fileKeys(dialect, connection, ownerId, table, gone, come)
}

/** Takes some keys out of the key table, and files others. */
export async function fileKeys(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  gone: readonly [key: string, id: Id][],
  come: readonly [key: string, id: Id][],
): Promise<void> {
  for (const batch of batches(gone, keysInOneDelete)) {
    await connection.query(deleteText(dialect, table, batch.length), [ownerId, ...batch.flat()])
  }
  for (const batch of batches(come, dialect.rowsInOneInsert)) {
    const values: SqlValue[] = []
    for (const pair of batch) values.push(ownerId, ...pair)
    await connection.query(insertText(dialect, table, batch.length), values)
  }
}

function deleteText(dialect: Dialect, table: AnyTable, pairs: number): string {
  return compiled(dialect, `remove keys ${table.name} ${pairs}`, (kysely) =>
    kysely
      .deleteFrom(keyTable(table.name))
      .where('owner_id', '=', '')
      .where((eb) =>
        eb.or(Array.from({ length: pairs }, () => eb.and([eb('key', '=', ''), eb('id', '=', '')]))),
      ),
  )
}

function insertText(dialect: Dialect, table: AnyTable, pairs: number): string {
  return compiled(dialect, `insert keys ${table.name} ${pairs}`, (kysely) =>
    kysely
      .insertInto(keyTable(table.name))
      .values(Array.from({ length: pairs }, () => ({ owner_id: '', key: '', id: '' }))),
  )
}

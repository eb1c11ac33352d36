import type { Id } from '../../core/kernel/ids.ts'
import type { AnyTable } from '../../core/kernel/table.ts'
import { compiled } from './compiled.ts'
import type { Connection } from './connection.ts'
import type { Dialect } from './dialect.ts'
import { keyTable } from './names.ts'

/** Removes every row of the owner with its keys and search words; the counter stays. */
export async function clearNetwork(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  tables: readonly AnyTable[],
): Promise<void> {
  for (const table of tables) {
    if (table.search) await dialect.search.clear(connection, ownerId, table.name)
    if (table.keys) await clearTable(dialect, connection, ownerId, keyTable(table.name))
    await clearTable(dialect, connection, ownerId, table.name)
  }
}

/** Removes what is kept of the owner besides: the counter, the tokens and the sessions. */
export async function clearOwner(dialect: Dialect, connection: Connection, ownerId: Id): Promise<void> {
  await clearTable(dialect, connection, ownerId, 'network')
  await clearTable(dialect, connection, ownerId, 'token')
  await clearTable(dialect, connection, ownerId, 'session')
  await clearTable(dialect, connection, ownerId, 'refusal')
}

async function clearTable(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: string,
): Promise<void> {
  const text = compiled(dialect, `clear ${table}`, (kysely) =>
    kysely.deleteFrom(table).where('owner_id', '=', ''),
  )
  await connection.query(text, [ownerId])
}

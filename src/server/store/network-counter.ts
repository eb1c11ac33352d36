import type { Id } from '../../core/kernel/ids.ts'
import { compiled } from './compiled.ts'
import type { Connection } from './connection.ts'
import type { Dialect } from './dialect.ts'

/** The owner's revision, locked for this transaction; a new owner begins at 0. */
export async function lockRevision(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  now: number,
): Promise<number> {
  const text = compiled(dialect, 'lock network', (kysely) => {
    const query = kysely.selectFrom('network').select('revision').where('owner_id', '=', '')
    return dialect.locksRows ? query.forUpdate() : query
  })
  const [row] = await connection.query(text, [ownerId])
  if (row) return row[0] as number
  await createNetwork(dialect, connection, ownerId, now)
  const [made] = await connection.query(text, [ownerId])
  return made![0] as number
}

/** The owner's revision as this transaction sees it. */
export async function readRevision(dialect: Dialect, connection: Connection, ownerId: Id): Promise<number> {
  const text = compiled(dialect, 'read network', (kysely) =>
    kysely.selectFrom('network').select('revision').where('owner_id', '=', ''),
  )
  const [row] = await connection.query(text, [ownerId])
  return (row?.[0] as number | undefined) ?? 0
}

/** The owner's revision, and since when the network is this one: it was made, or a backup took its place. */
export async function readNetwork(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
): Promise<{ revision: number; since: number }> {
  const text = compiled(dialect, 'read whole network', (kysely) =>
    kysely.selectFrom('network').select(['revision', 'created_at']).where('owner_id', '=', ''),
  )
  const [row] = await connection.query(text, [ownerId])
  return { revision: (row?.[0] as number | undefined) ?? 0, since: (row?.[1] as number | undefined) ?? 0 }
}

/** Notes that another network took the place of the owner's: what others have read of it is void. */
export async function renewNetwork(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  now: number,
): Promise<void> {
  const { since } = await readNetwork(dialect, connection, ownerId)
  const text = compiled(dialect, 'renew network', (kysely) =>
    kysely.updateTable('network').set({ created_at: 0 }).where('owner_id', '=', ''),
  )
  await connection.query(text, [Math.max(now, since + 1), ownerId])
}

/** Gives a new owner a counter; does nothing for one who has it. */
export async function createNetwork(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  now: number,
): Promise<void> {
  const text = compiled(dialect, 'create network', (kysely) =>
    kysely
      .insertInto('network')
      .values({ owner_id: '', revision: 0, created_at: 0 })
      .onConflict((conflict) => conflict.column('owner_id').doNothing()),
  )
  await connection.query(text, [ownerId, 0, now])
}

/** Writes the owner's new revision. */
export async function writeRevision(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  revision: number,
): Promise<void> {
  const text = compiled(dialect, 'write network', (kysely) =>
    kysely.updateTable('network').set({ revision: 0 }).where('owner_id', '=', ''),
  )
  await connection.query(text, [revision, ownerId])
}

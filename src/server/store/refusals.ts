import type { Id } from '../../core/kernel/ids.ts'
import { rowsOf, run } from './compiled.ts'
import type { Database } from './dialect.ts'

/** Why a command was not taken. */
export interface Refusal {
  code: string
  message: string
}

/**
 * Commands that were refused to a replica, by their keys: a copy that the network delivers later must not be done when
 * the user was told that it is not. Local to the store, like sessions.
 */
export interface Refusals {
  find(ownerId: Id, key: Id): Promise<Refusal | undefined>
  note(ownerId: Id, key: Id, refusal: Refusal, now: number): Promise<void>
}

/** A copy that is older does not arrive any more, in milliseconds. */
const life = 90 * 24 * 3_600_000

/** Refusals kept in the table `refusal`. */
export function refusalsIn({ dialect: { kysely }, read, write }: Database): Refusals {
  return {
    find: (ownerId, key) =>
      read(null, async (connection) => {
        const known = kysely
          .selectFrom('refusal')
          .select(['code', 'message'])
          .where('owner_id', '=', ownerId)
          .where('id', '=', key)
        const [row] = await rowsOf(connection, known, ['code', 'message'])
        return row && { code: row.code as string, message: row.message as string }
      }),
    note: (ownerId, key, { code, message }, now) =>
      write(null, async (connection) => {
        const old = kysely.deleteFrom('refusal').where('owner_id', '=', ownerId)
        await run(connection, old.where('created_at', '<', now - life))
        const row = { id: key, owner_id: ownerId, code, message, created_at: now }
        await run(
          connection,
          kysely
            .insertInto('refusal')
            .values(row)
            .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing()),
        )
      }),
  }
}

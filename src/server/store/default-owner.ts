import { type Id, idSource } from '../../core/kernel/ids.ts'
import { rowsOf, run } from './compiled.ts'
import type { Connection } from './connection.ts'
import type { Dialect } from './dialect.ts'

/** A source of ids for what the store itself makes. */
export const newId: (now: number) => Id = idSource((bytes) => crypto.getRandomValues(bytes))

/** The schema's version, as the store says. */
export async function storedVersion(connection: Connection, dialect: Dialect): Promise<number> {
  return Number((await readInfo(connection, dialect, 'schema_version')) ?? 0)
}

/** The owner of the network that is meant where none is named; made when the store is first opened. */
export async function defaultOwner(connection: Connection, dialect: Dialect): Promise<Id | undefined> {
  return readInfo(connection, dialect, 'default_owner')
}

/** Makes this owner the default one, unless there is one; returns the one in force. */
export async function makeDefaultOwner(connection: Connection, dialect: Dialect, ownerId: Id): Promise<Id> {
  await run(
    connection,
    dialect.kysely
      .insertInto('store_info')
      .values({ key: 'default_owner', value: ownerId })
      .onConflict((conflict) => conflict.column('key').doNothing()),
  )
  return (await defaultOwner(connection, dialect))!
}

async function readInfo(connection: Connection, dialect: Dialect, key: string): Promise<string | undefined> {
  const query = dialect.kysely.selectFrom('store_info').select('value').where('key', '=', key)
  const [row] = await rowsOf(connection, query, ['value'])
  return row?.value as string | undefined
}

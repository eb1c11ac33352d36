import pg from 'pg'
import type { Connection, SqlValue } from '../connection.ts'
import type { Database } from '../dialect.ts'
import { queues } from '../queue.ts'
import { postgresDialect } from './dialect.ts'
import { translate } from './errors.ts'

/** A PostgreSQL database that is open. */
export interface PostgresDatabase extends Database {
  /** Server and database, without user and password. */
  readonly place: string
  close(): Promise<void>
}

/** Type 20 (int8): times and counts are far below 2^53, so they are numbers. */
const types = { getTypeParser: (oid: number, format?: string) => parserOf(oid, format) }
const parserOf = (oid: number, format?: string) =>
  oid === 20 ? Number : pg.types.getTypeParser(oid, (format ?? 'text') as 'text')

/** Opens a pool of connections; nothing is asked of the server yet. */
export function postgresDatabase(url: string): PostgresDatabase {
  const place = placeOf(url)
  const pool = new pg.Pool({
    connectionString: url,
    types: types as pg.CustomTypesConfig,
    max: 10,
    connectionTimeoutMillis: 5000,
    lock_timeout: 5000,
    application_name: 'acquaint',
  })
  // A connection that breaks while nobody uses it is replaced; whoever uses one learns of it from the query.
  pool.on('error', () => {})
  const ofOwner = queues()
  const transaction = async <T>(
    begin: string,
    ownerId: string | null,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> => {
    try {
      return await inTransaction(await pool.connect(), begin, ownerId, work)
    } catch (error) {
      throw translate(error, place)
    }
  }
  return {
    place,
    dialect: postgresDialect,
    read: (ownerId, work) => transaction('begin isolation level repeatable read read only', ownerId, work),
    write: (ownerId, work) => ofOwner(ownerId ?? '', () => transaction('begin', ownerId, work)),
    close: () => pool.end(),
  }
}

/** A connection of its own kind for each transaction's queries: one statement a message, rows as arrays. */
async function inTransaction<T>(
  client: pg.PoolClient,
  begin: string,
  ownerId: string | null,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection: Connection = {
    query: async (text, values) => {
      const { rows } = await client.query({ text, values: values as SqlValue[], rowMode: 'array' })
      return rows as SqlValue[][]
    },
  }
  let broken: Error | undefined
  try {
    await connection.query(begin, [])
    if (ownerId !== null) await connection.query('select set_owner($1)', [ownerId])
    const result = await work(connection)
    await connection.query('commit', [])
    return result
  } catch (error) {
    await connection.query('rollback', []).catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

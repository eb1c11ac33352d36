import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AnyTable } from '../../core/kernel/table.ts'
import { defaultOwner, makeDefaultOwner, newId, storedVersion } from './default-owner.ts'
import type { Connection } from './dialect.ts'
import { migrate, newestVersion, refuseNewer } from './migrations/migrate.ts'
import { migrations as released } from './migrations/migrations.ts'
import type { Migration } from './migrations/operation.ts'
import { createNetwork } from './network-counter.ts'
import { networkStore } from './network-store.ts'
import type { OpenOptions, OpenStore } from './open-store.ts'
import { peopleReads } from './people.store.ts'
import { connect, type SqliteConnection } from './sqlite/connection.ts'
import { type SqliteDatabase, setUpWriter, sqliteDatabase } from './sqlite/database.ts'
import { sqliteDialect, sqliteSchema } from './sqlite/dialect.ts'
import { damaged, translate } from './sqlite/errors.ts'
import { tokensIn } from './tokens.ts'

/** The store in its folder. */
export const storeFile = 'acquaint.db'

/** Marks the file as Acquaint's in SQLite's own header ("ACQT"). */
const applicationId = 0x41435154

/**
 * Opens the store in a folder, and makes both where there are none. Throws STORE_NEWER, STORE_DAMAGED,
 * STORE_READ_ONLY, STORE_FULL or STORE_BUSY with a sentence that says what to do.
 */
export async function openSqlite(
  folder: string,
  tables: readonly AnyTable[],
  { now = Date.now, migrations = released }: OpenOptions = {},
): Promise<OpenStore> {
  const file = join(resolve(folder), storeFile)
  const { database, ownerId } = await open(file, now, migrations)
  return {
    ownerId,
    ...networkStore(database, now),
    ...peopleReads(database),
    tokens: tokensIn(database),
    describe: () => ({ database: 'SQLite', place: file, schemaVersion: newestVersion(migrations) }),
    close: database.close,
  } as never
}

async function open(
  file: string,
  now: () => number,
  migrations: readonly Migration[],
): Promise<{ database: SqliteDatabase; ownerId: string }> {
  let writer: SqliteConnection | undefined
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
    writer = connect(file)
    setUpWriter(writer)
    const version = await versionOf(writer, file)
    refuseNewer(version, migrations, file)
    if (version < newestVersion(migrations)) await bringUpToDate(writer, file, migrations)
    const ownerId = (await defaultOwner(writer, sqliteDialect)) ?? (await firstOwner(writer, now()))
    return { database: sqliteDatabase(file, writer), ownerId }
  } catch (error) {
    writer?.close()
    throw translate(error, file)
  }
}

/** The schema's version; 0 for an empty file. Refuses a database of another program. */
async function versionOf(connection: SqliteConnection, file: string): Promise<number> {
  const [id] = await connection.query('pragma application_id', [])
  if (id![0] === applicationId) return storedVersion(connection, sqliteDialect)
  const [count] = await connection.query('select count(*) from sqlite_schema', [])
  if (count![0] === 0) return 0
  throw damaged(file, 'is a database of another program')
}

async function bringUpToDate(
  writer: SqliteConnection,
  file: string,
  migrations: readonly Migration[],
): Promise<void> {
  await exclusively(writer, async () => {
    // Another process may have done it in the meantime.
    const version = await versionOf(writer, file)
    await migrate(writer, sqliteDialect, sqliteSchema, migrations, version)
    if (version === 0) writer.exec(`pragma application_id = ${applicationId}`)
  })
}

async function firstOwner(writer: SqliteConnection, now: number): Promise<string> {
  return exclusively(writer, async () => {
    const ownerId = await makeDefaultOwner(writer, sqliteDialect, newId(now))
    await createNetwork(sqliteDialect, writer, ownerId, now)
    return ownerId
  })
}

async function exclusively<T>(
  writer: SqliteConnection,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  writer.exec('begin immediate')
  try {
    const result = await work(writer)
    writer.exec('commit')
    return result
  } catch (error) {
    if (writer.database.isTransaction) writer.exec('rollback')
    throw error
  }
}

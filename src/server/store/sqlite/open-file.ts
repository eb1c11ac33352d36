import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Id } from '../../../core/kernel/ids.ts'
import { defaultOwner, makeDefaultOwner, newId, storedVersion } from '../default-owner.ts'
import { migrate, newestVersion, refuseNewer } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/operation.ts'
import { createNetwork } from '../network-counter.ts'
import { longLog } from './checkpoint.ts'
import { connect, type SqliteConnection } from './connection.ts'
import { sqliteDialect, sqliteSchema } from './dialect.ts'
import { damaged, translate } from './errors.ts'
import { writing } from './transaction.ts'

/** Marks a file as Acquaint's in SQLite's own header ("ACQT"). */
const applicationId = 0x41435154

export interface OpenFile {
  writer: SqliteConnection
  ownerId: Id
}

/**
 * Opens a file for writing with the newest schema, and makes it and its folder where there is none. Throws STORE_NEWER,
 * STORE_DAMAGED, STORE_READ_ONLY, STORE_FULL or STORE_BUSY.
 */
export async function openFile(
  file: string,
  options: { now: () => number; migrations: readonly Migration[]; ownerId?: Id },
): Promise<OpenFile> {
  const { now, migrations } = options
  let writer: SqliteConnection | undefined
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writer = connect(file)
    setUp(writer)
    const version = await versionOf(writer, file)
    refuseNewer(version, migrations, file)
    if (version < newestVersion(migrations)) await bringUpToDate(writer, file, migrations)
    const known = await defaultOwner(writer, sqliteDialect)
    const ownerId = known ?? (await firstOwner(writer, options.ownerId ?? newId(now()), now()))
    return { writer, ownerId }
  } catch (error) {
    writer?.close()
    throw translate(error, file)
  }
}

/** Readers never wait for the writer, and what is saved survives a power cut. Moving the log into the file: see `checkpoint.ts`. */
function setUp(writer: SqliteConnection): void {
  writer.exec('pragma journal_mode = wal')
  writer.exec('pragma synchronous = full')
  writer.exec('pragma foreign_keys = on')
  writer.exec('pragma cache_size = -16000')
  writer.exec('pragma wal_autocheckpoint = 0')
  writer.exec(`pragma journal_size_limit = ${longLog}`)
}

/** The schema's version; 0 for an empty file. Refuses a database of another program. */
export async function versionOf(connection: SqliteConnection, file: string): Promise<number> {
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
  await writing(writer, async () => {
    // Another process may have done it in the meantime.
    const version = await versionOf(writer, file)
    if (version === 0) {
      writer.exec(`pragma application_id = ${applicationId}`)
      // Makes the table of statistics, of which the migrations write the rows.
      writer.exec('analyze')
    }
    await migrate(writer, sqliteDialect, sqliteSchema, migrations, version)
  })
  // Has the statistics read that were written.
  writer.exec('analyze sqlite_schema')
}

async function firstOwner(writer: SqliteConnection, wanted: Id, now: number): Promise<Id> {
  return writing(writer, async () => {
    const ownerId = await makeDefaultOwner(writer, sqliteDialect, wanted)
    await createNetwork(sqliteDialect, writer, ownerId, now)
    return ownerId
  })
}

import { DomainError } from '../../core/kernel/errors.ts'
import type { AnyTable } from '../../core/kernel/table.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { backupByRows } from './backup/write-backup.ts'
import { type Check, checkNetwork, looked } from './check.ts'
import { clearNetwork, clearOwner } from './clear-network.ts'
import type { Connection } from './connection.ts'
import { makeDefaultOwner, newId, storedVersion } from './default-owner.ts'
import { fileAnew } from './file-anew.ts'
import { migrate, newestVersion, refuseNewer } from './migrations/migrate.ts'
import { migrations as released } from './migrations/migrations.ts'
import type { Migration } from './migrations/operation.ts'
import { createNetwork } from './network-counter.ts'
import { readsOf } from './network-reads.ts'
import { networkStore } from './network-store.ts'
import type { OpenOptions, OpenStore } from './open-store.ts'
import { type PostgresDatabase, postgresDatabase } from './postgres/database.ts'
import { postgresDialect, postgresSchema, setOwnerFunction } from './postgres/dialect.ts'
import { refusalsIn } from './refusals.ts'
import { sessionsIn } from './sessions.ts'
import { tokensIn } from './tokens.ts'

/** The lock under which one process at a time changes the schema ("ACQT"). */
const migrationLock = 0x41435154

/**
 * Opens the store in a PostgreSQL database (15 or newer, in UTF-8), and makes its tables where there are none.
 * Throws STORE_NEWER, STORE_BUSY where the server does not answer, and others with a sentence that says what to do.
 */
export async function openPostgres(
  url: string,
  tables: readonly AnyTable[],
  { now = Date.now, migrations = released }: OpenOptions = {},
): Promise<OpenStore> {
  const database = postgresDatabase(url)
  try {
    const ownerId = await bringUpToDate(database, migrations, now())
    await readCanary(database, ownerId)
    return {
      ownerId,
      ...networkStore(database, now),
      ...readsOf(database, migrations),
      tokens: tokensIn(database),
      sessions: sessionsIn(database),
      refusals: refusalsIn(database),
      describe: () => ({
        database: 'PostgreSQL',
        place: database.place,
        schemaVersion: newestVersion(migrations),
      }),
      backup: (file) => backupByRows(database, ownerId, tables, file, { now, migrations }),
      restore: (file) => restoreBackup(database, ownerId, tables, file, { now, migrations }),
      fileAnew: () => fileAnew(database, ownerId, tables),
      check: async () => [
        await checkFence(database, tables),
        ...(await checkNetwork(database, ownerId, tables)),
      ],
      erase: () =>
        database.write(ownerId, async (connection) => {
          await clearNetwork(postgresDialect, connection, ownerId, tables)
          await clearOwner(postgresDialect, connection, ownerId)
        }),
      close: database.close,
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Makes or migrates the schema, one process at a time; returns the default owner, with a counter. */
async function bringUpToDate(
  database: PostgresDatabase,
  migrations: readonly Migration[],
  now: number,
): Promise<string> {
  const ownerId = await database.write(null, async (connection) => {
    const version = await versionOf(connection)
    refuseNewer(version, migrations, database.place)
    if (version < newestVersion(migrations)) {
      await connection.query('select pg_advisory_xact_lock($1)', [migrationLock])
      // Another process may have done it in the meantime.
      await upgrade(connection, migrations, await versionOf(connection), database.place)
    }
    return makeDefaultOwner(connection, postgresDialect, newId(now))
  })
  await database.write(ownerId, (connection) => createNetwork(postgresDialect, connection, ownerId, now))
  return ownerId
}

async function upgrade(
  connection: Connection,
  migrations: readonly Migration[],
  version: number,
  place: string,
): Promise<void> {
  if (version === 0) {
    await refuseOtherEncodings(connection, place)
    await connection.query(setOwnerFunction, [])
  }
  const [citus] = await connection.query(`select 1 from pg_extension where extname = 'citus'`, [])
  await migrate(connection, postgresDialect, postgresSchema(citus !== undefined), migrations, version)
}

/** The schema's version; 0 where there is none yet. */
async function versionOf(connection: Connection): Promise<number> {
  // Not `to_regclass`, which may remember that there was no such table before another process made it.
  const visible = `select 1 from pg_class where relname = 'store_info' and pg_table_is_visible(oid)`
  const [row] = await connection.query(visible, [])
  return row ? storedVersion(connection, postgresDialect) : 0
}

async function refuseOtherEncodings(connection: Connection, place: string): Promise<void> {
  const [row] = await connection.query('show server_encoding', [])
  if (row![0] === 'UTF8') return
  throw new DomainError(
    'STORE_DAMAGED',
    `The database at ${place} keeps texts as ${row![0]}, which cannot hold every name. Nothing was changed. Create one with the encoding UTF8.`,
  )
}

/** A row that must be seen: were the owner not passed on to where rows are kept, every network would look empty. */
async function readCanary(database: PostgresDatabase, ownerId: string): Promise<void> {
  const seen = await database.read(ownerId, (connection) =>
    connection.query('select 1 from network where owner_id = $1', [ownerId]),
  )
  if (seen.length === 1) return
  throw new DomainError(
    'STORE_DAMAGED',
    `The database at ${database.place} does not show its owner's own rows. Nothing was changed. Check that set_owner() and the policies are as Acquaint made them.`,
  )
}

/** Whether every owner's table is fenced, and whether this user can look over the fence. */
function checkFence(database: PostgresDatabase, tables: readonly AnyTable[]): Promise<Check> {
  return looked('fence', () =>
    database.read(null, async (connection) => {
      const names = ['network', ...tables.map(({ name }) => name)]
      const [open] = await connection.query(
        `select count(*) from pg_class where oid = any(cast($1 as regclass[]))
           and not (relrowsecurity and relforcerowsecurity)`,
        [`{${names.join(',')}}`],
      )
      const [user] = await connection.query(
        'select cast(rolsuper or rolbypassrls as int) from pg_roles where rolname = current_user',
        [],
      )
      const detail =
        user![0] === 1
          ? 'Owners are kept apart by every statement; this user of the database may look past row-level security.'
          : 'Owners are kept apart by every statement and by row-level security.'
      if (open![0] === 0) return { detail }
      return { detail, problem: `${open![0]} tables are without forced row-level security.` }
    }),
  )
}

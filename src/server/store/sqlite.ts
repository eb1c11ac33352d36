import { join, resolve } from 'node:path'
import type { Id } from '../../core/kernel/ids.ts'
import type { AnyTable } from '../../core/kernel/table.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { backupOfFile } from './backup/write-backup.ts'
import { type Check, checkNetwork, looked } from './check.ts'
import { clearNetwork, clearOwner } from './clear-network.ts'
import { fileAnew } from './file-anew.ts'
import { newestVersion } from './migrations/migrate.ts'
import { migrations as released } from './migrations/migrations.ts'
import { searchTable } from './names.ts'
import { readsOf } from './network-reads.ts'
import { networkStore } from './network-store.ts'
import type { OpenOptions, OpenStore } from './open-store.ts'
import { refusalsIn } from './refusals.ts'
import { sessionsIn } from './sessions.ts'
import { type SqliteDatabase, sqliteDatabase } from './sqlite/database.ts'
import { openFile } from './sqlite/open-file.ts'
import { tokensIn } from './tokens.ts'

/** The store in its folder. */
export const storeFile = 'acquaint.db'

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
  const { writer, ownerId } = await openFile(file, { now, migrations })
  const database = sqliteDatabase(file, writer)
  return {
    ownerId,
    ...networkStore(database, now),
    ...readsOf(database, migrations),
    tokens: tokensIn(database),
    sessions: sessionsIn(database),
    refusals: refusalsIn(database),
    describe: () => ({ database: 'SQLite', place: file, schemaVersion: newestVersion(migrations) }),
    backup: (target) => backupOfFile(file, ownerId, tables, target),
    restore: (source) => restoreBackup(database, ownerId, tables, source, { now, migrations }),
    fileAnew: () => fileAnew(database, ownerId, tables),
    check: async () => {
      const whole = await checkFile(database)
      return whole.ok ? [whole, ...(await checkNetwork(database, ownerId, tables))] : [whole]
    },
    erase: () => erase(database, ownerId, tables),
    close: database.close,
  }
}

function checkFile(database: SqliteDatabase): Promise<Check> {
  return looked('file', () =>
    database.read(null, async (connection) => {
      const [verdict] = await connection.query('pragma integrity_check', [])
      const detail = 'The file is whole.'
      return verdict![0] === 'ok' ? { detail } : { detail, problem: `The file is damaged: ${verdict![0]}` }
    }),
  )
}

/** Removes the owner's rows, then overwrites the space that they took in the file and its log. */
async function erase(database: SqliteDatabase, ownerId: Id, tables: readonly AnyTable[]): Promise<void> {
  await database.alone(async (writer) => writer.exec('pragma secure_delete = on'))
  await database.write(ownerId, async (connection) => {
    await clearNetwork(database.dialect, connection, ownerId, tables)
    await clearOwner(database.dialect, connection, ownerId)
    // Words of removed rows stay in the index until its parts are merged.
    for (const { name, search } of tables) {
      const index = searchTable(name)
      if (search) await connection.query(`insert into ${index} (${index}) values ('optimize')`, [])
    }
  })
  await database.alone(async (writer) => {
    writer.exec('pragma wal_checkpoint(truncate)')
    writer.exec('vacuum')
    writer.exec('pragma wal_checkpoint(truncate)')
  })
}

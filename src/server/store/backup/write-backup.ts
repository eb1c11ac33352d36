import { backup } from 'node:sqlite'
import type { Id } from '../../../core/kernel/ids.ts'
import type { AnyTable } from '../../../core/kernel/table.ts'
import { clearNetwork, clearOwner } from '../clear-network.ts'
import type { Database } from '../dialect.ts'
import type { Migration } from '../migrations/operation.ts'
import { readRevision, writeRevision } from '../network-counter.ts'
import { pacer } from '../network-store.ts'
import { connect, type SqliteConnection } from '../sqlite/connection.ts'
import { sqliteDialect } from '../sqlite/dialect.ts'
import { damaged } from '../sqlite/errors.ts'
import { openFile } from '../sqlite/open-file.ts'
import { writing } from '../sqlite/transaction.ts'
import { type BackupSummary, copyNetwork } from './network-copy.ts'
import { writeWhole } from './part-file.ts'

/** A backup of a SQLite file, copied page by page while others write; tokens and other owners stay out of it. */
export async function backupOfFile(
  source: string,
  ownerId: Id,
  tables: readonly AnyTable[],
  file: string,
): Promise<BackupSummary> {
  return writeWhole(file, async (part) => {
    const from = connect(source)
    try {
      // One view for all its steps: without it, each write of another begins the copy anew, and under constant work it never ends.
      from.exec('begin')
      await from.query('select count(*) from sqlite_schema', [])
      await backup(from.database, part)
    } finally {
      from.close()
    }
    const copy = connect(part)
    try {
      copy.exec('pragma journal_mode = delete')
      copy.exec('pragma secure_delete = on')
      await keepOnly(copy, ownerId, tables)
      return await finish(copy, ownerId, tables, file)
    } finally {
      copy.close()
    }
  })
}

/** A backup of any database, copied row by row from one consistent view. */
export async function backupByRows(
  database: Database,
  ownerId: Id,
  tables: readonly AnyTable[],
  file: string,
  options: { now: () => number; migrations: readonly Migration[] },
): Promise<BackupSummary> {
  return writeWhole(file, async (part) => {
    const { writer } = await openFile(part, { ...options, ownerId })
    try {
      const to = { dialect: sqliteDialect, connection: writer, ownerId }
      const pause = pacer(() => {})
      await writing(writer, () =>
        database.read(ownerId, async (connection) => {
          await copyNetwork({ dialect: database.dialect, connection, ownerId }, to, tables, () => pause(0))
          const revision = await readRevision(database.dialect, connection, ownerId)
          await writeRevision(sqliteDialect, writer, ownerId, revision)
        }),
      )
      writer.exec('pragma journal_mode = delete')
      return await finish(writer, ownerId, tables, file)
    } finally {
      writer.close()
    }
  })
}

async function keepOnly(copy: SqliteConnection, ownerId: Id, tables: readonly AnyTable[]): Promise<void> {
  const others = await copy.query('select owner_id from network where owner_id <> ?', [ownerId])
  await writing(copy, async () => {
    await copy.query('delete from token', [])
    await copy.query(`update store_info set value = ? where key = 'default_owner'`, [ownerId])
    for (const [other] of others) {
      await clearNetwork(sqliteDialect, copy, other as Id, tables)
      await clearOwner(sqliteDialect, copy, other as Id)
    }
  })
  if (others.length > 0) copy.exec('vacuum')
}

/** Reads the whole copy once for damage, and says what is in it. */
async function finish(
  copy: SqliteConnection,
  ownerId: Id,
  tables: readonly AnyTable[],
  file: string,
): Promise<BackupSummary> {
  const [verdict] = await copy.query('pragma integrity_check', [])
  if (verdict![0] !== 'ok') throw damaged(file, `did not come out whole (${verdict![0]})`)
  const rows: Record<string, number> = {}
  for (const { name } of tables) {
    const [count] = await copy.query(`select count(*) from "${name}"`, [])
    rows[name] = count![0] as number
  }
  return { file, revision: await readRevision(sqliteDialect, copy, ownerId), rows }
}

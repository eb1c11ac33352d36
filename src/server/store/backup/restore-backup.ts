import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { backup } from 'node:sqlite'
import { DomainError } from '../../../core/kernel/errors.ts'
import type { Id } from '../../../core/kernel/ids.ts'
import { type JournalEntry, journal } from '../../../core/kernel/journal.ts'
import type { AnyTable } from '../../../core/kernel/table.ts'
import { applyChanges } from '../apply-changes.ts'
import { clearNetwork } from '../clear-network.ts'
import { newId } from '../default-owner.ts'
import type { Database } from '../dialect.ts'
import { refuseNewer } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/operation.ts'
import { lockRevision, readRevision, renewNetwork, writeRevision } from '../network-counter.ts'
import { pacer } from '../network-store.ts'
import { connect } from '../sqlite/connection.ts'
import { sqliteDialect } from '../sqlite/dialect.ts'
import { damaged, translate } from '../sqlite/errors.ts'
import { type OpenFile, openFile, versionOf } from '../sqlite/open-file.ts'
import { type BackupSummary, copyNetwork } from './network-copy.ts'

interface Options {
  now: () => number
  migrations: readonly Migration[]
}

/**
 * Replaces everything of the owner by what a backup holds, in one transaction, and notes it in the journal. Throws
 * UNREADABLE_FILE for what is no backup, STORE_NEWER, and STORE_DAMAGED; then nothing was changed.
 */
export async function restoreBackup(
  database: Database,
  ownerId: Id,
  tables: readonly AnyTable[],
  file: string,
  options: Options,
): Promise<BackupSummary> {
  return withCopy(resolve(file), options, async (copy) => {
    const { dialect } = database
    const from = { dialect: sqliteDialect, connection: copy.writer, ownerId: copy.ownerId }
    const revision = await readRevision(sqliteDialect, copy.writer, copy.ownerId)
    const pause = pacer(() => {})
    return database.write(ownerId, async (connection) => {
      const current = await lockRevision(dialect, connection, ownerId, options.now())
      await clearNetwork(dialect, connection, ownerId, tables)
      const rows = await copyNetwork(from, { dialect, connection, ownerId }, tables, () => pause(0))
      // Above all that either has used, so that no revision ever means two things.
      const next = Math.max(current, revision) + 1
      const note = { table: journal, before: undefined, ...noteOf(basename(file), next, options.now()) }
      await applyChanges(dialect, connection, ownerId, [note], () => {})
      await writeRevision(dialect, connection, ownerId, next)
      await renewNetwork(dialect, connection, ownerId, options.now())
      return { file, revision, rows }
    })
  })
}

/** Works on a copy, so that the backup stays as it is even where an older one is brought up to date. */
async function withCopy<T>(file: string, options: Options, work: (copy: OpenFile) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'acquaint-restore-'))
  try {
    const path = join(folder, 'copy.db')
    await copyChecked(file, path, options.migrations)
    const copy = await openFile(path, options)
    try {
      return await work(copy)
    } finally {
      copy.writer.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyChecked(file: string, path: string, migrations: readonly Migration[]): Promise<void> {
  if (!existsSync(file)) throw noBackup(file, 'There is no such file')
  try {
    const source = connect(file, { readOnly: true })
    try {
      await backup(source.database, path)
    } finally {
      source.close()
    }
  } catch (error) {
    const { errcode } = error as { errcode?: number }
    if (errcode === 26) throw noBackup(file, 'It is not a backup of Acquaint')
    throw translate(error, file)
  }
  const copy = connect(path)
  try {
    const version = await versionOf(copy, file)
    if (version === 0) throw noBackup(file, 'It is empty')
    refuseNewer(version, migrations, file)
    const [verdict] = await copy.query('pragma integrity_check', [])
    if (verdict![0] !== 'ok') throw damaged(file)
  } catch (error) {
    throw translate(error, file)
  } finally {
    copy.close()
  }
}

function noBackup(file: string, why: string): DomainError {
  return new DomainError(
    'UNREADABLE_FILE',
    `${file} cannot be restored. ${why}. Nothing was changed. Name a file that "acquaint backup" wrote.`,
    { file },
  )
}

function noteOf(name: string, revision: number, now: number): { id: Id; after: JournalEntry } {
  const id = newId(now)
  const stamp = { revision, updatedAt: now, entryRevision: revision, at: now }
  const who = { actor: 'owner', door: 'store' }
  const what = { name: 'restore', input: { file: name }, summary: `Restored the backup ${name}`, changed: 0 }
  return { id, after: { id, ...stamp, ...who, ...what } }
}

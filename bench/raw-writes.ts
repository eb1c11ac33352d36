import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Change } from '../src/core/kernel/store.ts'
import type { AnyTable } from '../src/core/kernel/table.ts'
import { codecOf } from '../src/server/store/codec.ts'
import type { SqlValue } from '../src/server/store/dialect.ts'
import { snakeCase } from '../src/server/store/names.ts'
import { storeFile } from '../src/server/store/sqlite.ts'

/** A write that is ready to run: everything but the database's own work is done. */
export type RawWrite = () => void

/** A plain program on a store's file: prepared statements, the same pragmas, nothing of ours in between. */
export function rawWriter(folder: string) {
  const database = new DatabaseSync(join(folder, storeFile))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000')
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = database.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  const begin = prepare('begin immediate')
  const commit = prepare('commit')
  return {
    database,
    prepare,
    /** The statements that make a change: one row inserted, updated or deleted by its key. */
    writes: (ownerId: string, changes: readonly Change[], revision: number): RawWrite[] => [
      ...changes.map((change) => write(prepare, ownerId, change)),
      bind(prepare('update network set revision = ? where owner_id = ?'), [revision, ownerId]),
    ],
    /** Runs the writes as one durable transaction. */
    transaction: (writes: readonly RawWrite[]) => {
      begin.run()
      for (const run of writes) run()
      commit.run()
    },
    close: () => database.close(),
  }
}

const bind =
  (statement: StatementSync, values: SqlValue[]): RawWrite =>
  () => {
    statement.run(...values)
  }

function write(
  prepare: (sql: string) => StatementSync,
  ownerId: string,
  { table, id, before, after }: Change,
): RawWrite {
  if (!after) return bind(prepare(`delete from ${table.name} where owner_id = ? and id = ?`), [ownerId, id])
  const values = codecOf(table).encode(after)
  if (!before) return bind(prepare(insertInto(table)), [ownerId, ...values])
  const set = columnsOf(table).map((column) => `"${column}" = ?`)
  return bind(prepare(`update ${table.name} set ${set.join(', ')} where owner_id = ? and id = ?`), [
    ...values,
    ownerId,
    id,
  ])
}

const columnsOf = (table: AnyTable) => codecOf(table).columns.map(snakeCase)

/** An INSERT of one row of the table, the owner first. */
export function insertInto(table: AnyTable): string {
  const columns = ['owner_id', ...columnsOf(table)]
  const names = columns.map((column) => `"${column}"`).join(', ')
  return `insert into ${table.name} (${names}) values (${columns.map(() => '?').join(', ')})`
}

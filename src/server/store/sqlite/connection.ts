import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Connection, SqlValue } from '../connection.ts'

/** A connection to a SQLite file, with a statement kept for every text it was asked. */
export interface SqliteConnection extends Connection {
  readonly database: DatabaseSync
  exec(sql: string): void
  close(): void
}

/** Milliseconds to wait for a lock that is held for a moment only. */
const shortWait = 5000

/** Opens the file; `readOnly` for a backup that is only looked at. */
export function connect(file: string, options: { readOnly?: boolean } = {}): SqliteConnection {
  const database = new DatabaseSync(file, { timeout: shortWait, readOnly: options.readOnly ?? false })
  const statements = new Map<string, { statement: StatementSync; reads: boolean }>()
  const prepared = (sql: string) => {
    let known = statements.get(sql)
    if (!known) {
      const statement = database.prepare(sql)
      const reads = statement.columns().length > 0
      if (reads) statement.setReturnArrays(true)
      known = { statement, reads }
      statements.set(sql, known)
    }
    return known
  }
  return {
    database,
    query: async (sql, values) => {
      const { statement, reads } = prepared(sql)
      if (reads) return statement.all(...values) as unknown as SqlValue[][]
      statement.run(...values)
      return []
    },
    exec: (sql) => database.exec(sql),
    close: () => {
      statements.clear()
      if (database.isOpen) database.close()
    },
  }
}

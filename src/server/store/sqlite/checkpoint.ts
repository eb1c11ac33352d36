import { statSync } from 'node:fs'
import type { SqliteConnection } from './connection.ts'

/** Bytes of the log (WAL) above which it is moved into the file. */
export const longLog = 4_000_000

/**
 * Moves a long log into the file. SQLite would do so as part of the COMMIT that made it long; apart from it, requests
 * are answered between the two after a large import.
 */
export function checkpointIfLong(file: string, writer: SqliteConnection): void {
  try {
    if (statSync(`${file}-wal`).size > longLog) writer.exec('pragma wal_checkpoint(passive)')
  } catch {
    // Saved it is already; the next write tries again.
  }
}

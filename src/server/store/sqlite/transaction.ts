import { setTimeout as sleep } from 'node:timers/promises'
import type { SqliteConnection } from './connection.ts'

/** SQLite's result code for a lock that another connection holds. */
const busyCode = 5
/** Milliseconds to wait until another process has written. */
const patience = 5000

/** Runs the work in a transaction that sees one state of the file throughout. */
export function reading<T>(connection: SqliteConnection, work: () => Promise<T>): Promise<T> {
  connection.exec('begin')
  return ended(connection, work)
}

/** Runs the work in a transaction that may write; it waits for its turn without holding up others in this process. */
export async function writing<T>(connection: SqliteConnection, work: () => Promise<T>): Promise<T> {
  await beginToWrite(connection)
  return ended(connection, work)
}

async function ended<T>(connection: SqliteConnection, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work()
    connection.exec('commit')
    return result
  } catch (error) {
    if (connection.database.isTransaction) connection.exec('rollback')
    throw error
  }
}

/** Asks for the lock again and again rather than waiting inside SQLite, which would stop everything else here. */
async function beginToWrite(connection: SqliteConnection): Promise<void> {
  const deadline = performance.now() + patience
  connection.exec('pragma busy_timeout = 0')
  try {
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        return connection.exec('begin immediate')
      } catch (error) {
        const { errcode } = error as { errcode?: number }
        if (((errcode ?? 0) & 0xff) !== busyCode || performance.now() > deadline) throw error
        await sleep(wait)
      }
    }
  } finally {
    connection.exec(`pragma busy_timeout = ${patience}`)
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../dialect.ts'
import { queue } from '../queue.ts'
import { connect, type SqliteConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { translate } from './errors.ts'

/** SQLite's result code for a lock that another connection holds. */
const busyCode = 5
/** Milliseconds to wait, without holding up others in this process, until another process has written. */
const patience = 5000

/** A SQLite file that is open: one connection that writes, and as many as there are readers at a time. */
export interface SqliteDatabase extends Database {
  /** For work that cannot run inside a transaction (VACUUM, backup); writes wait for it. */
  alone<T>(work: (writer: SqliteConnection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the file, which must exist with its schema, or `writer` as the connection that made it. */
export function sqliteDatabase(file: string, writer: SqliteConnection): SqliteDatabase {
  const idle: SqliteConnection[] = []
  const enqueue = queue()
  const sentences = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw translate(error, file)
    }
  }
  return {
    dialect: sqliteDialect,
    read: (_ownerId, work) =>
      sentences(async () => {
        const reader = idle.pop() ?? openReader(file)
        try {
          return await inTransaction(
            reader,
            () => reader.exec('begin'),
            () => work(reader),
          )
        } finally {
          idle.push(reader)
        }
      }),
    write: (_ownerId, work) =>
      sentences(() =>
        enqueue(() =>
          inTransaction(
            writer,
            () => beginToWrite(writer),
            () => work(writer),
          ),
        ),
      ),
    alone: (work) => sentences(() => enqueue(() => work(writer))),
    close: () =>
      enqueue(async () => {
        for (const reader of idle) reader.close()
        writer.close()
      }),
  }
}

function openReader(file: string): SqliteConnection {
  const reader = connect(file)
  reader.exec('pragma cache_size = -16000')
  return reader
}

async function inTransaction<T>(
  connection: SqliteConnection,
  begin: () => Promise<void> | void,
  work: () => Promise<T>,
): Promise<T> {
  await begin()
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
async function beginToWrite(writer: SqliteConnection): Promise<void> {
  const deadline = performance.now() + patience
  writer.exec('pragma busy_timeout = 0')
  try {
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        return writer.exec('begin immediate')
      } catch (error) {
        const { errcode } = error as { errcode?: number }
        if (((errcode ?? 0) & 0xff) !== busyCode || performance.now() > deadline) throw error
        await sleep(wait)
      }
    }
  } finally {
    writer.exec('pragma busy_timeout = 5000')
  }
}

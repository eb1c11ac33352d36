import type { Database } from '../dialect.ts'
import { queue } from '../queue.ts'
import { checkpointIfLong } from './checkpoint.ts'
import { connect, type SqliteConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { translate } from './errors.ts'
import { reading, writing } from './transaction.ts'

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
          return await reading(reader, () => work(reader))
        } finally {
          idle.push(reader)
        }
      }),
    write: (_ownerId, work) =>
      sentences(async () => {
        const result = await enqueue(() => writing(writer, () => work(writer)))
        setImmediate(() => enqueue(async () => checkpointIfLong(file, writer)))
        return result
      }),
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

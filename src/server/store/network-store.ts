import type { Session, Store } from '../../core/kernel/store.ts'
import { applyChanges } from './apply-changes.ts'
import type { Connection } from './connection.ts'
import type { Database } from './dialect.ts'
import { findRows } from './find-rows.ts'
import { lockRevision, writeRevision } from './network-counter.ts'

/** Milliseconds that long work may keep the event loop before others get a turn. */
const turn = 12

/** The kernel's Store over any database. */
export function networkStore(database: Database, now: () => number): Store {
  const { dialect } = database
  const session = (connection: Connection, ownerId: string): Session => ({
    find: (table, index, where, options) =>
      findRows(dialect, connection, ownerId, table, index, where, options),
  })
  return {
    read: (ownerId, work) => database.read(ownerId, (connection) => work(session(connection, ownerId))),
    write: (ownerId, work) =>
      database.write(ownerId, async (connection) => {
        const revision = await lockRevision(dialect, connection, ownerId, now())
        return work({
          ...session(connection, ownerId),
          revision,
          apply: async (changes, next, report) => {
            const yielding = pacer((done) => report(done, changes.length))
            await applyChanges(dialect, connection, ownerId, changes, yielding)
            await writeRevision(dialect, connection, ownerId, next)
            await report(changes.length, changes.length)
          },
        })
      }),
  }
}

/** A pause that lets others have a turn, and tells how far the work is, when enough time has passed since the last. */
export function pacer(report: (done: number) => Promise<void> | void): (done: number) => Promise<void> {
  let since = performance.now()
  return async (done) => {
    if (performance.now() - since < turn) return
    await report(done)
    await new Promise((resume) => setImmediate(resume))
    since = performance.now()
  }
}

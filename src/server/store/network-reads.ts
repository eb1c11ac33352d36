import type { Reads } from '../operations/reads.ts'
import type { Database } from './dialect.ts'
import { newestVersion } from './migrations/migrate.ts'
import type { Migration } from './migrations/operation.ts'
import { readNetwork } from './network-counter.ts'
import { peopleReads } from './people.store.ts'

/** What is read besides the kernel's `find`. */
export function readsOf(database: Database, migrations: readonly Migration[]): Reads {
  const schema = newestVersion(migrations)
  return {
    ...peopleReads(database),
    networkState: (ownerId) =>
      database.read(ownerId, async (connection) => {
        const { revision, since } = await readNetwork(database.dialect, connection, ownerId)
        return { revision, epoch: `${schema}.${since}` }
      }),
  }
}

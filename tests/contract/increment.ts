import { openSqlite } from '../../src/server/store/sqlite.ts'
import { networkIn } from './network.ts'
import { sample, sampleMigrations, sampleTables } from './sample-table.ts'

// One of several processes that add to the same counter, each time as a command of its own.
const [folder, counterId, times] = process.argv.slice(2) as [string, string, string]
const store = await openSqlite(folder, sampleTables, { migrations: sampleMigrations })
const { change } = networkIn(store, sampleTables, store.ownerId)
for (let i = 0; i < Number(times); i++) {
  await change(async (tx) => {
    const { revision: _, updatedAt: __, ...counter } = (await tx.get(sample, counterId))!
    await tx.put(sample, { ...counter, rank: counter.rank! + 1 })
  })
}
await store.close()

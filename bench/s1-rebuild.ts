import { tables } from '../src/core/tables.ts'
import { invoke } from '../src/server/operations/invoke.ts'
import { openSqlite } from '../src/server/store/sqlite.ts'
import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { rawWriter } from './raw-writes.ts'
import { caller, operationNamed, servicesOver } from './services.ts'
import { watch } from './watched-store.ts'

const rounds = 5

/**
 * The policy changed on *large*, and every step that follows from it derived anew; against prepared statements that read the
 * same rows (each history's records, its last touch, the steps and standings as they were) and write the same rows
 * in one durable transaction, into a copy of the same file.
 */
export async function s1Rebuild(networks: Networks): Promise<Measurement[]> {
  const folders = { ours: networks.fresh('s1-ours', 'large'), raw: networks.fresh('s1-raw', 'large') }
  const store = await openSqlite(folders.ours, tables)
  const raw = rawWriter(folders.raw)
  const watched = watch(store)
  const services = { ...servicesOver(store), store: watched.store }
  const edit = await operationNamed('policy.edit')
  const took = { ours: [] as number[], raw: [] as number[] }
  try {
    for (let round = -1; round < rounds; round++) {
      const input = { cadenceDays: round % 2 === 0 ? 90 : 91 }
      const start = performance.now()
      await invoke(services, edit, input, caller(store.ownerId))
      const ours = performance.now() - start
      const writes = raw.writes(store.ownerId, watched.changes, watched.revision)
      const again = performance.now()
      readAll(raw, store.ownerId)
      raw.transaction(writes)
      const plain = performance.now() - again
      if (round < 0) continue
      took.ours.push(ours)
      took.raw.push(plain)
    }
    const [ours, plain] = [median(took.ours), median(took.raw)]
    return [
      judged({
        id: 'S1',
        what: 'policy changed, all steps derived anew, against the raw read and write of the same rows',
        measured: ours / plain,
        unit: 'times',
        budget: 5,
        detail: `ours ${inWords(ours)}, raw ${inWords(plain)} for ${watched.changes.length} rows written`,
      }),
    ]
  } finally {
    raw.close()
    await store.close()
  }
}

/** The rows that deriving reads: everybody with a standing, with their records, last touch, steps. */
function readAll({ prepare }: ReturnType<typeof rawWriter>, ownerId: string): void {
  const ids = prepare('select * from standing where owner_id = ?').all(ownerId) as { id: string }[]
  for (const name of ['approach', 'conversation', 'promise', 'introduction', 'step_decision', 'step'])
    prepare(`select * from ${name} where owner_id = ?`).all(ownerId)
  const one = prepare('select * from person where owner_id = ? and id = ?')
  const last = prepare(
    'select * from touch where owner_id = ? and person_id = ? order by at desc, id desc limit 1',
  )
  for (const { id } of ids) {
    one.get(ownerId, id)
    last.get(ownerId, id)
  }
}

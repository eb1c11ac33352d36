import { tables } from '../src/core/tables.ts'
import { invoke } from '../src/server/operations/invoke.ts'
import { openSqlite } from '../src/server/store/sqlite.ts'
import { inWords, judged, type Measurement, median } from './measure.ts'
import type { Networks } from './networks.ts'
import { rawWriter } from './raw-writes.ts'
import { caller, operationNamed, servicesOver } from './services.ts'
import { watch } from './watched-store.ts'

const rounds = 300
const warmUp = 300

/**
 * One command on *large*, from its input as a door hands it over to the answer, on the disk; against a prepared
 * transaction that writes exactly the rows that this command wrote, into a copy of the same file. Three common commands;
 * the slowest of them counts.
 */
export async function s4Command(networks: Networks): Promise<Measurement[]> {
  const folders = { ours: networks.fresh('s4-ours', 'large'), raw: networks.fresh('s4-raw', 'large') }
  const store = await openSqlite(folders.ours, tables)
  const raw = rawWriter(folders.raw)
  const watched = watch(store)
  const services = { ...servicesOver(store), store: watched.store }
  try {
    // People with touches, whom nobody has written to: a day's ordinary work.
    const people = raw.database
      .prepare('select id from standing where id not in (select person_id from approach) order by id limit ?')
      .all(rounds + warmUp)
    const commands = [
      { name: 'touches.add', input: (id: string) => ({ person: id, kind: 'email', note: 'A few lines.' }) },
      { name: 'approaches.start', input: (id: string) => ({ person: id, channel: 'email' }) },
      { name: 'people.edit', input: (id: string) => ({ person: id, closeness: 3, cadenceDays: 120 }) },
    ]
    const lines: { name: string; ours: number; raw: number; rows: number }[] = []
    for (const { name, input } of commands) {
      const operation = await operationNamed(name)
      const took = { ours: [] as number[], raw: [] as number[] }
      for (const [round, { id }] of people.entries()) {
        const start = performance.now()
        await invoke(services, operation, input(id as string), caller(store.ownerId))
        const ours = performance.now() - start
        const writes = raw.writes(store.ownerId, watched.changes, watched.revision)
        const again = performance.now()
        raw.transaction(writes)
        const plain = performance.now() - again
        if (round < warmUp) continue
        took.ours.push(ours)
        took.raw.push(plain)
      }
      lines.push({ name, ours: median(took.ours), raw: median(took.raw), rows: watched.changes.length + 1 })
    }
    const slowest = lines.toSorted((a, b) => b.ours / b.raw - a.ours / a.raw)[0]!
    return [
      judged({
        id: 'S4',
        what: 'one durable command, against the raw transaction of its rows',
        measured: slowest.ours / slowest.raw,
        unit: 'times',
        budget: 2,
        detail: lines
          .map(
            ({ name, ours, raw, rows }) =>
              `${name} ${inWords(ours)}, raw ${inWords(raw)} for ${rows} rows (${(ours / raw).toFixed(2)})`,
          )
          .join('; '),
      }),
    ]
  } finally {
    raw.close()
    await store.close()
  }
}

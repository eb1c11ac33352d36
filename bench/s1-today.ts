import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { query } from '../src/core/kernel/execute.ts'
import { startOfWeek } from '../src/core/method/clock.ts'
import { type DueNow, today } from '../src/core/method/today.ts'
import { tables } from '../src/core/tables.ts'
import type { OpenStore } from '../src/server/store/open-store.ts'
import { openSqlite, storeFile } from '../src/server/store/sqlite.ts'
import { interleaved, inWords, judged, type Measurement } from './measure.ts'
import { benchNow, benchZone } from './network.ts'
import type { Networks } from './networks.ts'

/**
 * Today in process on *large*, against prepared statements that read the same rows by the same indexes, on a connection of
 * their own to the same file, in a read transaction as Today's is. "The same rows" are all that Today reads: what is due,
 * whose turn it is in the week, this week's touches, the profile and the policy.
 */
export async function s1Today(networks: Networks): Promise<Measurement[]> {
  const [small, big] = [await openSqlite(networks.usual, tables), await openSqlite(networks.large, tables)]
  const raw = rawReads(join(networks.large, storeFile), big.ownerId)
  try {
    const answer = await readToday(big)
    const steps = raw.steps()
    if (steps !== answer.length) throw new Error(`Today has ${answer.length} steps, the raw read ${steps}`)
    const took = await interleaved(
      { rounds: 40, warmUp: 10, times: 25 },
      {
        large: () => readToday(big),
        usual: () => readToday(small),
        raw: raw.all,
        steps: raw.steps,
      },
    )
    const due = (await readToday(small)).length
    return [
      judged({
        id: 'S1',
        what: 'Today on large, against the raw reads of its rows',
        measured: took.large / took.raw,
        unit: 'times',
        budget: 3,
        detail:
          `Today ${inWords(took.large)} for ${answer.length} steps, raw ${inWords(took.raw)}; ` +
          `the rows of the steps alone ${inWords(took.steps)} (${(took.large / took.steps).toFixed(2)} times)`,
      }),
      judged({
        id: 'S1',
        what: 'Today from usual to large',
        measured: took.large / took.usual,
        unit: 'times',
        budget: 1.5,
        detail: `usual ${inWords(took.usual)} for ${due} steps, large ${inWords(took.large)} for ${answer.length}`,
      }),
    ]
  } finally {
    raw.close()
    await small.close()
    await big.close()
  }
}

const readToday = (store: OpenStore): Promise<DueNow[]> =>
  query(store, { ownerId: store.ownerId, now: benchNow, timeZone: benchZone }, (tx) => today(tx, {}))

function rawReads(file: string, ownerId: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  database.exec('pragma cache_size = -16000')
  const profile = database.prepare('select * from profile where owner_id = ? and id = ?')
  const policy = database.prepare('select * from policy where owner_id = ? and id = ?')
  const due = database.prepare(
    'select * from step where owner_id = ? and in_turn = 0 and show_at < ? order by show_at, id',
  )
  const touches = database.prepare(
    'select * from touch where owner_id = ? and kept_in_touch = 1 and at >= ? order by at, id limit 5',
  )
  const turns = database.prepare(
    'select * from step where owner_id = ? and in_turn = 1 and rank = ? and due_at < ? order by due_at, id limit ?',
  )
  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  const before = startOfWeek(benchNow, benchZone) + 86_400_000
  const week = startOfWeek(benchNow, benchZone)
  const steps = (done: number) => {
    const shown = due.all(ownerId, before).filter((row) => row.until === null || Number(row.until) > benchNow)
    const left = 5 - done
    const first = left > 0 ? turns.all(ownerId, 0, before, left) : []
    const second = left > first.length ? turns.all(ownerId, 1, before, left - first.length) : []
    return shown.length + first.length + second.length
  }
  const done = touches.all(ownerId, week).length
  return {
    /** Every row that Today reads. */
    all: () => {
      begin.run()
      profile.get(ownerId, ownerId)
      policy.get(ownerId, ownerId)
      const count = steps(touches.all(ownerId, week).length)
      commit.run()
      return count
    },
    /** The rows that are answered, and nothing else. */
    steps: () => steps(done),
    close: () => database.close(),
  }
}

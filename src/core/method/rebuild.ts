import type { Call } from '../kernel/execute.ts'
import type { Change, Store } from '../kernel/store.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { unitOfWork } from '../kernel/unit-of-work.ts'
import { deriveEverything } from './derive.ts'
import { deriveEvents, everyEvent } from './derive-events.ts'
import { deriveOpenings, everyOpening } from './derive-openings.ts'
import { step } from './step.ts'

/** Raised whenever a rule gives other steps than before: stores derive theirs anew when they are next opened. */
const rulesVersion = 8

/** By which rules a network's steps were derived. One row: its id is the owner's. */
export interface Derivation extends BaseRow {
  rules: number
}

export const derivation = table<Derivation>()({
  name: 'derivation',
  role: 'derived',
  columns: { rules: 'integer' },
  indexes: {},
})

/** Derives every step anew where that was last done by other rules, as after an update of the program. Says whether it was. */
export async function rebuildWhenStale(
  store: Store,
  call: Pick<Call, 'ownerId' | 'now' | 'timeZone' | 'newId'>,
): Promise<boolean> {
  const isFresh = async (session: Pick<Parameters<Parameters<Store['read']>[1]>[0], 'find'>) => {
    const [row] = (await session.find(derivation, 'id', { id: call.ownerId })) as Derivation[]
    return row?.rules === rulesVersion
  }
  if (await store.read(call.ownerId, isFresh)) return false
  return store.write(call.ownerId, async (session) => {
    // Another process may have done it in the meantime.
    if (await isFresh(session)) return false
    const unit = unitOfWork(session, { ...call, commandId: call.newId(), report: async () => {} })
    await rebuild(unit)
    const stamp = { revision: session.revision + 1, updatedAt: call.now }
    const changes = unit
      .changes()
      .map((change): Change => ({ ...change, after: change.after && { ...change.after, ...stamp } }))
    await session.apply(changes, stamp.revision, async () => {})
    return true
  })
}

/** Every step and standing, from the records alone. */
async function rebuild(tx: Tx): Promise<void> {
  for (const row of await tx.find(step, 'id', {})) await tx.remove(step, row.id)
  await deriveEverything(tx)
  await deriveEvents(tx, await everyEvent(tx))
  await deriveOpenings(tx, await everyOpening(tx))
  await tx.put(derivation, { id: tx.ownerId, rules: rulesVersion })
}

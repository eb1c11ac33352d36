import type { Call } from '../kernel/execute.ts'
import type { Change, Store } from '../kernel/store.ts'
import type { Tx } from '../kernel/tx.ts'
import { unitOfWork } from '../kernel/unit-of-work.ts'
import { phoneKeysOf, readerOf } from '../people/home-country.ts'
import { type Person, person, withKeys } from '../people/person.ts'
import { type Derivation, derivation } from './derivation.ts'
import { deriveEverything } from './derive.ts'
import { deriveEvents, everyEvent } from './derive-events.ts'
import { deriveOpenings, everyOpening } from './derive-openings.ts'
import { step } from './step.ts'

/** Raised whenever a rule gives other steps, keys or search words than before: stores make theirs anew when they are next opened. */
const rulesVersion = 9

/**
 * Derives every step anew where that was last done by other rules, as after an update of the program, and files
 * everything under the keys of today before that. Says whether it was.
 */
export async function rebuildWhenStale(
  store: Store & { fileAnew?(): Promise<void> },
  call: Pick<Call, 'ownerId' | 'now' | 'timeZone' | 'newId'>,
): Promise<boolean> {
  const isFresh = async (session: Pick<Parameters<Parameters<Store['read']>[1]>[0], 'find'>) => {
    const [row] = (await session.find(derivation, 'id', { id: call.ownerId })) as Derivation[]
    return row?.rules === rulesVersion
  }
  if (await store.read(call.ownerId, isFresh)) return false
  await store.fileAnew?.()
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

/** Every step and standing, from the records alone, and what people are found by. */
async function rebuild(tx: Tx): Promise<void> {
  const people = await tx.find(person, 'id', {})
  await readKeys(tx, people)
  for (const row of await tx.find(step, 'id', {})) await tx.remove(step, row.id)
  await deriveEverything(
    tx,
    people.map(({ id }) => id),
  )
  await deriveEvents(tx, await everyEvent(tx))
  await deriveOpenings(tx, await everyOpening(tx))
  await tx.put(derivation, { id: tx.ownerId, rules: rulesVersion })
}

/**
 * An older release kept telephone numbers only as they were written, and may have folded names otherwise. A number that
 * has been read stays as it was read.
 */
async function readKeys(tx: Tx, people: readonly Person[]): Promise<void> {
  const unread = people.filter(({ phones, phoneKeys }) => phones.length > 0 && phoneKeys === undefined)
  const read = await readerOf(
    tx,
    unread.flatMap(({ phones }) => phones),
  )
  for (const row of people) {
    const phoneKeys = row.phoneKeys ?? phoneKeysOf(row.phones, read)
    const keyed = withKeys(row)
    const isAsFiled = keyed.nameKey === row.nameKey && keyed.organizationKey === row.organizationKey
    if (!isAsFiled || phoneKeys !== row.phoneKeys)
      await tx.put(person, { ...keyed, ...(phoneKeys && { phoneKeys }) })
  }
}

import { type Advocacy, advocacy } from '../advocacy/advocacy.ts'
import type { Id } from '../kernel/ids.ts'
import type { Change } from '../kernel/store.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { mayBeHelped, opening, openingStatuses } from '../openings/opening.ts'
import { type Person, person } from '../people/person.ts'
import { readMethod } from './method.ts'
import { loadOpeningHistories } from './opening-history.ts'
import { openingSteps } from './opening-steps.ts'
import { saveSteps } from './save-steps.ts'
import { type StepDecision, stepDecision } from './step.ts'

const slice = 500

/** Derives the steps of these openings from the records, once the standing of people is derived. */
export async function deriveOpenings(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const method = await readMethod(tx)
  for (let from = 0; from < ids.length; from += slice) {
    const part = ids.slice(from, from + slice)
    const histories = await loadOpeningHistories(tx, part)
    await saveSteps(
      tx,
      part,
      histories.flatMap((history) => openingSteps(history, method)),
    )
  }
}

/** The openings that the changes are about: their own rows, help with them, and those where these people are or were. */
export async function openingsTouched(
  tx: ReadTx,
  changes: readonly Change[],
  people: readonly Id[],
): Promise<Id[]> {
  const ids = new Set<Id>()
  for (const { table, id, before, after } of changes) {
    if (table === opening) ids.add(id)
    if (table !== advocacy && table !== stepDecision) continue
    for (const row of [before, after] as (Advocacy | StepDecision | undefined)[])
      if (row?.openingId) ids.add(row.openingId)
  }
  if (people.length === 0) return [...ids]
  const status = openingStatuses.filter((one) => mayBeHelped({ status: one }))
  const open = await tx.find(opening, 'byStatus', { status })
  if (open.length === 0) return [...ids]
  const places = new Set<string | undefined>()
  for (const { table, before } of changes)
    if (table === person) places.add((before as Person | undefined)?.organizationKey)
  for (let from = 0; from < people.length; from += slice) {
    for (const row of await tx.find(person, 'id', { id: people.slice(from, from + slice) }))
      places.add(row.organizationKey)
  }
  for (const row of open) if (places.has(row.organizationKey)) ids.add(row.id)
  return [...ids]
}

/** Every opening that may have steps. */
export const everyOpening = async (tx: ReadTx): Promise<Id[]> =>
  (await tx.find(opening, 'byStatus', {})).map(({ id }) => id)

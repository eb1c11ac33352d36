import { event } from '../events/event.ts'
import { type EventPerson, eventPerson } from '../events/event-person.ts'
import type { Id } from '../kernel/ids.ts'
import type { Change } from '../kernel/store.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { loadEventHistories } from './event-history.ts'
import { eventSteps } from './event-steps.ts'
import { readMethod } from './method.ts'
import { saveSteps } from './save-steps.ts'
import { type StepDecision, stepDecision } from './step.ts'

const slice = 500

/** Derives the steps of these events from the records alone. */
export async function deriveEvents(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const method = await readMethod(tx)
  for (let from = 0; from < ids.length; from += slice) {
    const part = ids.slice(from, from + slice)
    const histories = await loadEventHistories(tx, part)
    await saveSteps(
      tx,
      part,
      histories.flatMap((history) => eventSteps(history, method)),
    )
  }
}

/** The events that the changes are about: their own rows, who is there, and what passed with somebody who was met there. */
export async function eventsTouched(
  tx: ReadTx,
  changes: readonly Change[],
  people: readonly Id[],
): Promise<Id[]> {
  const ids = new Set<Id>()
  for (const { table, id, before, after } of changes) {
    if (table === event) ids.add(id)
    if (table !== eventPerson && table !== stepDecision) continue
    for (const row of [before, after] as (EventPerson | StepDecision | undefined)[])
      if (row?.eventId) ids.add(row.eventId)
  }
  for (let from = 0; from < people.length; from += slice) {
    const personId = people.slice(from, from + slice)
    for (const row of await tx.find(eventPerson, 'byPerson', { personId })) ids.add(row.eventId)
  }
  return [...ids]
}

/** Every event that may have steps. */
export const everyEvent = async (tx: ReadTx): Promise<Id[]> =>
  (await tx.find(event, 'byStart', {})).map(({ id }) => id)

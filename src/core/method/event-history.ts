import { approach } from '../approaches/approach.ts'
import { conversation } from '../conversations/conversation.ts'
import { event, type NetworkEvent } from '../events/event.ts'
import { type EventPerson, eventPerson, oneForEachPerson } from '../events/event-person.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { foundOutAbout } from '../research/found-out.ts'
import { touch } from '../touches/touch.ts'
import { type StepDecision, stepDecision } from './step.ts'

/** Somebody at an event, and what has passed between the two. */
export interface Attendee extends Omit<EventPerson, 'revision' | 'updatedAt'> {
  person: Person
  /** Whether they were looked up: said so, or a note about them is there (P1). */
  lookedUp: boolean
  /** Whether the user has written to them, called or seen them since they met there. */
  heardSince: boolean
  /** Whether the user has asked them for a talk before, or had one. */
  known: boolean
}

/** All that decides one event's steps. */
export interface EventHistory {
  event: NetworkEvent
  attendees: Attendee[]
  decisions: StepDecision[]
}

/** Loads the histories of these events, a table at a time. What does not exist is left out. */
export async function loadEventHistories(tx: ReadTx, ids: readonly Id[]): Promise<EventHistory[]> {
  const events = await tx.find(event, 'id', { id: [...ids] })
  const entries = await tx.find(eventPerson, 'byEvent', { eventId: [...ids] })
  const decisions = await tx.find(stepDecision, 'byEvent', { eventId: [...ids] })
  const personIds = [...new Set(entries.map(({ personId }) => personId))]
  const people = new Map((await tx.find(person, 'id', { id: personIds })).map((row) => [row.id, row]))
  const asked = await tx.find(approach, 'byPerson', { personId: personIds })
  const talks = await tx.find(conversation, 'byPerson', { personId: personIds })
  const known = new Set([
    ...asked.map(({ personId }) => personId),
    ...talks.flatMap(({ status, personId }) => (status === 'held' ? personId : [])),
  ])
  const notes = await foundOutAbout(tx, personIds)
  const histories: EventHistory[] = []
  for (const row of events) {
    const attendees: Attendee[] = []
    for (const entry of oneForEachPerson(entries.filter(({ eventId }) => eventId === row.id))) {
      const whom = people.get(entry.personId)
      if (!whom) continue
      const heardSince = entry.metAt !== undefined && (await wroteSince(tx, entry, entry.metAt))
      const lookedUp = entry.researchedAt !== undefined || notes.has(whom.id)
      attendees.push({ ...entry, person: whom, lookedUp, heardSince, known: known.has(whom.id) })
    }
    histories.push({
      event: row,
      attendees,
      decisions: decisions.filter(({ eventId }) => eventId === row.id),
    })
  }
  return histories
}

/** Whether anything went from the user to them since; that they met there does not count. */
async function wroteSince(
  tx: ReadTx,
  { personId, eventId }: Pick<EventPerson, 'personId' | 'eventId'>,
  from: number,
): Promise<boolean> {
  const touches = await tx.find(touch, 'byPerson', { personId }, { from })
  return touches.some((one) => one.from === 'me' && one.eventId !== eventId)
}

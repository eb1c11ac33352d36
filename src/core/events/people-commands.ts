import { command } from '../kernel/command.ts'
import { DomainError } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { dayOf } from '../method/clock.ts'
import { getPerson } from '../people/commands.ts'
import { userTimeZone } from '../profile/profile.ts'
import { researchNote } from '../research/research-note.ts'
import { getEvent } from './commands.ts'
import { attend } from './decide.ts'
import { event, type NetworkEvent } from './event.ts'
import { type EventPerson, eventPerson } from './event-person.ts'
import { entryFor, type Met, meet, personFor, type Whom } from './people.ts'

/** People whom the user would like to meet there: of the network, or found on the programme (N3). */
export const wantToMeet = command({
  name: 'events.toMeet',
  run: async (tx, { eventId, people }: { eventId: Id; people: Whom[] }) => {
    const row = await getEvent(tx, eventId)
    for (const whom of people) {
      const entry = await entryFor(tx, row.id, await personFor(tx, row, whom))
      await tx.put(eventPerson, { ...entry, wantedAt: entry.wantedAt ?? tx.now })
    }
    return row
  },
  summary: (input: { eventId: Id; people: Whom[] }, row) => `To meet at ${row.name}: ${input.people.length}`,
})

/** Takes people off the list of those to meet; whom the user has met stays on record as met. */
export const dropFromEvent = command({
  name: 'events.drop',
  run: async (tx, { eventId, people }: { eventId: Id; people: Id[] }) => {
    const row = await getEvent(tx, eventId)
    for (const personId of people) {
      for (const { wantedAt: _, ...entry } of await entriesOf(tx, row, personId)) {
        if (entry.metAt === undefined) await tx.remove(eventPerson, entry.id)
        else await tx.put(eventPerson, entry)
      }
    }
    return row
  },
  summary: (input: { eventId: Id; people: Id[] }, row) =>
    `No longer to meet at ${row.name}: ${input.people.length}`,
})

export interface Research {
  eventId: Id
  personId: Id
  research?: string
  url?: string
}

/** Somebody to meet was looked up; what was found is a note about them (P1). */
export const researchAttendee = command({
  name: 'events.researched',
  run: async (tx, { eventId, personId, research: text, url }: Research) => {
    const row = await getEvent(tx, eventId)
    await entriesOf(tx, row, personId)
    const entry = await entryFor(tx, row.id, personId)
    await tx.put(eventPerson, { ...entry, researchedAt: tx.now })
    if (text !== undefined) {
      const on = dayOf(tx.now, await userTimeZone(tx))
      await tx.put(researchNote, { id: tx.newId(), personId, text, url, on, createdAt: tx.now })
    }
    return row
  },
  summary: (_, row) => `Looked somebody up for ${row.name}`,
})

/** The user met somebody there, which also says that the user was there (N3). */
export const metAtEvent = command({
  name: 'events.met',
  run: async (tx, { eventId, ...met }: Met & { eventId: Id }): Promise<Fresh<NetworkEvent>> => {
    const row = attend(await getEvent(tx, eventId), tx.now)
    await tx.put(event, row)
    await meet(tx, row, met)
    return row
  },
  summary: (_, row) => `Met somebody at ${row.name}`,
})

/** What is on record about the person at the event; throws NOT_FOUND where they are on neither list. */
async function entriesOf(tx: Tx, row: NetworkEvent, personId: Id): Promise<EventPerson[]> {
  const rows = await tx.find(eventPerson, 'byEvent', { eventId: row.id })
  const entries = rows.filter((one) => one.personId === personId)
  if (entries.length > 0) return entries
  const { name } = await getPerson(tx, personId)
  throw new DomainError(
    'NOT_FOUND',
    `${name} is not among the people of ${row.name}. Add them first: events to-meet.`,
    { eventId: row.id, personId },
  )
}

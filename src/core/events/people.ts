import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson, personOf } from '../people/commands.ts'
import { findNamed, type NamedPerson } from '../people/named-person.ts'
import { person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { recordTouch } from '../touches/commands.ts'
import { touch } from '../touches/touch.ts'
import { endOfEvent, type NetworkEvent } from './event.ts'
import { type EventPerson, eventPerson, oneForEachPerson } from './event-person.ts'

/** Somebody of the network, or somebody new: captured on the spot (N6). */
export type Whom = { personId: Id } | { named: NamedPerson }

/** Somebody met, what was said, and what to send them when. */
export type Met = Whom & { note?: string; send?: string; sendOn?: string }

/** Notes that the two met there: a touch, and a line of the log (F3). Once for each person, however often it is said. */
export async function meet(
  tx: Tx,
  row: Fresh<NetworkEvent>,
  { note, send, sendOn, ...whom }: Met,
): Promise<void> {
  const personId = await personFor(tx, row, whom)
  const entry = await entryFor(tx, row.id, personId)
  const over = endOfEvent(row, await userTimeZone(tx))
  const metAt = entry.metAt ?? (tx.now < over ? tx.now : (row.endsAt ?? row.startsAt))
  await tx.put(eventPerson, {
    ...entry,
    metAt,
    note: note ?? entry.note,
    send: send ?? entry.send,
    sendOn: sendOn ?? entry.sendOn,
  })
  const known = (await tx.find(touch, 'byEvent', { eventId: row.id })).find(
    (one) => one.personId === personId,
  )
  if (known) {
    if (note) await tx.put(touch, { ...known, note })
    return
  }
  const outcome = `met at ${row.name}`
  await recordTouch(tx, { personId, at: metAt, kind: 'meeting', from: 'me', outcome, note, eventId: row.id })
}

/** The person meant: of the network by id, by the same name and organisation, or else captured with the event as origin (N1). */
export async function personFor(tx: Tx, row: Fresh<NetworkEvent>, whom: Whom): Promise<Id> {
  if ('personId' in whom) return (await getPerson(tx, whom.personId)).id
  const known = await findNamed(tx, whom.named)
  if (known) return known.id
  const added = personOf({ ...whom.named, origin: 'direct-contact', source: row.name }, tx.newId(), tx.now)
  await tx.put(person, added)
  return added.id
}

/** What is on record about the person at the event, or a new entry that says nothing yet. */
export async function entryFor(tx: Tx, eventId: Id, personId: Id): Promise<Fresh<EventPerson>> {
  const rows = await tx.find(eventPerson, 'byEvent', { eventId })
  const [entry] = oneForEachPerson(rows.filter((one) => one.personId === personId))
  return entry ?? { id: tx.newId(), eventId, personId }
}

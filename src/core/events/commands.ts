import { command } from '../kernel/command.ts'
import { notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { stepDecision } from '../method/step.ts'
import { userTimeZone } from '../profile/profile.ts'
import { touch } from '../touches/touch.ts'
import type { Amount } from './amount.ts'
import { askStudentRate, attend, book, cancel, checkDates, miss, register } from './decide.ts'
import { type EventKind, event, type NetworkEvent, withEventKey } from './event.ts'
import { eventPerson } from './event-person.ts'
import { type Met, meet } from './people.ts'

/** What a user can say of an event. */
export interface EventFacts {
  name?: string
  kind?: EventKind
  startsAt?: number
  endsAt?: number
  place?: string
  url?: string
  registrationDeadline?: string
  dress?: string
  currency?: string
  fee?: Amount
  studentFee?: Amount
  travel?: string
  notes?: string
}

export type NewEvent = EventFacts & { name: string; kind: EventKind; startsAt: number }

/** Notes an event that the user may go to (N3). */
export const addEvent = command({
  name: 'events.add',
  run: async (tx, facts: NewEvent): Promise<Fresh<NetworkEvent>> => {
    checkDates(facts, await userTimeZone(tx))
    const id = tx.newId()
    const base = { ...facts, id, bookings: [], createdAt: tx.now }
    const row = { ...withEventKey(base), status: 'planned' } as const
    await tx.put(event, row)
    return row
  },
  summary: (_, row) => `Added the event ${row.name}`,
})

/** The facts that may be taken off an event altogether. */
export const clearableOfEvent = [
  ...(['endsAt', 'place', 'url', 'registrationDeadline', 'dress', 'currency'] as const),
  ...(['fee', 'studentFee', 'travel', 'notes'] as const),
] as const

export type EventEdit = EventFacts & { eventId: Id; clear?: readonly string[] }

/** Changes what is said of an event; also moves it. */
export const editEvent = command({
  name: 'events.edit',
  run: async (tx, { eventId, clear = [], ...facts }: EventEdit): Promise<Fresh<NetworkEvent>> => {
    const row = await getEvent(tx, eventId)
    const cleared = Object.fromEntries(clear.map((name) => [name, undefined]))
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const edited = withEventKey({ ...row, ...cleared, ...said })
    checkDates(edited, await userTimeZone(tx))
    await tx.put(event, edited)
    return edited
  },
  summary: (_, row) => `Changed the event ${row.name}`,
})

/** The user is registered, and paid so much (N4, N5). */
export const registerForEvent = command({
  name: 'events.register',
  run: (tx, { eventId, paid }: { eventId: Id; paid?: Amount }) =>
    change(tx, eventId, (row) => register(row, paid, tx.now)),
  summary: (_, row) => `Registered for ${row.name}`,
})

/** The organisers were asked for a student rate (N5). */
export const askedStudentRate = command({
  name: 'events.studentRate',
  run: (tx, { eventId, studentFee }: { eventId: Id; studentFee?: Amount }) =>
    change(tx, eventId, (row) => askStudentRate(row, studentFee, tx.now)),
  summary: (_, row) => `Asked for a student rate: ${row.name}`,
})

export interface NewBooking {
  eventId: Id
  what: string
  cost?: Amount
  at?: number
  more?: boolean
}

/** A ticket or a room is booked (N4). */
export const bookTravel = command({
  name: 'events.book',
  run: (tx, { eventId, what, cost, at: bookedAt = tx.now, more = false }: NewBooking) =>
    change(tx, eventId, (row) =>
      book(row, { what, ...(cost === undefined ? {} : { cost }), bookedAt }, more),
    ),
  summary: (input: NewBooking, row) => `Booked for ${row.name}: ${input.what}`,
})

/** The user was there, and met these people; may be said again as more come to mind (N3). */
export const attendEvent = command({
  name: 'events.attended',
  run: async (tx, { eventId, met = [] }: { eventId: Id; met?: Met[] }) => {
    const row = await change(tx, eventId, (one) => attend(one, tx.now))
    for (const one of met) await meet(tx, row, one)
    return row
  },
  summary: (input: { eventId: Id; met?: Met[] }, row) =>
    `Attended ${row.name}${input.met?.length ? ` and met ${input.met.length}` : ''}`,
})

/** The event took place without the user. */
export const missEvent = command({
  name: 'events.missed',
  run: (tx, { eventId }: { eventId: Id }) => change(tx, eventId, (row) => miss(row, tx.now)),
  summary: (_, row) => `Missed ${row.name}`,
})

/** The user will not go. */
export const cancelEvent = command({
  name: 'events.cancel',
  run: (tx, { eventId, reason }: { eventId: Id; reason?: string }) =>
    change(tx, eventId, (row) => cancel(row, reason, tx.now)),
  summary: (_, row) => `Not going to ${row.name}`,
})

/** Takes an event off the record with who was there; that the two met stays. */
export const removeEvent = command({
  name: 'events.remove',
  run: async (tx, { eventId }: { eventId: Id }): Promise<NetworkEvent> => {
    const row = await getEvent(tx, eventId)
    for (const one of await tx.find(touch, 'byEvent', { eventId }))
      await tx.put(touch, { ...one, eventId: undefined })
    for (const one of await tx.find(eventPerson, 'byEvent', { eventId })) await tx.remove(eventPerson, one.id)
    for (const one of await tx.find(stepDecision, 'byEvent', { eventId }))
      await tx.remove(stepDecision, one.id)
    await tx.remove(event, eventId)
    return row
  },
  summary: (_, row) => `Removed the event ${row.name}`,
})

/** The event, or NOT_FOUND. */
export async function getEvent(tx: ReadTx, id: Id): Promise<NetworkEvent> {
  const row = await tx.get(event, id)
  if (!row) throw notFound('event', id)
  return row
}

async function change(
  tx: Tx,
  id: Id,
  decide: (row: NetworkEvent) => Fresh<NetworkEvent>,
): Promise<Fresh<NetworkEvent>> {
  const next = decide(await getEvent(tx, id))
  await tx.put(event, next)
  return next
}

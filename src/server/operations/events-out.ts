import { z } from 'zod'
import { savedOn } from '../../core/events/amount.ts'
import { event, eventKinds, type NetworkEvent, needsTravel, travelCost } from '../../core/events/event.ts'
import { eventPerson, oneForEachPerson } from '../../core/events/event-person.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { Id } from '../../core/kernel/ids.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { person } from '../../core/people/person.ts'
import { foundOutAbout } from '../../core/research/found-out.ts'
import { amountOut, decimalOrNull, instantOut, iso, isoOrNull } from './schemas.ts'

const nullable = z.string().nullable()
const who = {
  id: z.string(),
  name: z.string(),
  role: nullable,
  organization: nullable,
}

/** An event as it is answered. */
export const eventOut = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(eventKinds),
  status: z.enum(['planned', 'registered', 'attended', 'missed', 'cancelled']),
  startsAt: instantOut,
  endsAt: instantOut.nullable(),
  place: nullable,
  url: nullable,
  registrationDeadline: nullable.describe('The last day for registering (N4)'),
  registeredAt: instantOut.nullable(),
  dress: nullable,
  currency: nullable,
  fee: amountOut,
  studentFee: amountOut.describe('What students pay (N5)'),
  studentRateAskedAt: instantOut.nullable(),
  paid: amountOut,
  saved: amountOut.describe('The fee less what was paid, once both are known (N5)'),
  travel: nullable.describe('How to get there (N4)'),
  travelArranged: z.boolean().describe('Nothing is left to book'),
  bookings: z.array(z.object({ what: z.string(), cost: amountOut, bookedAt: instantOut })),
  travelCost: amountOut.describe('What the bookings cost together'),
  notes: nullable,
  reason: nullable.describe('Why it was cancelled'),
  toMeet: z
    .array(z.object({ ...who, research: z.array(z.string()), lookedUp: z.boolean() }))
    .describe('People to meet there, and what was found out about them (P1)'),
  met: z
    .array(z.object({ ...who, metAt: instantOut, note: nullable, send: nullable, sendOn: nullable }))
    .describe('People met there, and what to send them when'),
  createdAt: instantOut,
})

export type EventOut = z.output<typeof eventOut>

/** One event, or NOT_FOUND. */
export async function presentEvent(tx: ReadTx, { id }: { id: Id }): Promise<EventOut> {
  const row = await tx.get(event, id)
  if (!row) throw notFound('event', id)
  const [out] = await presentEvents(tx, [row])
  return out!
}

/** Many events, each related table read once. */
export async function presentEvents(tx: ReadTx, rows: Fresh<NetworkEvent>[]): Promise<EventOut[]> {
  const entries = await tx.find(eventPerson, 'byEvent', { eventId: rows.map(({ id }) => id) })
  const ids = [...new Set(entries.map(({ personId }) => personId))]
  const people = new Map((await tx.find(person, 'id', { id: ids })).map((row) => [row.id, row]))
  const named = (id: Id) => {
    const { name = '', role = null, organization = null } = people.get(id) ?? {}
    return { id, name, role, organization }
  }
  const notes = await foundOutAbout(tx, ids)
  const byEvent = Map.groupBy(entries, ({ eventId }) => eventId)
  return rows.map((row) => {
    const there = oneForEachPerson(byEvent.get(row.id) ?? [])
    const paid = 'paid' in row ? row.paid : undefined
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      status: row.status,
      startsAt: iso(row.startsAt),
      endsAt: isoOrNull(row.endsAt),
      place: row.place ?? null,
      url: row.url ?? null,
      registrationDeadline: row.registrationDeadline ?? null,
      registeredAt: isoOrNull('registeredAt' in row ? row.registeredAt : undefined),
      dress: row.dress ?? null,
      currency: row.currency ?? null,
      fee: decimalOrNull(row.fee),
      studentFee: decimalOrNull(row.studentFee),
      studentRateAskedAt: isoOrNull(row.studentRateAskedAt),
      paid: decimalOrNull(paid),
      saved: decimalOrNull(savedOn(row.fee, paid)),
      travel: row.travel ?? null,
      travelArranged: !needsTravel(row),
      bookings: row.bookings.map(({ what, cost, bookedAt }) => ({
        what,
        cost: decimalOrNull(cost),
        bookedAt: iso(bookedAt),
      })),
      travelCost: decimalOrNull(travelCost(row)),
      notes: row.notes ?? null,
      reason: ('reason' in row && row.reason) || null,
      toMeet: there.flatMap((one) =>
        one.wantedAt === undefined
          ? []
          : {
              ...named(one.personId),
              research: (notes.get(one.personId) ?? []).map(({ text }) => text),
              lookedUp: one.researchedAt !== undefined || notes.has(one.personId),
            },
      ),
      met: there.flatMap(({ personId, metAt, note = null, send = null, sendOn = null }) =>
        metAt === undefined ? [] : { ...named(personId), metAt: iso(metAt), note, send, sendOn },
      ),
      createdAt: iso(row.createdAt),
    }
  })
}

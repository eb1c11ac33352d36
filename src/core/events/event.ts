import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import { dayOf, endOfDay } from '../method/clock.ts'
import type { Amount } from './amount.ts'

export const eventKinds = ['conference', 'workshop', 'panel', 'information-session', 'fair'] as const
export type EventKind = (typeof eventKinds)[number]

/** A ticket or a room for the way there (N4). */
export interface Booking {
  what: string
  cost?: Amount
  /** Epoch milliseconds. */
  bookedAt: number
}

interface Planned extends BaseRow {
  kind: EventKind
  name: string
  /** The folded name: to find it by its name. */
  nameKey: string
  startsAt: number
  endsAt?: number
  place?: string
  url?: string
  /** The last day for registering; without one, nobody has to register (N4). */
  registrationDeadline?: string
  dress?: string
  /** Of every amount here, as ISO 4217 names it. */
  currency?: string
  fee?: Amount
  /** What students pay, where that is known (N5). */
  studentFee?: Amount
  /** When the organisers were asked for a student rate (N5). */
  studentRateAskedAt?: number
  /** How to get there; without a plan there is no way to arrange (N4). */
  travel?: string
  bookings: Booking[]
  /** There is something to book still, besides what is booked. */
  moreToBook?: boolean
  notes?: string
  createdAt: number
}

interface Registered {
  registeredAt: number
  paid?: Amount
}

/** A conference, workshop, panel, information session or fair (N3-N5). */
export type NetworkEvent = Planned &
  (
    | { status: 'planned' }
    | (Registered & { status: 'registered' })
    | (Partial<Registered> & { status: 'attended' | 'missed'; recordedAt: number })
    | (Partial<Registered> & { status: 'cancelled'; recordedAt: number; reason?: string })
  )

export const event = table<NetworkEvent>()({
  name: 'event',
  atomic: true,
  columns: {
    kind: 'text',
    name: 'text',
    nameKey: 'text',
    startsAt: 'instant',
    endsAt: 'instant',
    place: 'text',
    url: 'text',
    registrationDeadline: 'date',
    dress: 'text',
    currency: 'text',
    fee: 'integer',
    studentFee: 'integer',
    studentRateAskedAt: 'instant',
    travel: 'text',
    bookings: 'json',
    moreToBook: 'boolean',
    notes: 'text',
    createdAt: 'instant',
    status: 'text',
    registeredAt: 'instant',
    paid: 'integer',
    recordedAt: 'instant',
    reason: 'text',
  },
  indexes: { byStart: ['startsAt'], byName: ['nameKey'], byStatus: ['status', 'startsAt'] },
})

/** The columns that follow from others. Whatever writes an event passes through here. */
export const withEventKey = <Row extends { name: string }>(row: Row): Row & { nameKey: string } => ({
  ...row,
  nameKey: fold(row.name) || row.name.toLowerCase(),
})

/** Whether it is still to be gone to, as far as the record says. */
export const isAhead = (row: NetworkEvent): boolean => row.status === 'planned' || row.status === 'registered'

/** When it is over: its end, or that of the day where none is known. */
export const endOfEvent = (row: Pick<NetworkEvent, 'startsAt' | 'endsAt'>, timeZone: string): number =>
  row.endsAt ?? endOfDay(dayOf(row.startsAt, timeZone), timeZone)

/** Whether the way there waits to be booked (N4). */
export const needsTravel = (row: Pick<NetworkEvent, 'travel' | 'bookings' | 'moreToBook'>): boolean =>
  row.travel !== undefined && (row.bookings.length === 0 || row.moreToBook === true)

/** What the bookings cost together; nothing where no cost is known. */
export function travelCost({ bookings }: Pick<NetworkEvent, 'bookings'>): Amount | undefined {
  const costs = bookings.flatMap(({ cost }) => cost ?? [])
  return costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0)
}

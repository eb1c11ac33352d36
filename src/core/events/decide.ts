import { DomainError, invalid } from '../kernel/errors.ts'
import type { Fresh } from '../kernel/table.ts'
import { dayOf } from '../method/clock.ts'
import type { Amount } from './amount.ts'
import { type Booking, isAhead, type NetworkEvent } from './event.ts'

type Row = Fresh<NetworkEvent>

/** Registered, and what was paid (N4, N5). Registering again only tells what was paid. */
export function register(row: NetworkEvent, paid: Amount | undefined, now: number): Row {
  if (row.status === 'planned') return { ...row, status: 'registered', registeredAt: now, paid }
  if (row.status === 'cancelled' || row.registeredAt === undefined) throw past(row, 'registered for')
  if (paid === undefined)
    throw new DomainError('WRONG_STATE', `You are registered for ${row.name} already.`, { id: row.id })
  return { ...row, paid }
}

/** The user was there (N3). An event that was missed by the record may turn out to have been attended. */
export function attend(row: NetworkEvent, now: number): Row {
  if (row.status === 'attended') return row
  if (row.status === 'cancelled') throw past(row, 'attended')
  if (row.startsAt > now) {
    throw new DomainError(
      'WRONG_STATE',
      `${row.name} is still to come. Say that you attended once it has begun, or move it: events edit --starts-at.`,
      { id: row.id },
    )
  }
  return { ...row, status: 'attended', recordedAt: now }
}

/** The event took place without the user. */
export function miss(row: NetworkEvent, now: number): Row {
  if (!isAhead(row)) throw past(row, 'missed')
  if (row.startsAt > now) {
    throw new DomainError(
      'WRONG_STATE',
      `${row.name} is still to come. If you will not go, cancel it: events cancel.`,
      { id: row.id },
    )
  }
  return { ...row, status: 'missed', recordedAt: now }
}

/** The user will not go, or it will not take place. */
export function cancel(row: NetworkEvent, reason: string | undefined, now: number): Row {
  if (!isAhead(row)) throw past(row, 'cancelled')
  return { ...row, status: 'cancelled', recordedAt: now, reason }
}

/** One more booking for the way there; `more` where something is to be booked still (N4). */
export function book(row: NetworkEvent, booking: Booking, more: boolean): Row {
  if (row.status === 'cancelled') throw past(row, 'travelled to')
  return {
    ...row,
    travel: row.travel ?? booking.what,
    bookings: [...row.bookings, booking],
    moreToBook: more || undefined,
  }
}

/** The organisers were asked for a student rate; the answer, where it is known (N5). */
export function askStudentRate(row: NetworkEvent, studentFee: Amount | undefined, at: number): Row {
  if (row.status === 'cancelled') throw past(row, 'paid for')
  if (row.fee === undefined || row.fee === 0) {
    throw new DomainError(
      'WRONG_STATE',
      `${row.name} costs nothing, as far as is known. Say what it costs first: events edit --fee.`,
      { id: row.id },
    )
  }
  return { ...row, studentRateAskedAt: at, studentFee: studentFee ?? row.studentFee }
}

/** Throws INVALID_INPUT where the dates contradict each other. */
export function checkDates(
  row: Pick<NetworkEvent, 'name' | 'startsAt' | 'endsAt' | 'registrationDeadline'>,
  timeZone: string,
): void {
  if (row.endsAt !== undefined && row.endsAt < row.startsAt)
    throw invalid('endsAt', `${row.name} cannot end before it begins.`)
  const lastDay = dayOf(row.endsAt ?? row.startsAt, timeZone)
  if (row.registrationDeadline !== undefined && row.registrationDeadline > lastDay) {
    throw invalid(
      'registrationDeadline',
      `${row.name} is over by ${row.registrationDeadline}; registration closes before that.`,
    )
  }
}

function past({ id, name, status }: Row, what: string): DomainError {
  return new DomainError(
    'WRONG_STATE',
    `${name} is on record as ${status} and cannot be ${what}. Undo that first to change it.`,
    { id, status },
  )
}

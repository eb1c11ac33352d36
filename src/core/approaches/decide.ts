import { DomainError } from '../kernel/errors.ts'
import type { Fresh } from '../kernel/table.ts'
import { endOfWait } from '../method/calendar.ts'
import { dayOf } from '../method/clock.ts'
import type { Method } from '../method/method.ts'
import type { Policy } from '../method/policy.ts'
import type { Absence, Approach, Attempt } from './approach.ts'

type Row = Fresh<Approach>

/** Until when a reply may be waited for: the policy's days after the last attempt, without those on which they are away (O6, X5). */
export function waitingUntil(
  row: Pick<Approach, 'attempts'> & { absences?: Absence[] },
  { policy, calendar }: Method,
  days = policy.replyWaitDays,
): number {
  const away = (row.absences ?? []).map(({ from, until }) => ({
    from: dayOf(from, calendar.timeZone),
    until,
  }))
  return endOfWait(row.attempts.at(-1)!.sentAt, days, policy, calendar, away)
}

/** A first attempt, and the wait for a reply that it begins (O6). */
export function begin(id: string, personId: string, attempt: Attempt, now: number): Row {
  return { id, personId, attempts: [attempt], createdAt: now, status: 'waiting' }
}

/** One more attempt; throws WRONG_STATE when there were enough of them (O7), or nothing waits for a reply. */
export function writeAgain(row: Approach, attempt: Attempt, policy: Policy): Row {
  const asked = row.status === 'replied' && row.answer === 'later'
  if (row.status !== 'waiting' && !asked) {
    throw new DomainError(
      'WRONG_STATE',
      `A follow-up is for an approach without a reply; this one is ${row.status}.`,
    )
  }
  if (!asked && row.attempts.length >= policy.attempts) {
    throw new DomainError(
      'WRONG_STATE',
      `You have written ${row.attempts.length} times without a reply. The method moves on to others now (O7).`,
      { rule: 'O7' },
    )
  }
  // They are away until the day they said, however soon the user writes again (X5).
  const absences = row.status === 'waiting' ? row.absences : undefined
  return {
    ...base(row),
    attempts: [...row.attempts, attempt],
    status: 'waiting',
    ...(absences && { absences }),
  }
}

export type Answer = 'yes' | 'no' | 'later' | 'out-of-office'

/** What a reply makes of an approach. A late reply reopens one that was moved on from (O7). */
export function reply(row: Approach, answer: Answer, at: number, until?: string): Row {
  if (answer === 'out-of-office') return wait(row, at, until)
  if (answer === 'yes') return { ...base(row), status: 'replied', answer, repliedAt: at }
  if (answer === 'no') return { ...base(row), status: 'replied', answer, repliedAt: at }
  if (!until) {
    throw new DomainError(
      'INVALID_INPUT',
      'When shall you write again? Give the day (until), such as 2026-03-20.',
      {
        field: 'until',
      },
    )
  }
  return { ...base(row), status: 'replied', answer, repliedAt: at, until }
}

/** Nobody is there to answer: the clock stands still until they are back (X5). */
function wait(row: Approach, at: number, until?: string): Row {
  if (row.status !== 'waiting') {
    throw new DomainError('WRONG_STATE', `Nothing waits for a reply here; this approach is ${row.status}.`)
  }
  if (!until) {
    throw new DomainError(
      'INVALID_INPUT',
      'Until when are they away? Give the day (until), such as 2026-03-20.',
      {
        field: 'until',
      },
    )
  }
  return { ...row, absences: [...(row.absences ?? []), { from: at, until }] }
}

/** Gives up waiting; nothing is deleted, and a late reply is still welcome (O7). */
export function leave(row: Approach, now: number): Row {
  if (row.status !== 'waiting') {
    throw new DomainError(
      'WRONG_STATE',
      `Only an approach without a reply can be moved on from; this one is ${row.status}.`,
    )
  }
  return { ...base(row), status: 'moved-on', movedOnAt: now }
}

/** A time was agreed: that is a yes, said or not. */
export function arrange(row: Approach, conversationId: string, now: number): Row {
  const repliedAt = row.status === 'replied' ? row.repliedAt : now
  return { ...base(row), status: 'replied', answer: 'yes', repliedAt, conversationId }
}

function base({
  id,
  personId,
  attempts,
  createdAt,
}: Approach): Pick<Approach, 'id' | 'personId' | 'attempts' | 'createdAt'> {
  return { id, personId, attempts, createdAt }
}

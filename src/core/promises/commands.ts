import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { dateAfter, dayOf } from '../method/clock.ts'
import { readPolicy } from '../method/policy.ts'
import { getPerson } from '../people/commands.ts'
import { userTimeZone } from '../profile/profile.ts'
import { type Promised, promise } from './promise.ts'

export interface NewPromise {
  personId: Id
  text: string
  by?: 'me' | 'them'
  dueOn?: string
  conversationId?: Id
}

/** Records what somebody said they would do; without a date it is due within a week. */
export const addPromise = command({
  name: 'promises.add',
  run: async (tx, input: NewPromise) => {
    await getPerson(tx, input.personId)
    return putPromise(tx, input)
  },
  summary: (_, added) => `Noted a promise: ${added.text}`,
})

/** A promise on record, with its date. */
export async function putPromise(
  tx: Tx,
  { by = 'me', dueOn, ...rest }: NewPromise,
): Promise<Fresh<Promised>> {
  const { promiseDays } = await readPolicy(tx)
  const today = dayOf(tx.now, await userTimeZone(tx))
  const row = {
    ...rest,
    by,
    id: tx.newId(),
    madeAt: tx.now,
    dueOn: dueOn ?? dateAfter(today, promiseDays),
    status: 'open',
  } as const
  await tx.put(promise, row)
  return row
}

/** A promise kept, or given up. */
export const closePromise = command({
  name: 'promises.done',
  run: async (tx, { promiseId, dropped }: { promiseId: Id; dropped?: boolean }) => {
    const row = await tx.get(promise, promiseId)
    if (!row) throw notFound('promise', promiseId)
    if (row.status !== 'open')
      throw new DomainError('WRONG_STATE', `This promise is ${row.status} already: ${row.text}`)
    const closed = { ...row, status: dropped ? 'dropped' : 'kept', closedAt: tx.now } as const
    await tx.put(promise, closed)
    return closed
  },
  summary: (_, row) => `${row.status === 'kept' ? 'Kept' : 'Gave up'} a promise: ${row.text}`,
})

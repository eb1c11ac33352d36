import type { Id } from '../../core/kernel/ids.ts'
import type { TokenInfo } from '../operations/administration.ts'
import type { Caller } from '../operations/operation.ts'

type Moment = Pick<Caller, 'now' | 'timeZone'>

/** Whoever sits at the machine: everything is theirs. */
export const localCaller = (ownerId: Id, door: string, moment: Moment): Caller => ({
  ownerId,
  actor: 'owner',
  door,
  rights: ['read', 'write', 'owner'],
  ...moment,
})

/** A program with a token: it may read, or read and write. */
export const tokenCaller = (
  { ownerId, token }: { ownerId: Id; token: TokenInfo },
  door: string,
  moment: Moment,
): Caller => ({
  ownerId,
  actor: `token:${token.name}`,
  door,
  rights: token.scope === 'write' ? ['read', 'write'] : ['read'],
  ...moment,
})

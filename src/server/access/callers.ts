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

/** The user's own browser, signed in: everything is theirs. */
export const sessionCaller = (ownerId: Id, moment: Moment): Caller => localCaller(ownerId, 'web', moment)

/** A program with a token: it may read, or read and write. One for a feed opens nothing but the feed. */
export const tokenCaller = (
  { ownerId, token }: { ownerId: Id; token: TokenInfo },
  door: string,
  moment: Moment,
): Caller => ({
  ownerId,
  actor: `token:${token.name}`,
  door,
  rights: rightsOf[token.scope],
  ...moment,
})

const rightsOf: Readonly<Record<TokenInfo['scope'], Caller['rights']>> = {
  write: ['read', 'write'],
  read: ['read'],
  feed: [],
}

/** A calendar program at the address of a feed: it gets that calendar, and cannot ask for anything else. */
export const feedCaller = (
  { ownerId, token }: { ownerId: Id; token: TokenInfo },
  moment: Moment,
): Caller => ({ ownerId, actor: `token:${token.name}`, door: 'feed', rights: ['read'], ...moment })

import type { Id } from '../../core/kernel/ids.ts'
import type { Caller } from '../operations/operation.ts'

/** Whose network it is where one person keeps one on one machine. */
export const localOwner: Id = '00000000-0000-7000-8000-000000000001'

type Moment = Pick<Caller, 'now' | 'timeZone'>

/** Whoever sits at the machine: everything is theirs. */
export const localCaller = (door: string, moment: Moment): Caller => ({
  ownerId: localOwner,
  actor: 'owner',
  door,
  rights: ['read', 'write', 'owner'],
  ...moment,
})

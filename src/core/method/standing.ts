import type { Rung } from '../advocacy/ladder.ts'
import { isOpen } from '../approaches/approach.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { History } from './history.ts'

/** Where somebody stands, which decides who gets steps ("Who gets steps" in the method). */
export type Stand = 'listed' | 'chosen' | 'approached' | 'met' | 'kept' | 'resting' | 'do-not-contact'

/** What follows from a person's history; nobody who is only listed has a row. */
export interface Standing extends BaseRow {
  standing: Stand
  rung: Rung
  /** Since when the record proves an ally or better (W5). */
  allySince?: number
  lastTouchAt?: number
}

export const standing = table<Standing>()({
  name: 'standing',
  role: 'derived',
  columns: { standing: 'text', rung: 'text', allySince: 'instant', lastTouchAt: 'instant' },
  indexes: { byStanding: ['standing'] },
  person: 'id',
})

/** Where the person stands by the record alone; whoever is paused rests besides until that date. */
export function standOf(history: History): Stand {
  const { person, approaches, conversations } = history
  if (person.doNotContact) return 'do-not-contact'
  if (approaches.some(isOpen) || conversations.some((talk) => talk.status === 'arranged')) return 'approached'
  if (isKept(history)) return 'kept'
  if (conversations.some((talk) => talk.status === 'held')) return 'met'
  const lastApproach = approaches.at(-1)
  if (lastApproach && (person.chosenAt ?? 0) <= lastApproach.createdAt) return 'resting'
  return person.chosenAt === undefined ? 'listed' : 'chosen'
}

/** Whether the cadence runs: by the user's word, or else since the first conversation that was to be continued (F4). */
export function isKept({ person, conversations }: Pick<History, 'person' | 'conversations'>): boolean {
  if (person.keepInTouch) return person.keepInTouch === 'yes'
  const lastHeld = conversations.findLast((talk) => talk.status === 'held')
  return lastHeld?.status === 'held' && lastHeld.stayInTouch === 'yes'
}

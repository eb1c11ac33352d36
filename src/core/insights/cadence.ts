import type { Conversation } from '../conversations/conversation.ts'
import { addDays, dayOf } from '../method/clock.ts'
import type { Policy } from '../method/policy.ts'
import { isKept, type Standing } from '../method/standing.ts'
import type { Person } from '../people/person.ts'
import { type Share, share } from './share.ts'

export interface CadenceRows {
  people: readonly Person[]
  conversations: readonly Conversation[]
  standings: readonly Pick<Standing, 'id' | 'lastTouchAt'>[]
}

/** Of whom the cadence runs for: in touch within their own number of days (F4). Paused people are not counted. */
export function cadenceKept(rows: CadenceRows, policy: Policy, now: number, timeZone: string): Share {
  const inOrder = rows.conversations.toSorted((a, b) => a.startsAt - b.startsAt)
  const talks = Map.groupBy(inOrder, ({ personId }) => personId)
  const last = new Map(rows.standings.map(({ id, lastTouchAt }) => [id, lastTouchAt]))
  const today = dayOf(now, timeZone)
  const kept = rows.people.filter(
    (person) =>
      !person.doNotContact &&
      !(person.pausedUntil !== undefined && person.pausedUntil > today) &&
      isKept({ person, conversations: talks.get(person.id) ?? [] }),
  )
  return share(kept, ({ id, cadenceDays, createdAt }) => {
    const since = last.get(id) ?? createdAt
    return addDays(since, cadenceDays ?? policy.cadenceDays, timeZone) > now
  })
}

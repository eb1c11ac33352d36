import type { Policy } from '../method/policy.ts'
import type { Conversation } from './conversation.ts'

/** When to leave so as to arrive early, in epoch milliseconds; only where one goes there (C2). */
export function leaveBy(
  talk: Pick<Conversation, 'mode' | 'startsAt' | 'travelMinutes'>,
  policy: Policy,
): number | undefined {
  if (talk.mode !== 'in-person') return undefined
  return talk.startsAt - ((talk.travelMinutes ?? 0) + policy.arriveEarlyMinutes) * 60_000
}

import { type Conversation, thankBy } from '../conversations/conversation.ts'
import type { Policy } from '../method/policy.ts'
import { type Share, share } from './share.ts'

/** Of the talks that were thanked for, or whose time for it has passed: thanked in time (F1). */
export function thankedInTime(conversations: readonly Conversation[], policy: Policy, now: number): Share {
  const due = conversations.filter(
    (talk) => talk.status === 'held' && (talk.thankedAt !== undefined || thankBy(talk, policy) < now),
  )
  return share(due, (talk) => talk.status === 'held' && (talk.thankedAt ?? now) <= thankBy(talk, policy))
}

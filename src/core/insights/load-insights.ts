import { approach } from '../approaches/approach.ts'
import { conversation } from '../conversations/conversation.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { readPolicy } from '../method/policy.ts'
import { standing } from '../method/standing.ts'
import { person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { touch } from '../touches/touch.ts'
import { activitySince, type Insights, insightsOf } from './insights.ts'

/** Insights of a network. Of the touches only those of approaches and of the last weeks are read. */
export async function readInsights(tx: ReadTx): Promise<Insights> {
  const timeZone = await userTimeZone(tx)
  const approaches = await tx.find(approach, 'byStatus', {})
  const rows = {
    approaches,
    people: await tx.find(person, 'id', {}),
    conversations: await tx.find(conversation, 'byStart', {}),
    approachTouches: await tx.find(touch, 'byApproach', { approachId: approaches.map(({ id }) => id) }),
    recentTouches: await tx.find(touch, 'byTime', {}, { from: activitySince(tx.now, timeZone) }),
    standings: await tx.find(standing, 'byStanding', {}),
  }
  return insightsOf(rows, await readPolicy(tx), tx.now, timeZone)
}

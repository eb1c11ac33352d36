import type { Channel } from '../approaches/approach.ts'
import { addDays, startOfWeek } from '../method/clock.ts'
import type { Policy } from '../method/policy.ts'
import type { Standing } from '../method/standing.ts'
import type { Origin } from '../people/person.ts'
import type { Touch } from '../touches/touch.ts'
import { growthOf, type Month, type Week, weeksOf } from './activity.ts'
import { cadenceKept } from './cadence.ts'
import { type Funnel, type FunnelRows, funnelOf, waysOf } from './funnel.ts'
import { type ReplyDays, replyDays } from './reply-days.ts'
import type { Share } from './share.ts'
import { thankedInTime } from './thanks.ts'

/** What the record says about the user's own networking: counts with their wholes, and no marks for it. */
export interface Insights {
  funnel: Funnel
  /** Met without having been asked before, and so outside of the funnel. */
  metOtherwise: number
  replyDays: ReplyDays
  /** By the channel of the first attempt; `approached` is of all who were approached. */
  byChannel: Partial<Record<Channel, Funnel>>
  /** By how the user came to know of them (N1). */
  byOrigin: Partial<Record<Origin, Funnel>>
  /** Of whom the user keeps in touch with: within their time (F4). */
  cadence: Share
  /** Of the talks to thank for: in time (F1). */
  thankedInTime: Share
  /** Of the weeks since the first activity, at most a year: not quiet. */
  activeWeeks: Share
  weeks: Week[]
  growth: Month[]
}

export interface InsightRows extends FunnelRows {
  standings: readonly Pick<Standing, 'id' | 'rung' | 'lastTouchAt'>[]
  /** What passed between them in the weeks that are looked at. */
  recentTouches: readonly Touch[]
}

/** From when on activity is told: so many weeks, the one at hand besides. */
export const activitySince = (now: number, timeZone: string): number =>
  startOfWeek(addDays(now, -7 * 52, timeZone), timeZone)

/** All of it, as a function of rows: the same on a server and in a browser. */
export function insightsOf(rows: InsightRows, policy: Policy, now: number, timeZone: string): Insights {
  const ways = waysOf(rows)
  const funnel = funnelOf(ways)
  const since = activitySince(now, timeZone)
  const talks = rows.conversations.filter((talk) => talk.status === 'held' && talk.startsAt >= since)
  const touches = rows.recentTouches.filter(({ at }) => at >= since)
  const { weeks, active } = weeksOf({ touches, talks }, now, timeZone)
  const asked = Map.groupBy(
    ways.filter((way) => way.channel !== undefined),
    (way) => way.channel!,
  )
  return {
    funnel,
    metOtherwise: ways.filter((way) => way.metOtherwise).length,
    replyDays: replyDays(rows.approaches, rows.approachTouches),
    byChannel: Object.fromEntries(
      [...asked].map(([channel, some]) => [
        channel,
        { ...funnelOf(some), approached: { count: some.length, of: funnel.approached.count } },
      ]),
    ),
    byOrigin: Object.fromEntries(
      [...Map.groupBy(ways, ({ origin }) => origin)].map(([origin, some]) => [origin, funnelOf(some)]),
    ),
    cadence: cadenceKept(rows, policy, now, timeZone),
    thankedInTime: thankedInTime(rows.conversations, policy, now),
    activeWeeks: active,
    weeks,
    growth: growthOf(
      rows.people.map(({ createdAt }) => createdAt),
      now,
      timeZone,
    ),
  }
}

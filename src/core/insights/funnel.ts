import type { Approach, Channel } from '../approaches/approach.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { Id } from '../kernel/ids.ts'
import { isKept, type Standing } from '../method/standing.ts'
import type { Origin, Person } from '../people/person.ts'
import type { Touch } from '../touches/touch.ts'
import { type Share, share } from './share.ts'

/** How far people came, each share of its true whole. People are counted, never letters. */
export interface Funnel {
  /** Of whom the user wants to meet or has written to. Neither the listed nor those met by chance are part of it. */
  approached: Share
  /** Of whom the user wrote to or called: answered in any way, also no or later, also by meeting. An absence note is no answer. */
  replied: Share
  /** Of those who answered: a talk was held that came of the approach or after it. */
  met: Share
  /** Of those met: thanked for one of these talks. */
  thanked: Share
  /** Of those met: the cadence runs. */
  inTouch: Share
  /** Of those met: the record proves an advocate (W5). */
  advocates: Share
}

export interface FunnelRows {
  people: readonly Person[]
  approaches: readonly Approach[]
  conversations: readonly Conversation[]
  /** Touches that belong to an approach: a reply leaves one, which outlives the approach's next state. */
  approachTouches: readonly Touch[]
  standings: readonly Pick<Standing, 'id' | 'rung'>[]
}

/** What the record says of one person on the way. */
export interface Way {
  personId: Id
  origin: Origin
  /** The channel of the first attempt ever. */
  channel?: Channel
  approached: boolean
  replied: boolean
  met: boolean
  thanked: boolean
  inTouch: boolean
  advocate: boolean
  /** Met without ever having been asked: at an event, by chance. Outside of the funnel. */
  metOtherwise: boolean
}

/** Everybody whom the user wants to meet, has written to, or has met. */
export function waysOf(rows: FunnelRows): Way[] {
  const approaches = Map.groupBy(rows.approaches, ({ personId }) => personId)
  const inOrder = rows.conversations.toSorted((a, b) => a.startsAt - b.startsAt)
  const talks = Map.groupBy(inOrder, ({ personId }) => personId)
  const answered = new Set(
    rows.approachTouches.filter(({ from }) => from === 'them').map(({ approachId }) => approachId),
  )
  const rungs = new Map(rows.standings.map(({ id, rung }) => [id, rung]))
  return rows.people.flatMap((person) => {
    const asked = (approaches.get(person.id) ?? []).toSorted((a, b) => firstSent(a) - firstSent(b))
    const conversations = talks.get(person.id) ?? []
    const held = conversations.filter((talk) => talk.status === 'held')
    const [first] = asked
    if (!first && person.chosenAt === undefined && held.length === 0) return []
    const ids = new Set(asked.map(({ id }) => id))
    const after = first
      ? held.filter((talk) => ids.has(talk.approachId ?? '') || talk.startsAt >= firstSent(first))
      : []
    const met = after.length > 0
    return {
      personId: person.id,
      origin: person.origin,
      channel: first?.attempts[0]?.channel,
      approached: first !== undefined,
      replied: met || asked.some((one) => one.status === 'replied' || answered.has(one.id)),
      met,
      thanked: after.some((talk) => talk.thankedAt !== undefined),
      inTouch: met && isKept({ person, conversations }),
      advocate: met && rungs.get(person.id) === 'advocate',
      metOtherwise: !met && held.length > 0,
    }
  })
}

/** The funnel of these people. Each share counts within its own whole, so none can exceed it. */
export function funnelOf(ways: readonly Way[]): Funnel {
  // Whoever was met by chance needs no letter: they are no part of the whole unless they got one.
  const wanted = ways.filter((way) => way.approached || !way.metOtherwise)
  const approached = wanted.filter((way) => way.approached)
  const replied = approached.filter((way) => way.replied)
  const met = replied.filter((way) => way.met)
  return {
    approached: share(wanted, (way) => way.approached),
    replied: share(approached, (way) => way.replied),
    met: share(replied, (way) => way.met),
    thanked: share(met, (way) => way.thanked),
    inTouch: share(met, (way) => way.inTouch),
    advocates: share(met, (way) => way.advocate),
  }
}

const firstSent = ({ attempts }: Approach): number => attempts[0]!.sentAt

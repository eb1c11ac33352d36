import type { Approach } from '../approaches/approach.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import type { Person } from '../people/person.ts'
import type { ReferralGraph } from './referral-graph.ts'

/** What came of the people whom one person named, and of all whom those led to in turn (N2, X1). */
export interface BranchYield {
  person: Person
  /** Of the people they named: each number is within the one before. */
  named: number
  contacted: number
  met: number
  reportedBack: number
  /** Everybody below: people whom they led to by the shortest way, how many of them were met, talks had. */
  branch: { people: number; met: number; conversations: number }
}

export interface YieldRows {
  introductions: readonly Introduction[]
  approaches: readonly Pick<Approach, 'personId'>[]
  conversations: readonly Pick<Conversation, 'personId' | 'status'>[]
}

/** The yield of each who named somebody, the most met first. An introduction's own word counts, and so does the record. */
export function yields(graph: ReferralGraph, rows: YieldRows): BranchYield[] {
  const approached = new Set(rows.approaches.map(({ personId }) => personId))
  const held = rows.conversations.filter(({ status }) => status === 'held')
  const talks = Map.groupBy(held, ({ personId }) => personId)
  const statuses = new Map(
    rows.introductions.map((one) => [`${one.fromPersonId} ${one.toPersonId}`, one.status]),
  )
  const below = branches(graph, talks)
  const all = [...graph.named].map(([from, to]): BranchYield => {
    const counts = { named: to.length, contacted: 0, met: 0, reportedBack: 0 }
    for (const id of to) {
      const status = statuses.get(`${from} ${id}`)
      const reported = status === 'reported-back'
      const met = reported || status === 'met' || talks.has(id)
      if (reported) counts.reportedBack++
      if (met) counts.met++
      if (met || status === 'contacted' || approached.has(id)) counts.contacted++
    }
    return { person: graph.people.get(from)!, ...counts, branch: below.get(from)! }
  })
  const order = new Map(graph.order.map((id, at) => [id, at]))
  return all.sort(
    (a, b) =>
      b.met - a.met ||
      b.named - a.named ||
      b.branch.people - a.branch.people ||
      order.get(a.person.id)! - order.get(b.person.id)!,
  )
}

/** Sums from the ends of the branches towards the user. */
function branches({ order, parent }: ReferralGraph, talks: ReadonlyMap<Id, readonly unknown[]>) {
  const below = new Map(order.map((id) => [id, { people: 0, met: 0, conversations: 0 }]))
  for (const id of order.toReversed()) {
    const from = parent.get(id)
    if (from === undefined) continue
    const [own, sum] = [below.get(id)!, below.get(from)!]
    const had = talks.get(id)?.length ?? 0
    sum.people += own.people + 1
    sum.met += own.met + (had > 0 ? 1 : 0)
    sum.conversations += own.conversations + had
  }
  return below
}

import type { Introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import { compareValues } from '../kernel/order.ts'
import type { Person } from '../people/person.ts'

/** What the graph is drawn from. */
export interface ReferralRows {
  people: readonly Person[]
  introductions: readonly Introduction[]
}

/** Who named whom, from introductions and from "referred by" (N1, N2), with the shortest way from the user to everybody. */
export interface ReferralGraph {
  people: ReadonlyMap<Id, Person>
  /** Whom each person named, the closest to the user first. */
  named: ReadonlyMap<Id, readonly Id[]>
  /** Who led to somebody; nobody for whom the user found alone. */
  parent: ReadonlyMap<Id, Id | undefined>
  /** How many steps it is to somebody: 1 for whom the user found alone. */
  depth: ReadonlyMap<Id, number>
  /** Everybody, those who led to somebody before them. */
  order: readonly Id[]
}

/**
 * Draws the graph. The user found whoever came without a referral; from there it spreads by who named whom. Among ways
 * of one length the one through closer people is taken, then by name, then by id. Time grows with the rows alone.
 */
export function referralGraph({ people, introductions }: ReferralRows): ReferralGraph {
  const byId = new Map(people.map((one) => [one.id, one]))
  const everybody = people.toSorted(
    (a, b) => b.closeness - a.closeness || compareValues(a.nameKey, b.nameKey) || compareValues(a.id, b.id),
  )
  const rank = new Map(everybody.map(({ id }, at) => [id, at]))
  const links = new Map<Id, Set<Id>>()
  const referred = new Set<Id>()
  const link = (from: Id, to: Id) => {
    if (from === to || !byId.has(from) || !byId.has(to)) return false
    const there = links.get(from)
    if (there) there.add(to)
    else links.set(from, new Set([to]))
    return true
  }
  for (const { id, referredById } of people) {
    if (referredById !== undefined && link(referredById, id)) referred.add(id)
  }
  for (const one of introductions) link(one.fromPersonId, one.toPersonId)
  const named = new Map(
    [...links].map(([from, to]) => [from, [...to].sort((a, b) => rank.get(a)! - rank.get(b)!)]),
  )
  const found = everybody.filter(({ id }) => !referred.has(id))
  return { people: byId, named, ...spread([found, everybody], named) }
}

/** Breadth first from whom the user found; a ring of people who only name each other is entered at its closest. */
function spread(starts: readonly (readonly Person[])[], named: ReadonlyMap<Id, readonly Id[]>) {
  const parent = new Map<Id, Id | undefined>()
  const depth = new Map<Id, number>()
  const order: Id[] = []
  const take = (id: Id, from: Id | undefined) => {
    if (depth.has(id)) return
    parent.set(id, from)
    depth.set(id, from === undefined ? 1 : depth.get(from)! + 1)
    order.push(id)
  }
  let at = 0
  const follow = () => {
    for (; at < order.length; at++) for (const id of named.get(order[at]!) ?? []) take(id, order[at])
  }
  const [found = [], everybody = []] = starts
  for (const { id } of found) take(id, undefined)
  follow()
  for (const { id } of everybody) {
    take(id, undefined)
    follow()
  }
  return { parent, depth, order }
}

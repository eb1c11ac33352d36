import type { Id } from '../kernel/ids.ts'
import { fieldKey, type Person } from '../people/person.ts'
import { type ReferralGraph, type ReferralRows, referralGraph } from './referral-graph.ts'

/** The people from the user to somebody, them included: how the user came to them (N1, N2). */
export function chainTo({ people, parent }: ReferralGraph, id: Id): Person[] {
  const chain: Person[] = []
  for (let at: Id | undefined = id; at !== undefined && people.has(at); at = parent.get(at))
    chain.push(people.get(at)!)
  return chain.reverse()
}

/** What a chain leads to: an organisation or a field, by its folded key. */
export type Goal = { organizationKey: string } | { fieldKey: string }

/**
 * The shortest chain to somebody of that organisation or field; among those of one length, through the closest people.
 * Nobody on it is marked "do not contact". Empty where nobody is there.
 */
export function shortestChain({ people, introductions }: ReferralRows, goal: Goal): Person[] {
  const graph = referralGraph({ people: people.filter((one) => !one.doNotContact), introductions })
  let best: Id | undefined
  for (const id of graph.order) {
    const shorter = best === undefined || graph.depth.get(id)! < graph.depth.get(best)!
    if (shorter && isGoal(graph.people.get(id)!, goal)) best = id
  }
  return best === undefined ? [] : chainTo(graph, best)
}

const isGoal = ({ organizationKey, fields }: Person, goal: Goal): boolean =>
  'fieldKey' in goal
    ? fields.some((name) => fieldKey(name) === goal.fieldKey)
    : organizationKey === goal.organizationKey

import type { Id } from '../../core/kernel/ids.ts'
import type { Stand } from '../../core/method/standing.ts'
import type { StepKind } from '../../core/method/step.ts'
import type { Origin, Person } from '../../core/people/person.ts'

/** What a list of people is narrowed to; all of it must hold. */
export interface PeopleFilter {
  /** Each word begins a word of the name, organisation, role, tags, fields, addresses or notes. */
  search?: string
  origin?: Origin
  field?: string
  organization?: string
  tag?: string
  /** There is a step of this kind for them. */
  step?: StepKind
  /** Where they stand; whoever has no standing on record is only `listed`. */
  standing?: Stand
  /** At most this many; the rest follows with the cursor. */
  limit: number
  /** From the page before. */
  cursor?: string
}

export interface PeoplePage {
  /** By name, then id. */
  people: Person[]
  /** How many the filter leaves in all. */
  total: number
  /** Where the next page begins; null after the last. */
  cursor: string | null
}

/** Reads that need more than the kernel's `find`: the store answers them in its own way. */
export interface Reads {
  /** How often the network was changed, and which network it is: replicas of another `epoch` begin anew. */
  networkState(ownerId: Id): Promise<{ revision: number; epoch: string }>
  listPeople(ownerId: Id, filter: PeopleFilter): Promise<PeoplePage>
}

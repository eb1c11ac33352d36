import { fold } from '../kernel/fold.ts'
import type { NamedPerson } from '../people/named-person.ts'
import type { Person } from '../people/person.ts'
import type { Whom } from './people.ts'

/**
 * Whom a name means that was written down at an event: with an organisation, that one or somebody new; without, the only
 * person of that name, or somebody new. Nothing where several have it: then only the user can tell (N6).
 */
export function whomMeant(
  named: NamedPerson,
  people: readonly Pick<Person, 'id' | 'nameKey'>[],
): Whom | undefined {
  if (named.organization) return { named }
  const key = fold(named.name) || named.name.toLowerCase()
  const namesakes = people.filter(({ nameKey }) => nameKey === key)
  if (namesakes.length > 1) return undefined
  return namesakes[0] ? { personId: namesakes[0].id } : { named }
}

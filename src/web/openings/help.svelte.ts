import { advocacy } from '../../core/advocacy/advocacy.ts'
import { standing } from '../../core/method/standing.ts'
import type { Opening } from '../../core/openings/opening.ts'
import { type PossibleHelp, whoMightHelp } from '../../core/openings/who-might-help.ts'
import { person } from '../../core/people/person.ts'
import { find, get } from '../replica/network.svelte.ts'

/** Who might help with an opening (W5). Reactive. */
export function helpWith(row: Opening): PossibleHelp[] {
  const advocacies = find(advocacy, 'byOpening', { openingId: row.id })
  const colleagues = row.organizationKey
    ? find(person, 'byOrganization', { organizationKey: row.organizationKey })
    : []
  const others = find(person, 'id', { id: [...new Set(advocacies.map(({ personId }) => personId))] })
  const people = [...new Map([...colleagues, ...others].map((one) => [one.id, one])).values()]
  return whoMightHelp(row, { people, rungOf: (id) => get(standing, id)?.rung, advocacies })
}

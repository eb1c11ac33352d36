import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from './person.ts'

/** Someone named in a conversation or met at an event: "Name", "Name, role" or "Name, role, organisation" (N2). */
export interface NamedPerson {
  name: string
  role?: string
  organization?: string
}

/** Takes a line such as "Tomás Reyes, planner, City of Evanston" apart; what follows the second comma is all organisation. */
export function namedPerson(line: string): NamedPerson {
  const [name = '', role, ...rest] = line.split(',').map((part) => part.trim())
  return { name, role: role || undefined, organization: rest.filter(Boolean).join(', ') || undefined }
}

/** Somebody as such a line. A comma in a name or role is left out: there it would begin the next part. */
export function lineOf({ name, role, organization }: NamedPerson): string {
  const part = (text: string) => text.replaceAll(',', ' ').replace(/\s+/g, ' ').trim()
  if (organization) return [part(name), part(role ?? ''), organization.trim()].join(', ')
  return role ? `${part(name)}, ${part(role)}` : part(name)
}

/** Whoever has the same name and the same organisation in the network is meant; the same name alone never is, nor `but`. */
export async function findNamed(tx: ReadTx, named: NamedPerson, but?: Id): Promise<Person | undefined> {
  if (!named.organization) return undefined
  const organizationKey = fold(named.organization)
  const known = (await tx.find(person, 'byName', { nameKey: fold(named.name) })).filter(
    (one) => one.organizationKey === organizationKey && one.id !== but,
  )
  return known.length === 1 ? known[0] : undefined
}

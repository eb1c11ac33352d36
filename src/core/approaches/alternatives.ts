import { conversation } from '../conversations/conversation.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { fieldKey, type Person, person } from '../people/person.ts'
import { approach } from './approach.ts'

/** Somebody else to try, and why them. */
export interface Alternative {
  personId: string
  name: string
  why: string
}

const page = 200

/**
 * Whom to try instead (O7): somebody of the same field or organisation first, then anybody listed and not yet
 * approached, the warmest first. Nobody who was written to or met, is paused, or is not to be contacted.
 */
export async function findAlternatives(tx: ReadTx, from: Person, count: number): Promise<Alternative[]> {
  const found = new Map<string, Alternative>()
  const take = async (people: Person[], why: (one: Person) => string) => {
    const warmest = people.toSorted((a, b) => b.closeness - a.closeness)
    for (const one of await notYetApproached(tx, warmest)) {
      if (found.size >= count) return
      if (one.id !== from.id && !found.has(one.id))
        found.set(one.id, { personId: one.id, name: one.name, why: why(one) })
    }
  }
  if (from.fields.length > 0) {
    const shared = new Set(from.fields.map(fieldKey))
    await take(await tx.find(person, 'keys', { key: [...shared] }), (one) => {
      const field = one.fields.find((name) => shared.has(fieldKey(name)))
      return `Works in ${field}, too`
    })
  }
  if (from.organizationKey) {
    const colleagues = await tx.find(person, 'byOrganization', { organizationKey: from.organizationKey })
    await take(colleagues, () => `Also at ${from.organization}`)
  }
  for (let closeness = 5; closeness >= 1 && found.size < count; closeness--) {
    const people = await tx.find(person, 'byCloseness', { closeness }, { limit: page })
    await take(people, (one) =>
      closeness >= 3 ? 'You know each other, and have not asked them yet' : `Not asked yet${at(one)}`,
    )
  }
  return [...found.values()]
}

const at = ({ organization }: Person): string => (organization ? `, at ${organization}` : '')

async function notYetApproached(tx: ReadTx, people: Person[]): Promise<Person[]> {
  const ids = people.map(({ id }) => id)
  if (ids.length === 0) return []
  const busy = new Set([
    ...(await tx.find(approach, 'byPerson', { personId: ids })).map((row) => row.personId),
    ...(await tx.find(conversation, 'byPerson', { personId: ids })).map((row) => row.personId),
  ])
  return people.filter((one) => !one.doNotContact && !one.pausedUntil && !busy.has(one.id))
}

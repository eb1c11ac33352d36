import type { Tx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { type Directory, directory, importKey } from './directory.ts'
import type { MarkedContact } from './fingerprint.ts'
import { inSlices } from './slices.ts'

/**
 * Everybody on record whom one of the contacts may be, read in bulk: those with an address or a mark in common, and
 * the namesakes of the others.
 */
export async function loadDirectory(tx: Tx, contacts: readonly MarkedContact[]): Promise<Directory> {
  const people = directory()
  const take = (rows: Person[]) => {
    for (const row of rows) if (!people.has(row.id)) people.add(row, row)
  }
  const [anybody] = await tx.find(person, 'id', {}, { limit: 1 })
  if (!anybody) return people
  const keys = [...new Set(contacts.flatMap(keysOf))]
  await inSlices(tx, 'looked up', keys, async (key) => take(await tx.find(person, 'keys', { key })))
  const strangers = contacts.filter(({ fingerprint }) => people.withKey(importKey(fingerprint)).length === 0)
  const names = [...new Set(strangers.map(({ nameKey }) => nameKey))]
  await inSlices(tx, 'compared', names, async (nameKey) => take(await tx.find(person, 'byName', { nameKey })))
  return people
}

const keysOf = ({ addresses, fingerprint, uidMark }: MarkedContact): string[] => [
  ...addresses,
  importKey(fingerprint),
  ...(uidMark ? [importKey(uidMark)] : []),
]

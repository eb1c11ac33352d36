import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../kernel/tx.ts'
import { identityKeys, type Person, person } from '../people/person.ts'
import { personAlias } from '../people/person-alias.ts'
import { type Directory, directory } from './directory.ts'
import { entryKey, type MarkedContact } from './fingerprint.ts'
import { inSlices } from './slices.ts'

/**
 * Everybody on record whom one of the contacts may be, read in bulk: those with an address or a mark in common, and
 * the namesakes of the others, and whom the user has chosen.
 */
export async function loadDirectory(
  tx: Tx,
  contacts: readonly MarkedContact[],
  chosen: readonly Id[],
): Promise<Directory> {
  const people = directory()
  const [anybody] = await tx.find(person, 'id', {}, { limit: 1 })
  if (!anybody) return people
  const keys = [...new Set(contacts.flatMap(({ addresses, markKeys }) => [...addresses, ...markKeys]))]
  await inSlices(tx, 'looked up', keys, async (key) => take(people, await tx.find(person, 'keys', { key })))
  take(people, await tx.find(person, 'id', { id: chosen }))
  await takeEntries(tx, people, contacts)
  const strangers = contacts.filter(
    ({ markKeys: [fingerprint] }) => people.withKey(fingerprint!).length === 0,
  )
  const names = [...new Set(strangers.map(({ nameKey }) => nameKey))]
  await inSlices(tx, 'compared', names, async (nameKey) =>
    take(people, await tx.find(person, 'byName', { nameKey })),
  )
  return people
}

/** Those whose own cards came back, also by the ids of entries that were merged into theirs. */
async function takeEntries(tx: Tx, people: Directory, contacts: readonly MarkedContact[]): Promise<void> {
  const ids = contacts.flatMap(({ entryKey: key }) => key?.slice(entryKey('').length) ?? [])
  await inSlices(tx, 'looked up', ids, async (id) => {
    const aliases = await tx.find(personAlias, 'id', { id })
    const current = new Map([
      ...id.map((one) => [one, one] as const),
      ...aliases.map((alias) => [alias.id, alias.personId] as const),
    ])
    take(people, await tx.find(person, 'id', { id: [...new Set(current.values())] }))
    for (const [one, personId] of current) {
      const entry = people.recorded(personId)
      if (entry) people.file(entry, [], [entryKey(one)])
    }
  })
}

function take(people: Directory, rows: readonly Person[]): void {
  for (const row of rows) {
    if (people.recorded(row.id)) continue
    const { importedFrom } = row
    const addresses = identityKeys({ ...row, importedFrom: [] })
    const entry = { row, stored: row, matched: false, files: [], addresses }
    people.add(entry, identityKeys({ emails: [], urls: [], importedFrom }))
  }
}

import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { identityKeys, type Person, person } from '../people/person.ts'
import type { MarkedContact } from './fingerprint.ts'
import { inSlices } from './slices.ts'

/** Somebody whom a contact may be: on record, or added by this import. */
export interface Entry {
  row: Fresh<Person>
  /** As the network had them before this import; absent for whom it adds. */
  stored?: Fresh<Person>
  /** A contact of this import turned out to be them. */
  matched: boolean
  /** The files of this import in which they stand. */
  files: Set<number>
  /** Their e-mail addresses and LinkedIn profiles as keys; kept by the directory. */
  addresses: readonly string[]
}

/** The people whom a contact may be, by what identifies them and by their names. */
export interface Directory {
  withKey(key: string): Iterable<Entry>
  withName(nameKey: string): Iterable<Entry>
  /** Takes in somebody on record, or whom this import adds. */
  add(row: Fresh<Person>, stored?: Fresh<Person>): Entry
  /** Gives an entry another row, and files it under what is new in it. */
  change(entry: Entry, row: Fresh<Person>): void
  entries(): Iterable<Entry>
}

/** An empty directory. */
export function directory(): Directory {
  const entries = new Set<Entry>()
  const keys = new Map<string, Set<Entry>>()
  const names = new Map<string, Set<Entry>>()
  const put = (map: Map<string, Set<Entry>>, key: string, entry: Entry) => {
    const filed = map.get(key)
    if (filed) filed.add(entry)
    else map.set(key, new Set([entry]))
  }
  const file = (entry: Entry) => {
    const found = identityKeys(entry.row)
    for (const key of found) put(keys, key, entry)
    put(names, entry.row.nameKey, entry)
    entry.addresses = found.filter((key) => !key.startsWith(importPrefix))
  }
  return {
    withKey: (key) => keys.get(key) ?? [],
    withName: (nameKey) => names.get(nameKey) ?? [],
    add: (row, stored) => {
      const entry: Entry = { row, matched: false, files: new Set(), addresses: [], ...(stored && { stored }) }
      entries.add(entry)
      file(entry)
      return entry
    },
    change: (entry, row) => {
      entry.row = row
      file(entry)
    },
    entries: () => entries,
  }
}

/**
 * Everybody on record whom one of the contacts may be, read in bulk: those with an address or a mark in common, and
 * the namesakes of the others.
 */
export async function loadDirectory(
  tx: Tx,
  contacts: readonly MarkedContact[],
  nameKeyOf: (contact: MarkedContact) => string,
): Promise<Directory> {
  const found = directory()
  const known = new Set<string>()
  const take = (rows: Person[]) => {
    for (const row of rows) {
      if (known.has(row.id)) continue
      known.add(row.id)
      found.add(row, row)
    }
  }
  const [anybody] = await tx.find(person, 'id', {}, { limit: 1 })
  if (!anybody) return found
  const keys = [...new Set(contacts.flatMap(keysOf))]
  await inSlices(tx, 'looked up', keys, async (key) => take(await tx.find(person, 'keys', { key })))
  const strangers = contacts.filter(({ fingerprint }) => isEmpty(found.withKey(importKey(fingerprint))))
  const names = [...new Set(strangers.map(nameKeyOf))]
  await inSlices(tx, 'compared', names, async (nameKey) => take(await tx.find(person, 'byName', { nameKey })))
  return found
}

const importPrefix = 'import:'

/** The key under which whoever came from a row is found. */
export const importKey = (mark: string): string => importPrefix + mark

const isEmpty = (entries: Iterable<Entry>): boolean => {
  for (const _ of entries) return false
  return true
}

const keysOf = ({ addresses, fingerprint, uidMark }: MarkedContact): string[] => [
  ...addresses,
  importKey(fingerprint),
  ...(uidMark ? [importKey(uidMark)] : []),
]

import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import { identityKeys, type Person } from '../people/person.ts'

/** Somebody whom a contact may be: on record, or added by this import. */
export interface Entry {
  row: Fresh<Person>
  /** As the network had them before this import; absent for whom it adds. */
  stored?: Fresh<Person>
  /** A contact of this import turned out to be them. */
  matched: boolean
  /** The files of this import in which they stand: one, as a rule. */
  files: number[]
  /** Their e-mail addresses and LinkedIn profiles as keys; kept by the directory. */
  addresses: readonly string[]
}

/** The people whom a contact may be, by what identifies them and by their names. */
export interface Directory {
  /** Whether somebody on record is in it. */
  has(id: Id): boolean
  /** Whoever has this address or mark, at most as many as share a mailbox. */
  withKey(key: string): readonly Entry[]
  /** A namesake, and one without a profile where there is one: enough to be told of. */
  namesakes(nameKey: string): readonly Entry[]
  /** The namesakes in one organisation, whoever the file at hand added left out. */
  colleagues(nameKey: string, organizationKey: string): readonly Entry[]
  /** Takes in somebody on record, or whom this import adds. */
  add(row: Fresh<Person>, stored?: Fresh<Person>): Entry
  /** Gives an entry another row, and files it under what is new in it. */
  change(entry: Entry, row: Fresh<Person>): void
  /** The file at hand is done: whom it added may be found as colleagues by the next one. */
  closeFile(): void
  entries(): readonly Entry[]
}

/** How many share a mailbox before it says nothing of who somebody is; it keeps strange files from taking hours. */
const mailbox = 16

/** An empty directory. */
export function directory(): Directory {
  const entries: Entry[] = []
  const ids = new Set<Id>()
  const keys = new Map<string, Entry[]>()
  const names = new Map<string, Entry[]>()
  const colleagues = new Map<string, Entry[]>()
  let ofThisFile: Entry[] = []

  const fileAddresses = (entry: Entry, before: readonly string[]) => {
    const found = [...new Set(identityKeys(entry.row))]
    for (const key of found) {
      const list = listIn(keys, key)
      if (list.length < mailbox && !before.includes(key)) list.push(entry)
    }
    entry.addresses = found.filter((key) => !key.startsWith(importPrefix))
  }
  const fileName = (entry: Entry) => {
    const list = listIn(names, entry.row.nameKey)
    if (list.length === 0 || (!hasProfile(entry) && list.every(hasProfile))) list.push(entry)
  }
  const fileColleague = (entry: Entry) => {
    const { nameKey, organizationKey } = entry.row
    if (organizationKey) listIn(colleagues, both(nameKey, organizationKey)).push(entry)
  }
  return {
    has: (id) => ids.has(id),
    withKey: (key) => keys.get(key) ?? [],
    namesakes: (nameKey) => names.get(nameKey) ?? [],
    colleagues: (nameKey, organizationKey) => colleagues.get(both(nameKey, organizationKey)) ?? [],
    add: (row, stored) => {
      const entry: Entry = { row, matched: false, files: [], addresses: [], ...(stored && { stored }) }
      entries.push(entry)
      fileAddresses(entry, [])
      fileName(entry)
      if (stored) {
        ids.add(row.id)
        fileColleague(entry)
      } else ofThisFile.push(entry)
      return entry
    },
    change: (entry, row) => {
      const before = identityKeys(entry.row)
      entry.row = row
      fileAddresses(entry, before)
    },
    closeFile: () => {
      for (const entry of ofThisFile) fileColleague(entry)
      ofThisFile = []
    },
    entries: () => entries,
  }
}

const importPrefix = 'import:'

/** The key under which whoever came from a row is found. */
export const importKey = (mark: string): string => importPrefix + mark

/** Whether a key is the address of a LinkedIn profile. */
export const isProfile = (key: string): boolean => key.startsWith('linkedin:')

const hasProfile = ({ addresses }: Entry): boolean => addresses.some(isProfile)

const both = (nameKey: string, organizationKey: string): string => `${nameKey}\u001f${organizationKey}`

function listIn(map: Map<string, Entry[]>, key: string): Entry[] {
  let list = map.get(key)
  if (!list) {
    list = []
    map.set(key, list)
  }
  return list
}

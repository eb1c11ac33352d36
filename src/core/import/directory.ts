import type { Photo } from '../formats/contact.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Person } from '../people/person.ts'

/** Somebody whom a contact may be: on record, or added by this import. */
export interface Entry {
  row: Fresh<Person>
  /** As the network had them before this import; absent for whom it adds. */
  stored: Fresh<Person> | undefined
  /** A contact of this import turned out to be them. */
  matched: boolean
  /** The files of this import in which they stand: one, as a rule. */
  files: number[]
  /** A picture of them from this import. */
  photo?: Photo
  /** Their e-mail addresses, numbers and LinkedIn profiles as keys. */
  addresses: string[]
}

/** The people whom a contact may be, by what identifies them and by their names. */
export interface Directory {
  /** Somebody on record who is in it. */
  recorded(id: Id): Entry | undefined
  /** Whoever has this address or mark, at most as many as share a mailbox. */
  withKey(key: string): readonly Entry[]
  /** Two namesakes, and one without a profile where there is one: enough to be told of. */
  namesakes(nameKey: string): readonly Entry[]
  /** The namesakes in one organisation, whoever the file at hand added left out. */
  colleagues(nameKey: string, organizationKey: string): readonly Entry[]
  /** Takes in somebody on record, or whom this import adds. */
  add(entry: Entry, markKeys: readonly string[]): void
  /** Files an entry under more addresses and marks. */
  file(entry: Entry, addresses: readonly string[], markKeys: readonly string[]): void
  /** The file at hand is done: whom it added may be found as colleagues by the next one. */
  closeFile(): void
  entries(): readonly Entry[]
}

/** How many share a mailbox before it says nothing of who somebody is; it keeps strange files from taking hours. */
const mailbox = 16

/** An empty directory. */
export function directory(): Directory {
  const entries: Entry[] = []
  const recorded = new Map<Id, Entry>()
  const keys = lists()
  const names = lists()
  const colleagues = lists()
  let closed = 0

  const fileKey = (key: string, entry: Entry) => {
    const holders = keys.of(key)
    if (holders.length < mailbox && !holders.includes(entry)) keys.add(key, entry)
  }
  const fileName = (entry: Entry) => {
    const known = names.of(entry.row.nameKey)
    if (known.length < 2 || (!hasProfile(entry) && known.every(hasProfile)))
      names.add(entry.row.nameKey, entry)
  }
  const fileColleague = (entry: Entry) => {
    const { nameKey, organizationKey } = entry.row
    if (organizationKey) colleagues.add(both(nameKey, organizationKey), entry)
  }
  return {
    recorded: (id) => recorded.get(id),
    withKey: keys.of,
    namesakes: names.of,
    colleagues: (nameKey, organizationKey) => colleagues.of(both(nameKey, organizationKey)),
    add: (entry, markKeys) => {
      entries.push(entry)
      for (const key of entry.addresses) fileKey(key, entry)
      for (const key of markKeys) fileKey(key, entry)
      fileName(entry)
      if (entry.stored) {
        recorded.set(entry.row.id, entry)
        fileColleague(entry)
      }
    },
    file: (entry, addresses, markKeys) => {
      entry.addresses = [...new Set([...entry.addresses, ...addresses])]
      for (const key of [...addresses, ...markKeys]) fileKey(key, entry)
    },
    closeFile: () => {
      for (const entry of entries.slice(closed)) if (!entry.stored) fileColleague(entry)
      closed = entries.length
    },
    entries: () => entries,
  }
}

/** Whether a key is the address of a LinkedIn profile. */
export const isProfile = (key: string): boolean => key.startsWith('linkedin:')

/** Whether a key is an e-mail address. */
export const isEmail = (key: string): boolean => key.startsWith('email:')

const hasProfile = ({ addresses }: Entry): boolean => addresses.some(isProfile)

const both = (nameKey: string, organizationKey: string): string => `${nameKey}\u001f${organizationKey}`

const nobody: readonly Entry[] = []

/** Entries by a text. Most texts have one entry, and an address book has very many. */
function lists() {
  const ones = new Map<string, Entry>()
  const several = new Map<string, Entry[]>()
  return {
    of: (key: string): readonly Entry[] => {
      const one = ones.get(key)
      return one ? (several.get(key) ?? [one]) : nobody
    },
    add: (key: string, entry: Entry): void => {
      const one = ones.get(key)
      const list = several.get(key)
      if (!one) ones.set(key, entry)
      else if (list) list.push(entry)
      else several.set(key, [one, entry])
    },
  }
}

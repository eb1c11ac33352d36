import { type Directory, type Entry, isProfile } from './directory.ts'
import type { MarkedContact } from './fingerprint.ts'
import { namesAgree } from './names-agree.ts'

/** Who a contact is, and why where that may be asked. */
export type Verdict =
  /** The very row or card was imported before. */
  | { kind: 'seen'; entry: Entry }
  | { kind: 'same'; entry: Entry }
  /** Its addresses belong to several people: the user decides, nothing is changed. */
  | { kind: 'undecided'; entry: Entry; reason: string }
  /** Somebody new; `near` is who they might be, though nothing proves it. */
  | { kind: 'new'; near?: { entry: Entry; reason: string } }

/**
 * Decides who a contact is. A LinkedIn profile is one person's; so is an e-mail address whose names agree. The same
 * name is never enough: with the same organisation, and no address on either side that speaks against it, it is.
 */
export function whoIsIt(contact: MarkedContact, people: Directory): Verdict {
  const [seen] = people.withKey(contact.markKeys[0]!)
  if (seen) return { kind: 'seen', entry: seen }

  const profiles = holders(contact.addresses.filter(isProfile), people)
  const sharing = holders(fallibleKeys(contact), people)
  const agreeing = sharing.filter((entry) => belongsTo(contact, entry) && !profiles.includes(entry))
  const proven = narrowed(contact, profiles, [...profiles, ...agreeing])
  if (proven.length === 1) return { kind: 'same', entry: proven[0]! }
  if (proven.length > 1) {
    const names = proven.map(({ row }) => row.name).join(' and ')
    const reason = `its addresses belong to ${proven.length} people (${names}): left out, nothing is changed`
    return { kind: 'undecided', entry: proven[0]!, reason }
  }

  const colleagues = colleaguesOf(contact, people)
  if (colleagues.length === 1) return { kind: 'same', entry: colleagues[0]! }
  const [other] = sharing
  if (other) return { kind: 'new', near: { entry: other, reason: sharedAddress } }
  // A file that lists two profiles under one name says itself that these are two people.
  const namesake = people
    .namesakes(contact.nameKey)
    .find((entry) => !(entry.files.includes(contact.file) && profilesDiffer(contact, entry)))
  return namesake ? { kind: 'new', near: { entry: namesake, reason: sameName } } : { kind: 'new' }
}

const sharedAddress = 'same e-mail address, but another name: kept as two people'
const sameName = 'same name, no address in common: kept as two people'

/** Whoever has one of these keys, each once. */
function holders(keys: readonly string[], people: Directory): Entry[] {
  const found: Entry[] = []
  for (const key of keys) {
    for (const entry of people.withKey(key)) if (!found.includes(entry)) found.push(entry)
  }
  return found
}

/** What may be shared or copied by mistake: e-mail addresses, and the file's own id. */
const fallibleKeys = ({ addresses, markKeys }: MarkedContact): string[] => [
  ...addresses.filter((key) => !isProfile(key)),
  ...markKeys.slice(1),
]

/** Whether a shared e-mail address makes the two one: the names agree, and two profiles do not speak against it. */
function belongsTo(contact: MarkedContact, entry: Entry): boolean {
  if (!namesAgree(contact.contact, entry.row)) return false
  return entry.row.nameKey === contact.nameKey || !profilesDiffer(contact, entry)
}

/** Among several who share an e-mail address, the one with the very name. */
function narrowed(contact: MarkedContact, profiles: Entry[], proven: Entry[]): Entry[] {
  if (proven.length < 2 || profiles.length > 0) return proven
  const exact = proven.filter(({ row }) => row.nameKey === contact.nameKey)
  return exact.length === 1 ? exact : proven
}

/** Namesakes of the same organisation in no row of this file, with no address on either side that speaks against it. */
function colleaguesOf(
  { addresses, file, nameKey, organizationKey }: MarkedContact,
  people: Directory,
): Entry[] {
  if (!organizationKey) return []
  return people.colleagues(nameKey, organizationKey).filter((entry) => {
    const onBoth = (isKind: (key: string) => boolean) =>
      addresses.some(isKind) && entry.addresses.some(isKind)
    return !entry.files.includes(file) && !onBoth(isProfile) && !onBoth((key) => !isProfile(key))
  })
}

function profilesDiffer(contact: MarkedContact, entry: Entry): boolean {
  const mine = contact.addresses.filter(isProfile)
  const theirs = entry.addresses.filter(isProfile)
  return mine.length > 0 && theirs.length > 0 && !mine.some((key) => theirs.includes(key))
}

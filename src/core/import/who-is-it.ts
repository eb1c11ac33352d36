import { foldedWords } from '../kernel/fold.ts'
import { namesAgree } from '../people/names-agree.ts'
import { type Directory, type Entry, isEmail, isProfile } from './directory.ts'
import type { MarkedContact } from './fingerprint.ts'
import type { Confidence } from './result.ts'

/** Somebody whom a contact may be, though nothing proves it. */
export interface Near {
  entry: Entry
  reason: string
  confidence: Confidence
}

/** Who a contact is, and why where that may be asked. */
export type Verdict =
  /** The very row or card was imported before. */
  | { kind: 'seen'; entry: Entry }
  | { kind: 'same'; entry: Entry }
  /** Its addresses belong to several people: the user decides, nothing is changed. */
  | { kind: 'undecided'; near: Near }
  /** Somebody new; `near` is who they might be; `alone` where nobody else might be, too. */
  | { kind: 'new'; near?: Near; alone?: boolean }

/**
 * Decides who a contact is. What this program wrote of an entry is that entry. A LinkedIn profile is one person's; so are an e-mail address and a telephone number whose
 * names agree. The same name is never enough: with the same organisation, and no address on either side that speaks
 * against it, it is.
 */
export function whoIsIt(contact: MarkedContact, people: Directory): Verdict {
  const [seen] = people.withKey(contact.markKeys[0]!)
  if (seen) return { kind: 'seen', entry: seen }
  const [own] = contact.entryKey ? people.withKey(contact.entryKey) : []
  if (own) return { kind: 'same', entry: own }
  const profiles = holders(contact.addresses.filter(isProfile), people)
  const sharing = holders(fallibleKeys(contact), people)
  const calling = holders(numbers(contact), people)
  const agreeing = [
    ...sharing.filter((entry) => belongsTo(contact, entry)),
    // A profile outweighs a number, which a household or an office may share.
    ...(profiles.length > 0 ? [] : calling).filter(
      (entry) => hasNumber(contact, entry) && !sharing.includes(entry),
    ),
  ].filter((entry) => !profiles.includes(entry))
  const proven = narrowed(contact, profiles, [...profiles, ...agreeing])
  if (proven.length === 1) return { kind: 'same', entry: proven[0]! }
  if (proven.length > 1) {
    const names = proven.map(({ row }) => row.name).join(' and ')
    const reason = `its addresses belong to ${proven.length} people (${names})`
    return { kind: 'undecided', near: { entry: proven[0]!, reason, confidence: 'likely' } }
  }
  const colleagues = colleaguesOf(contact, people)
  if (colleagues.length === 1) return { kind: 'same', entry: colleagues[0]! }
  const [other] = sharing
  if (other) return { kind: 'new', near: { entry: other, ...sharedAddress }, alone: sharing.length === 1 }
  // A file that lists two profiles under one name says itself that these are two people.
  const namesakes = people
    .namesakes(contact.nameKey)
    .filter((entry) => !(entry.files.includes(contact.file) && profilesDiffer(contact, entry)))
  const [namesake] = namesakes
  if (!namesake) return { kind: 'new' }
  const why = calling.includes(namesake) ? sameNumber : sameName
  return { kind: 'new', near: { entry: namesake, ...why }, alone: namesakes.length === 1 }
}

const sharedAddress = { reason: 'same e-mail address, but another name', confidence: 'possible' } as const
const sameNumber = {
  reason: 'same name and number, but another LinkedIn profile',
  confidence: 'likely',
} as const
const sameName = { reason: 'same name, no address in common', confidence: 'possible' } as const

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
  ...addresses.filter(isEmail),
  ...markKeys.slice(1),
]

const numbers = ({ addresses }: MarkedContact): string[] =>
  addresses.filter((key) => !isEmail(key) && !isProfile(key))

/** Whether a shared e-mail address makes the two one: the names agree, and two profiles do not speak against it. */
function belongsTo(contact: MarkedContact, entry: Entry): boolean {
  if (!namesAgree(contact.contact, entry.row)) return false
  return entry.row.nameKey === contact.nameKey || !profilesDiffer(contact, entry)
}

/**
 * Whether a shared number makes the two one. A whole office has the number of its switchboard, two Nadias among them: one
 * name has to be the other, or the other with more to it.
 */
function hasNumber(contact: MarkedContact, entry: Entry): boolean {
  if (profilesDiffer(contact, entry)) return false
  if (entry.row.nameKey === contact.nameKey) return true
  const [mine, theirs] = [foldedWords(contact.contact.name), foldedWords(entry.row.name)]
  const [fewer, more] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine]
  return fewer.length > 1 && fewer.every((word) => more.includes(word))
}

/** Among several who share an e-mail address or a number, the one with the very name. */
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
    return !entry.files.includes(file) && !onBoth(isProfile) && !onBoth(isEmail)
  })
}

function profilesDiffer(contact: MarkedContact, entry: Entry): boolean {
  const mine = contact.addresses.filter(isProfile)
  const theirs = entry.addresses.filter(isProfile)
  return mine.length > 0 && theirs.length > 0 && !mine.some((key) => theirs.includes(key))
}

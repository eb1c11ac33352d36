import { foldedWords } from '../kernel/fold.ts'
import { namesAgree } from './names-agree.ts'
import { identityKeys, type Person } from './person.ts'

/** Two entries that may be one person's, and why. */
export interface DuplicatePair {
  /** The older entry of the two. */
  person: Person
  other: Person
  reason: string
  confidence: 'likely' | 'possible'
}

/** How many may share an address or a name before it says nothing of any two of them. */
const crowd = 16

/**
 * The pairs of people who may be one, the likely ones first. Only who shares an address, a number or a name is compared,
 * so that the work grows with the people and not with their square. `apart` holds the pairs of whom the user said that
 * they are two, as `pairKey` writes them.
 */
export function findDuplicates(people: readonly Person[], apart: ReadonlySet<string>): DuplicatePair[] {
  const found = new Map<string, DuplicatePair>()
  const addresses = new Map(people.map((row) => [row, identityKeys({ ...row, importedFrom: [] })]))
  for (const block of blocksOf(people, (row) => [...addresses.get(row)!, ...nameBlocks(row)])) {
    for (const [index, one] of block.entries()) {
      for (const two of block.slice(index + 1)) {
        const [person, other] = one.createdAt <= two.createdAt ? [one, two] : [two, one]
        const key = pairKey(person.id, other.id)
        if (found.has(key) || apart.has(key)) continue
        const why = likeness(person, other, addresses.get(person)!, addresses.get(other)!)
        if (why) found.set(key, { person, other, ...why })
      }
    }
  }
  return [...found.values()].sort(byConfidence)
}

/** A pair of ids as one text, in whichever order they are given. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const byConfidence = (a: DuplicatePair, b: DuplicatePair): number =>
  a.confidence === b.confidence ? 0 : a.confidence === 'likely' ? -1 : 1

/** People by what they share; whoever shares nothing, or shares it with a crowd, is in no block. */
function blocksOf(people: readonly Person[], keysOf: (row: Person) => readonly string[]): Person[][] {
  const blocks = new Map<string, Person | Person[]>()
  for (const row of people) {
    for (const key of new Set(keysOf(row))) {
      const block = blocks.get(key)
      if (!block) blocks.set(key, row)
      else if (!Array.isArray(block)) blocks.set(key, [block, row])
      else if (block.length <= crowd) block.push(row)
    }
  }
  return [...blocks.values()].filter(
    (block): block is Person[] => Array.isArray(block) && block.length <= crowd,
  )
}

/** The last two words of a name, so that a title or a second given name does not keep two apart; and with the employer. */
function nameBlocks({ nameKey, organizationKey }: Person): string[] {
  const words = nameKey.split(' ')
  const last = words.slice(-2).join(' ')
  return organizationKey ? [`name:${last}`, `family:${words.at(-1)}@${organizationKey}`] : [`name:${last}`]
}

/** Why the two may be one; nothing where they are not, as far as one can see. */
function likeness(
  a: Person,
  b: Person,
  ofA: readonly string[],
  ofB: readonly string[],
): Pick<DuplicatePair, 'reason' | 'confidence'> | undefined {
  const shared = ofA.filter((key) => ofB.includes(key)).map(kindOf)
  if (shared.includes('linkedin')) return { reason: 'same LinkedIn profile', confidence: 'likely' }
  const profilesDiffer = [ofA, ofB].every((keys) => keys.some((key) => kindOf(key) === 'linkedin'))
  const agree = namesAgree(a, b)
  if (shared.includes('email')) {
    return agree && !profilesDiffer
      ? { reason: 'same e-mail address', confidence: 'likely' }
      : { reason: 'same e-mail address, but another name or profile', confidence: 'possible' }
  }
  const sameName = a.nameKey === b.nameKey
  if (!sameName && !oneInTheOther(a.name, b.name)) return undefined
  const name = sameName ? 'same name' : 'one name has the other in it'
  if (shared.includes('phone') && !profilesDiffer)
    return { reason: `${name}, same telephone number`, confidence: 'likely' }
  const mailsDiffer = [ofA, ofB].every((keys) => keys.some((key) => kindOf(key) === 'email'))
  if (profilesDiffer || mailsDiffer) return undefined
  if (a.organizationKey && a.organizationKey === b.organizationKey)
    return { reason: `${name}, same organisation`, confidence: sameName ? 'likely' : 'possible' }
  if (a.organizationKey && b.organizationKey) return undefined
  return { reason: `${name}, and no address that speaks against it`, confidence: 'possible' }
}

/** Whether one name is the other with more to it, an initial standing for a word: "N. Haddad" and "Dr. Nadia Haddad". */
function oneInTheOther(a: string, b: string): boolean {
  const [left, right] = [foldedWords(a), foldedWords(b)]
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left]
  if (fewer.length < 2) return false
  return fewer.every((word) =>
    more.some((other) => other === word || initialOf(word, other) || initialOf(other, word)),
  )
}

const initialOf = (word: string, other: string): boolean => word.length === 1 && other.startsWith(word)

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'))

import { fold, foldedWords } from '../kernel/fold.ts'

/** What is compared of somebody's name. */
export interface Named {
  name: string
  familyName?: string | undefined
  emails: readonly string[]
}

/**
 * Whether two names can be one person's, where an e-mail address is shared. "Nadia Haddad" agrees with "Dr. Nadia
 * Haddad", "N. Haddad" and "Nadia Meier"; not with "Lakeside Health", whose info@ she may use, and not with "Sami
 * Haddad", who lives with her: a family name alone is shared by a family.
 */
export function namesAgree(a: Named, b: Named): boolean {
  if (isAddress(a) || isAddress(b)) return true
  const [left, right] = [a, b].map(({ name }) => new Set(foldedWords(name))) as [Set<string>, Set<string>]
  const common = [...left].filter((word) => right.has(word))
  if (common.length === 0) return fold(a.name) === fold(b.name)
  if (common.length === left.size || common.length === right.size) return true
  const [leftFamily, rightFamily] = [familyWords(a), familyWords(b)]
  if (common.some((word) => !(leftFamily.has(word) && rightFamily.has(word)))) return true
  const rest = (words: Set<string>) => [...words].filter((word) => !common.includes(word))
  return rest(left).some((one) => rest(right).some((other) => one.startsWith(other) || other.startsWith(one)))
}

/** A contact without a name is called by its address, which is no name to compare. */
const isAddress = ({ name, emails }: Named): boolean =>
  emails.some((email) => email.toLowerCase() === name.toLowerCase())

/** The words of the family name; where nobody said which it is, the last word. */
const familyWords = ({ name, familyName }: Named): Set<string> =>
  new Set(familyName ? foldedWords(familyName) : foldedWords(name).slice(-1))

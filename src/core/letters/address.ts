import { blank } from './blanks.ts'
import type { LetterFacts } from './facts.ts'

/** From this closeness on, the two know each other: given name, and nobody introduces themselves. */
const familiarFrom = 4

export const isFamiliar = (facts: Pick<LetterFacts, 'recipient'>): boolean =>
  facts.recipient.closeness >= familiarFrom

/**
 * How the recipient is addressed: the given name when the two are close, else honorific and family name, else the full
 * name. A name is never taken apart, and no title is guessed.
 */
export function addressee(facts: Pick<LetterFacts, 'recipient'>): string {
  const { name, honorific, givenName, familyName } = facts.recipient
  const full = name || blank('their name')
  if (isFamiliar(facts)) return givenName || full
  if (!honorific) return full
  if (familyName) return `${honorific} ${familyName}`
  return full.toLowerCase().startsWith(`${honorific.toLowerCase()} `) ? full : `${honorific} ${full}`
}

export const senderName = (facts: LetterFacts): string => facts.sender.name || blank('your name')

/** "as Senior Hydrologist at Rain City Utilities", as far as it is on record. */
export function position(facts: LetterFacts): string | undefined {
  const { role, organization } = facts.recipient
  return [role && `as ${role}`, organization && `at ${organization}`].filter(Boolean).join(' ') || undefined
}

import type { Advocacy } from '../advocacy/advocacy.ts'
import { mayAdvocate, type Rung, rungs } from '../advocacy/ladder.ts'
import type { Person } from '../people/person.ts'
import type { Opening } from './opening.ts'

/** Somebody who might help with an opening, and what the record says of it (W5). */
export interface PossibleHelp {
  person: Person
  rung: Rung
  /** An ally or better, who may be written to. */
  mayBeAsked: boolean
  /** When they were asked last. */
  askedAt?: number
  /** What they did for it, in the order of time. */
  evidence: { at: number; text: string }[]
}

export interface HelpRows {
  /** Everybody of the organisation, and whoever was asked or helped. */
  people: readonly Person[]
  rungOf: (personId: string) => Rung | undefined
  /** What is on record for this opening, in the order of time. */
  advocacies: readonly Advocacy[]
}

/** Who might help with an opening: people of the organisation, and whoever was asked or did; the highest rung first (W5). */
export function whoMightHelp(
  { organizationKey }: Pick<Opening, 'organizationKey'>,
  { people, rungOf, advocacies }: HelpRows,
): PossibleHelp[] {
  const involved = new Set(advocacies.map(({ personId }) => personId))
  return people
    .filter((one) => involved.has(one.id) || one.organizationKey === organizationKey)
    .map((person): PossibleHelp => {
      const own = advocacies.filter(({ personId }) => personId === person.id)
      const rung = rungOf(person.id) ?? 'acquaintance'
      return {
        person,
        rung,
        mayBeAsked: mayAdvocate(rung) && !person.doNotContact,
        askedAt: own.findLast(({ status }) => status === 'asked')?.at,
        evidence: own.flatMap((one) => (one.status === 'helped' ? { at: one.at, text: one.evidence } : [])),
      }
    })
    .sort((a, b) => rungs.indexOf(b.rung) - rungs.indexOf(a.rung))
}

import { advocacy } from '../advocacy/advocacy.ts'
import { mayAdvocate, rungs } from '../advocacy/ladder.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Opening, opening } from '../openings/opening.ts'
import { type Person, person } from '../people/person.ts'
import { standing } from './standing.ts'
import { type StepDecision, stepDecision } from './step.ts'

/** Somebody of the organisation who is an ally or better (W5). */
export interface Helper {
  person: Person
  /** Since when the record proves it. */
  allySince: number
}

/** All that decides one opening's steps. */
export interface OpeningHistory {
  opening: Opening
  /** The highest rung first, then whoever has been an ally for longest. */
  helpers: Helper[]
  /** Somebody was asked to help already, or did. */
  asked: boolean
  decisions: StepDecision[]
}

/** Loads the histories of these openings; rungs are read from `standing`, which is derived before. */
export async function loadOpeningHistories(tx: ReadTx, ids: readonly Id[]): Promise<OpeningHistory[]> {
  const openings = await tx.find(opening, 'id', { id: [...ids] })
  const advocacies = await tx.find(advocacy, 'byOpening', { openingId: [...ids] })
  const decisions = await tx.find(stepDecision, 'byOpening', { openingId: [...ids] })
  const places = [...new Set(openings.map(({ organizationKey }) => organizationKey))]
  const people = await tx.find(person, 'byOrganization', { organizationKey: places })
  const standings = new Map(
    (await tx.find(standing, 'id', { id: people.map(({ id }) => id) })).map((row) => [row.id, row]),
  )
  const helpers = people
    .flatMap((one) => {
      const { rung = 'acquaintance', allySince } = standings.get(one.id) ?? {}
      const fits = mayAdvocate(rung) && allySince !== undefined && !one.doNotContact
      return fits ? { person: one, allySince, rung } : []
    })
    .sort((a, b) => rungs.indexOf(b.rung) - rungs.indexOf(a.rung) || a.allySince - b.allySince)
  return openings.map((row) => ({
    opening: row,
    helpers: helpers.filter((one) => one.person.organizationKey === row.organizationKey),
    asked: advocacies.some(({ openingId }) => openingId === row.id),
    decisions: decisions.filter(({ openingId }) => openingId === row.id),
  }))
}

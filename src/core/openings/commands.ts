import { type Advocacy, advocacy } from '../advocacy/advocacy.ts'
import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { letter } from '../letters/letter.ts'
import { stepDecision } from '../method/step.ts'
import { getContactable, getPerson } from '../people/commands.ts'
import { moveTo } from './decide.ts'
import { type Opening, type OpeningOutcome, type OpeningStatus, opening, withOpeningKeys } from './opening.ts'

/** What a user can say of an opening. */
export interface OpeningFacts {
  title?: string
  organization?: string
  url?: string
  deadline?: string
  notes?: string
}

/** Notes an internship or job. */
export const addOpening = command({
  name: 'openings.add',
  run: async (tx, facts: OpeningFacts & { title: string; organization: string }): Promise<Fresh<Opening>> => {
    const base = { ...facts, id: tx.newId(), createdAt: tx.now, status: 'considering' } as const
    const row = withOpeningKeys(base)
    await tx.put(opening, row)
    return row
  },
  summary: (_, row) => `Added the opening ${row.title}, ${row.organization}`,
})

/** The facts that may be taken off an opening altogether. */
export const clearableOfOpening = ['url', 'deadline', 'notes'] as const

export type OpeningEdit = OpeningFacts & {
  openingId: Id
  clear?: readonly string[]
  status?: OpeningStatus
  outcome?: OpeningOutcome
  /** When the status was reached. */
  at?: number
}

/** Changes what is said of an opening, and how far it has come. */
export const editOpening = command({
  name: 'openings.edit',
  run: async (
    tx,
    { openingId, clear = [], status, outcome, at = tx.now, ...facts }: OpeningEdit,
  ): Promise<Fresh<Opening>> => {
    const row = await getOpening(tx, openingId)
    const cleared = Object.fromEntries(clear.map((name) => [name, undefined]))
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const edited = withOpeningKeys({ ...row, ...cleared, ...said })
    const wanted = status ?? (outcome === undefined ? undefined : 'closed')
    const next = wanted === undefined ? edited : moveTo(edited, wanted, { at, outcome })
    await tx.put(opening, next)
    return next
  },
  summary: ({ status, outcome }: OpeningEdit, row) =>
    status || outcome
      ? `${row.title}, ${row.organization}: ${outcome ?? status}`
      : `Changed the opening ${row.title}`,
})

export interface AskedForHelp {
  openingId: Id
  personId: Id
  at?: number
  note?: string
}

/** Somebody was asked whether they would help with an opening (W5). */
export const askAdvocate = command({
  name: 'openings.asked',
  run: async (tx, { openingId, personId, at = tx.now, note }: AskedForHelp) => {
    const row = await getOpening(tx, openingId)
    const whom = await getContactable(tx, personId)
    const asked: Fresh<Advocacy> = { id: tx.newId(), openingId, personId, at, status: 'asked', note }
    await tx.put(advocacy, asked)
    return { ...row, personName: whom.name }
  },
  summary: (_, row) => `Asked ${row.personName} about ${row.title}`,
})

export interface Evidence {
  openingId: Id
  personId: Id
  evidence: string
  at?: number
}

/** Somebody did something for the user's application: the dated record that makes an advocate (W5). */
export const recordAdvocate = command({
  name: 'openings.advocate',
  run: async (tx, { openingId, personId, evidence, at = tx.now }: Evidence) => {
    const row = await getOpening(tx, openingId)
    const whom = await getPerson(tx, personId)
    if (at > tx.now)
      throw new DomainError('INVALID_INPUT', 'Evidence is what has happened: give a time that is past.', {
        field: 'at',
      })
    const helped: Fresh<Advocacy> = { id: tx.newId(), openingId, personId, at, status: 'helped', evidence }
    await tx.put(advocacy, helped)
    return { ...row, personName: whom.name }
  },
  summary: (_, row) => `${row.personName} helped with ${row.title}`,
})

/** Takes an opening off the record, with who was asked to help and did. */
export const removeOpening = command({
  name: 'openings.remove',
  run: async (tx, { openingId }: { openingId: Id }): Promise<Opening> => {
    const row = await getOpening(tx, openingId)
    for (const one of await tx.find(advocacy, 'byOpening', { openingId })) await tx.remove(advocacy, one.id)
    for (const one of await tx.find(letter, 'byOpening', { openingId }))
      await tx.put(letter, { ...one, openingId: undefined })
    for (const one of await tx.find(stepDecision, 'byOpening', { openingId }))
      await tx.remove(stepDecision, one.id)
    await tx.remove(opening, openingId)
    return row
  },
  summary: (_, row) => `Removed the opening ${row.title}`,
})

/** The opening, or NOT_FOUND. */
async function getOpening(tx: ReadTx, id: Id): Promise<Opening> {
  const row = await tx.get(opening, id)
  if (!row) throw notFound('opening', id)
  return row
}

import { z } from 'zod'
import { advocacy } from '../../core/advocacy/advocacy.ts'
import { rungs } from '../../core/advocacy/ladder.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { Id } from '../../core/kernel/ids.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { standing } from '../../core/method/standing.ts'
import { type Opening, opening, openingStatuses, outcomes } from '../../core/openings/opening.ts'
import { whoMightHelp } from '../../core/openings/who-might-help.ts'
import { person } from '../../core/people/person.ts'
import { instantOut, iso, isoOrNull } from './schemas.ts'

const nullable = z.string().nullable()

/** An opening as it is answered. */
export const openingOut = z.object({
  id: z.string(),
  title: z.string(),
  organization: z.string(),
  url: nullable,
  deadline: nullable.describe('The last day for applying'),
  status: z.enum(openingStatuses),
  outcome: z.enum(outcomes).nullable().describe('What came of it, once it is closed'),
  appliedAt: instantOut.nullable(),
  offeredAt: instantOut.nullable(),
  closedAt: instantOut.nullable(),
  notes: nullable,
  people: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: nullable,
        rung: z.enum(rungs).describe('The rung that the record proves (W5)'),
        mayBeAsked: z.boolean().describe('An ally or better, who may be written to'),
        askedAt: instantOut.nullable(),
        evidence: z.array(z.object({ at: instantOut, text: z.string() })).describe('What they did for it'),
      }),
    )
    .describe(
      'Who might help: people of the organisation, and whoever was asked or did; the highest rung first',
    ),
  createdAt: instantOut,
})

export type OpeningOut = z.output<typeof openingOut>

/** One opening, or NOT_FOUND. */
export async function presentOpening(tx: ReadTx, { id }: { id: Id }): Promise<OpeningOut> {
  const row = await tx.get(opening, id)
  if (!row) throw notFound('opening', id)
  const [out] = await presentOpenings(tx, [row])
  return out!
}

/** Many openings, each related table read once. */
export async function presentOpenings(tx: ReadTx, rows: Fresh<Opening>[]): Promise<OpeningOut[]> {
  const helped = await tx.find(advocacy, 'byOpening', { openingId: rows.map(({ id }) => id) })
  const places = [...new Set(rows.map(({ organizationKey }) => organizationKey))]
  const colleagues = await tx.find(person, 'byOrganization', { organizationKey: places })
  const others = await tx.find(person, 'id', { id: [...new Set(helped.map(({ personId }) => personId))] })
  const people = new Map([...colleagues, ...others].map((row) => [row.id, row]))
  const standings = await tx.find(standing, 'id', { id: [...people.keys()] })
  const rungById = new Map(standings.map((row) => [row.id, row.rung]))
  return rows.map((row) => {
    const records = helped.filter(({ openingId }) => openingId === row.id)
    const help = whoMightHelp(row, {
      people: [...people.values()],
      rungOf: (id) => rungById.get(id),
      advocacies: records,
    })
    return {
      id: row.id,
      title: row.title,
      organization: row.organization,
      url: row.url ?? null,
      deadline: row.deadline ?? null,
      status: row.status,
      outcome: row.status === 'closed' ? row.outcome : null,
      appliedAt: isoOrNull('appliedAt' in row ? row.appliedAt : undefined),
      offeredAt: isoOrNull(row.status === 'offer' ? row.offeredAt : undefined),
      closedAt: isoOrNull(row.status === 'closed' ? row.closedAt : undefined),
      notes: row.notes ?? null,
      people: help.map(({ person: { id, name, role }, rung, mayBeAsked, askedAt, evidence }) => ({
        id,
        name,
        role: role ?? null,
        rung,
        mayBeAsked,
        askedAt: isoOrNull(askedAt),
        evidence: evidence.map(({ at, text }) => ({ at: iso(at), text })),
      })),
      createdAt: iso(row.createdAt),
    }
  })
}

import { z } from 'zod'
import { addIntroduction, updateIntroduction } from '../../core/introductions/commands.ts'
import { type Introduction, introduction } from '../../core/introductions/introduction.ts'
import { introductionStatuses } from '../../core/introductions/progress.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { namedPerson } from '../../core/people/named-person.ts'
import { person } from '../../core/people/person.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { instantOut, iso, isoOrNull, line, ref } from './schemas.ts'

const who = z.object({ id: z.string(), name: z.string() })

export const introductionOut = z.object({
  id: z.string(),
  name: z.string().describe('Who was named'),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  status: z.enum(introductionStatuses),
  from: who.describe('Who named them'),
  to: who.describe('Who was named'),
  namedAt: instantOut,
  metAt: instantOut.nullable(),
  reportedAt: instantOut.nullable(),
})

/** Introductions with both names, each person read once. */
export async function presentIntroductions(
  tx: ReadTx,
  rows: Fresh<Introduction>[],
): Promise<z.output<typeof introductionOut>[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.fromPersonId, row.toPersonId]))]
  const people = new Map((await tx.find(person, 'id', { id: ids })).map((row) => [row.id, row]))
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' })
  return rows.map((row) => ({
    id: row.id,
    name: named(row.toPersonId).name,
    role: people.get(row.toPersonId)?.role ?? null,
    organization: people.get(row.toPersonId)?.organization ?? null,
    status: row.status,
    from: named(row.fromPersonId),
    to: named(row.toPersonId),
    namedAt: iso(row.namedAt),
    metAt: isoOrNull('metAt' in row ? row.metAt : undefined),
    reportedAt: isoOrNull(row.status === 'reported-back' ? row.reportedAt : undefined),
  }))
}

export const introductionsOperations = [
  queryOperation({
    name: 'introductions.list',
    summary: 'List who named whom, oldest first',
    input: z.strictObject({ person: ref(person, 'Only from or to this person').optional() }),
    output: z.array(introductionOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /introductions',
    commandLine: { words: ['introductions', 'list'], examples: ['introductions list'] },
    run: async (tx, { person: id }) => {
      const rows = id
        ? [
            ...(await tx.find(introduction, 'byFrom', { fromPersonId: id })),
            ...(await tx.find(introduction, 'byTo', { toPersonId: id })),
          ]
        : await tx.find(introduction, 'byNamedAt', {})
      return presentIntroductions(tx, rows)
    },
  }),
  commandOperation({
    command: addIntroduction,
    summary: 'Note that somebody named somebody to you (N2)',
    input: z.strictObject({
      from: ref(person, 'Who named them'),
      name: line('"Name, role, organisation" of whom they named'),
    }),
    output: introductionOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /introductions',
    commandLine: {
      words: ['introductions', 'add'],
      examples: ['introductions add --from "Nadia Haddad" --name "Tomás Reyes, planner, City of Evanston"'],
    },
    toInput: ({ from, name }) => ({ fromPersonId: from, named: namedPerson(name) }),
    present: async (tx, row) => (await presentIntroductions(tx, [row]))[0]!,
  }),
  commandOperation({
    command: updateIntroduction,
    summary: 'Say how far an introduction has come',
    input: z.strictObject({
      introduction: ref(introduction, 'The introduction: its id, or the name of who was named or named them'),
      status: z.enum(introductionStatuses),
    }),
    output: introductionOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'PATCH /introductions/{introduction}',
    commandLine: {
      words: ['introductions', 'update'],
      positional: ['introduction'],
      examples: [
        'introductions update "Tomás Reyes" --status offered',
        'introductions update 0198c2 --status reported-back',
      ],
    },
    toInput: ({ introduction: introductionId, status }) => ({ introductionId, status }),
    present: async (tx, row) => (await presentIntroductions(tx, [row]))[0]!,
  }),
]

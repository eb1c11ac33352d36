import { z } from 'zod'
import type { DuplicatePair } from '../../core/people/duplicates.ts'
import { duplicatesOnRecord, keepApart } from '../../core/people/keep-apart.ts'
import { choosable, mergePeopleCommand } from '../../core/people/merge.ts'
import { type Person, person } from '../../core/people/person.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { personOut, presentPerson } from './people-out.ts'
import { ref } from './schemas.ts'

const nullable = z.string().nullable()
const entryOut = z.object({
  ...{ id: z.string(), name: z.string(), organization: nullable, role: nullable },
  ...{ emails: z.array(z.string()), phones: z.array(z.string()), urls: z.array(z.string()) },
})

const presentEntry = ({ id, name, organization, role, emails, phones, urls }: Person) => ({
  ...{ id, name, organization: organization ?? null, role: role ?? null, emails, phones, urls },
})

const presentPair = ({ person, other, reason, confidence }: DuplicatePair) => ({
  ...{ person: presentEntry(person), other: presentEntry(other), reason, confidence },
})

/** The facts of which one may choose whose holds, by the names that doors have for them. */
const columns = new Map(
  choosable.map((column) => [column === 'referredById' ? 'referredBy' : column, column] as const),
)
const takeShape = new RegExp(`^(${[...columns.keys()].join('|')})=([pq])$`, 'i')
const takeHelp = `Write FACT=P or FACT=Q: P is the entry that stays, Q the other. The facts are ${[...columns.keys()].join(', ')}.`

export const duplicatesOperations = [
  queryOperation({
    name: 'people.duplicates',
    summary: 'List entries that may be one person',
    input: z.strictObject({
      limit: z.coerce.number().int().min(1).max(1000).default(50).describe('How many pairs at most'),
    }),
    output: z.object({
      items: z.array(
        z.object({
          person: entryOut.describe('The older entry'),
          other: entryOut,
          reason: z.string(),
          confidence: z.enum(['likely', 'possible']),
        }),
      ),
      total: z.int(),
    }),
    errors: [],
    rights: 'read',
    rest: 'GET /duplicates',
    commandLine: {
      words: ['people', 'duplicates'],
      examples: ['people duplicates', 'people duplicates --limit 10'],
    },
    run: async (tx, { limit }) => {
      const pairs = await duplicatesOnRecord(tx)
      return { items: pairs.slice(0, limit).map(presentPair), total: pairs.length }
    },
  }),
  commandOperation({
    command: keepApart,
    summary: 'Note that two entries are two people, so that they are not listed again',
    input: z.strictObject({ person: ref(person, 'One of them'), other: ref(person, 'The other') }),
    output: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /people/{person}/keep-apart',
    commandLine: {
      words: ['people', 'keep-apart'],
      positional: ['person', 'other'],
      examples: ['people keep-apart 0198c2 0198d7'],
    },
    toInput: ({ person: personId, other: otherId }) => ({ personId, otherId }),
    present: async (_, { one, other }) => ({
      people: [one, other].map(({ id, name }) => ({ id, name })),
    }),
  }),
  commandOperation({
    command: mergePeopleCommand(tables),
    summary: 'Make one person of two entries',
    input: z.strictObject({
      person: ref(person, 'The entry that stays'),
      other: ref(person, 'The entry that goes; its id goes on meaning this person'),
      take: z
        .array(z.string().trim().regex(takeShape, takeHelp))
        .default([])
        .describe(`Whose word holds where both have one. ${takeHelp}`),
    }),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /people/{person}/merge',
    commandLine: {
      words: ['people', 'merge'],
      positional: ['person', 'other'],
      examples: ['people merge 0198c2 0198d7', 'people merge 0198c2 0198d7 --take role=Q --take name=P'],
    },
    toInput: ({ person: personId, other: otherId, take }) => ({
      ...{ personId, otherId },
      fromOther: take.flatMap((text) => {
        const [, fact = '', whose = ''] = takeShape.exec(text) ?? []
        const column = [...columns].find(([name]) => name.toLowerCase() === fact.toLowerCase())?.[1]
        return column && whose.toLowerCase() === 'q' ? [column] : []
      }),
    }),
    present: (tx, merged) => presentPerson(tx, merged.id),
  }),
]

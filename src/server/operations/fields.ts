import { z } from 'zod'
import { addField, editField } from '../../core/fields/commands.ts'
import { type Field, field } from '../../core/fields/field.ts'
import { readComparison } from '../../core/fields/load-comparison.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { fieldKey, person } from '../../core/people/person.ts'
import { topicNames, topics } from '../../core/research/topics.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, line, ref, text } from './schemas.ts'

const facts = {
  name: line('What the field is called'),
  since: date('Since when you explore it; today, unless said').optional(),
  exploring: z.boolean().optional().describe('Whether you still explore it'),
  notes: text('Notes').optional(),
}

const fieldOut = z.object({
  id: z.string(),
  name: z.string(),
  since: z.string(),
  exploring: z.boolean(),
  notes: z.string().nullable(),
  people: z.int().describe('How many of your people work in it'),
})

const said = z.object({
  text: z.string(),
  personId: z.string().nullable(),
  person: z.string().nullable().describe('Who said it; without anybody, you found it out'),
  on: z.string(),
  url: z.string().nullable(),
})

const comparedOut = z.object({
  id: z.string().nullable(),
  name: z.string(),
  exploring: z.boolean(),
  since: z.string().nullable(),
  people: z.int().describe('How many of your people work in it'),
  met: z.int().describe('With how many of them you have talked'),
  conversations: z.int(),
  topics: z.array(
    z.object({ topic: z.enum(topicNames), title: z.string(), count: z.int(), said: z.array(said) }),
  ),
})

async function present(tx: ReadTx, row: Fresh<Field>): Promise<z.output<typeof fieldOut>> {
  const people = await tx.find(person, 'keys', { key: fieldKey(row.name) })
  const { id, name, since, exploring, notes } = row
  return { id, name, since, exploring, notes: notes ?? null, people: people.length }
}

export const fieldsOperations = [
  queryOperation({
    name: 'fields.list',
    summary: 'List the fields that you explore, or explored',
    input: z.strictObject({
      exploring: z.boolean().optional().describe('Only those you still explore, or none of them'),
    }),
    output: z.array(fieldOut),
    errors: [],
    rights: 'read',
    rest: 'GET /fields',
    commandLine: { words: ['fields', 'list'], examples: ['fields list'] },
    run: async (tx, { exploring }) => {
      const rows = await tx.find(field, 'byName', {})
      const wanted = rows.filter((row) => exploring === undefined || row.exploring === exploring)
      return Promise.all(wanted.map((row) => present(tx, row)))
    },
  }),
  commandOperation({
    command: addField,
    summary: 'Add a field that you explore',
    input: z.strictObject(facts),
    output: fieldOut,
    errors: ['CONFLICT'],
    rights: 'write',
    rest: 'POST /fields',
    commandLine: {
      words: ['fields', 'add'],
      examples: ['fields add --name Nursing --notes "Wards first, then the community"'],
    },
    toInput: (input) => input,
    present,
  }),
  commandOperation({
    command: editField,
    summary: 'Change a field; a new name goes to everybody who works in it',
    input: z.strictObject({
      field: ref(field, 'The field: its name or id'),
      ...z.strictObject(facts).partial().shape,
    }),
    output: fieldOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'CONFLICT'],
    rights: 'write',
    rest: 'PATCH /fields/{field}',
    commandLine: {
      words: ['fields', 'edit'],
      positional: ['field'],
      examples: ['fields edit Nursing --name "Nursing and midwifery"', 'fields edit Law --no-exploring'],
    },
    toInput: ({ field: fieldId, ...rest }) => ({ ...rest, fieldId }),
    present,
  }),
  queryOperation({
    name: 'fields.compare',
    summary: 'Put fields side by side: what people in each told you, by topic (W6)',
    input: z.strictObject({
      fields: z.array(line('A field')).optional().describe('Which fields; those you explore, unless said'),
    }),
    output: z.array(comparedOut),
    errors: ['NOT_FOUND'],
    rights: 'read',
    rest: 'GET /field-comparison',
    commandLine: {
      words: ['fields', 'compare'],
      positional: ['fields...'],
      examples: ['fields compare', 'fields compare Nursing "City planning"'],
    },
    run: async (tx, { fields }) => (await readComparison(tx, fields)).map(presentCompared),
  }),
]

export { comparedOut }

/** A compared field as it is answered. */
export function presentCompared(
  one: Awaited<ReturnType<typeof readComparison>>[number],
): z.output<typeof comparedOut> {
  const line = (it: (typeof one.topics)[number]['said'][number]) => ({
    text: it.text,
    personId: it.personId ?? null,
    person: it.person ?? null,
    on: it.on,
    url: it.url ?? null,
  })
  return {
    ...one,
    id: one.id ?? null,
    since: one.since ?? null,
    topics: one.topics.map(({ topic, said }) => ({
      topic,
      title: topics[topic],
      count: said.length,
      said: said.map(line),
    })),
  }
}

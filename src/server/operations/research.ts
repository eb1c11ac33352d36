import { z } from 'zod'
import { conversation } from '../../core/conversations/conversation.ts'
import { event } from '../../core/events/event.ts'
import { field } from '../../core/fields/field.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { organization } from '../../core/organizations/organization.ts'
import { person } from '../../core/people/person.ts'
import { addResearch, editResearch, removeResearch } from '../../core/research/commands.ts'
import { type ResearchNote, researchNote } from '../../core/research/research-note.ts'
import { findSubject, subjectColumns } from '../../core/research/subject.ts'
import { topicNames } from '../../core/research/topics.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, line, ref, text } from './schemas.ts'

const facts = {
  text: text('What you found out'),
  url: z
    .url({ protocol: /^https?$/, error: 'Write a web address, such as https://example.org/page.' })
    .optional(),
  topic: z.enum(topicNames).optional().describe('The topic under which it is filed (W6)'),
  on: date('The day on which you found it out; today, unless said').optional(),
}

const noteOut = z.object({
  id: z.string(),
  about: z.object({
    type: z.enum(['person', 'organization', 'field', 'event']),
    id: z.string(),
    name: z.string(),
  }),
  text: z.string(),
  url: z.string().nullable(),
  topic: z.enum(topicNames).nullable(),
  on: z.string(),
  conversationId: z.string().nullable(),
})

const about = (description: string) =>
  line(
    `${description}: a person, organisation, field or event by its name; "field:Nursing" where a name is not enough`,
  )

/** Notes with the names of what they are about, each table read once. */
async function presentNotes(
  tx: ReadTx,
  notes: readonly Fresh<ResearchNote>[],
): Promise<z.output<typeof noteOut>[]> {
  const subjects = notes.map(subjectOf)
  const idsOf = (type: string) => [
    ...new Set(subjects.filter((one) => one.type === type).map(({ id }) => id)),
  ]
  const rows = [
    ...(await tx.find(person, 'id', { id: idsOf('person') })),
    ...(await tx.find(organization, 'id', { id: idsOf('organization') })),
    ...(await tx.find(field, 'id', { id: idsOf('field') })),
    ...(await tx.find(event, 'id', { id: idsOf('event') })),
  ]
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return notes.map((note, at) => ({
    id: note.id,
    about: { ...subjects[at]!, name: names.get(subjects[at]!.id) ?? '' },
    text: note.text,
    url: note.url ?? null,
    topic: note.topic ?? null,
    on: note.on,
    conversationId: note.conversationId ?? null,
  }))
}

function subjectOf(note: Fresh<ResearchNote>) {
  const cells = note as unknown as Record<string, string | undefined>
  const types = Object.keys(subjectColumns) as (keyof typeof subjectColumns)[]
  const type = types.find((one) => cells[subjectColumns[one]] !== undefined)!
  return { type, id: cells[subjectColumns[type]]! }
}

const presentNote = async (tx: ReadTx, note: Fresh<ResearchNote>) => (await presentNotes(tx, [note]))[0]!
const theNote = ref(researchNote, 'The note: its id')

export const researchOperations = [
  commandOperation({
    command: addResearch,
    summary: 'Note what you found out about a field, an organisation, an event or a person (P1)',
    input: z.strictObject({
      about: about('What it is about'),
      ...facts,
      conversation: ref(conversation, 'The talk in which you were told').optional(),
    }),
    output: noteOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /research',
    commandLine: {
      words: ['research', 'add'],
      textFrom: 'text',
      examples: [
        'research add --about field:Nursing --topic courses --text "Statistics is asked for everywhere"',
        'research add --about "Lakeside Health" --text "A new clinic opens in May" --url https://example.org/news',
      ],
    },
    toInput: ({ conversation: conversationId, ...rest }) => ({ ...rest, conversationId }),
    present: presentNote,
  }),
  queryOperation({
    name: 'research.list',
    summary: 'List what you found out, newest first',
    input: z.strictObject({
      about: about('Only about this').optional(),
      topic: z.enum(topicNames).optional().describe('Only under this topic'),
    }),
    output: z.array(noteOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /research',
    commandLine: { words: ['research', 'list'], examples: ['research list --about Nursing'] },
    run: async (tx, { about: which, topic }) => {
      const notes = await notesAbout(tx, which)
      return presentNotes(
        tx,
        notes.filter((note) => topic === undefined || note.topic === topic).toReversed(),
      )
    },
  }),
  commandOperation({
    command: editResearch,
    summary: 'Change a note',
    input: z.strictObject({
      note: theNote,
      ...z.strictObject(facts).partial().shape,
      clear: z
        .array(z.enum(['url', 'topic']))
        .optional()
        .describe('What to take off'),
    }),
    output: noteOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'PATCH /research/{note}',
    commandLine: {
      words: ['research', 'edit'],
      positional: ['note'],
      examples: ['research edit 0198c2 --topic courses'],
    },
    toInput: ({ note: noteId, ...rest }) => ({ ...rest, noteId }),
    present: presentNote,
  }),
  commandOperation({
    command: removeResearch,
    summary: 'Remove a note; "undo" brings it back',
    input: z.strictObject({ note: theNote }),
    output: z.object({ removed: noteOut }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'DELETE /research/{note}',
    commandLine: {
      words: ['research', 'remove'],
      positional: ['note'],
      examples: ['research remove 0198c2'],
    },
    toInput: ({ note: noteId }) => ({ noteId }),
    present: async (tx, note) => ({ removed: await presentNote(tx, note) }),
  }),
]

async function notesAbout(tx: ReadTx, which: string | undefined): Promise<ResearchNote[]> {
  if (which === undefined) return tx.find(researchNote, 'byTime', {})
  const { type, id } = await findSubject(tx, which)
  if (id === undefined) return []
  if (type === 'person') return tx.find(researchNote, 'byPerson', { personId: id })
  if (type === 'event') return tx.find(researchNote, 'byEvent', { eventId: id })
  if (type === 'organization') return tx.find(researchNote, 'byOrganization', { organizationId: id })
  return tx.find(researchNote, 'byField', { fieldId: id })
}

import { z } from 'zod'
import { person } from '../../core/people/person.ts'
import { addTouch } from '../../core/touches/commands.ts'
import { keepingList } from '../../core/touches/keeping-list.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { instant, instantOut, iso, isoOrNull, ref, text } from './schemas.ts'

const kind = z.enum(['email', 'call', 'coffee', 'card', 'article', 'message', 'meeting'])
const from = z.enum(['me', 'them'])

export const touchesOperations = [
  commandOperation({
    command: addTouch,
    summary: 'Note that you were in touch',
    input: z.strictObject({
      person: ref(person, 'With whom'),
      kind,
      at: instant('When; now, unless said').optional(),
      note: text('What it was about').optional(),
      from: from.optional().describe('From whom it came; you, unless said'),
      thanks: z.boolean().optional().describe('It was the thank-you for your last conversation (F1)'),
    }),
    output: z.object({
      id: z.string(),
      personId: z.string(),
      personName: z.string(),
      kind,
      at: instantOut,
      from,
      note: z.string().nullable(),
    }),
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /touches',
    commandLine: {
      words: ['touches', 'add'],
      examples: ['touches add --person "Nadia Haddad" --kind article --note "The piece on night shifts"'],
    },
    toInput: ({ person: personId, ...rest }) => ({ ...rest, personId }),
    present: async (_, { id, personId, personName, kind, at, from, note }) => ({
      id,
      personId,
      personName,
      kind,
      at: iso(at),
      from,
      note: note ?? null,
    }),
  }),
  queryOperation({
    name: 'touches.due',
    summary: 'List whose turn it is to hear from you this quarter, each with reasons to write (F4, F5)',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        personId: z.string(),
        personName: z.string(),
        dueAt: instantOut,
        lastTouchAt: instantOut.nullable(),
        reasons: z.array(z.string()).describe('What may give rise to writing now, the weightiest first'),
      }),
    ),
    errors: [],
    rights: 'read',
    rest: 'GET /touches/due',
    commandLine: { words: ['touches', 'due'], examples: ['touches due'] },
    run: async (tx) =>
      (await keepingList(tx)).map(({ person: whom, step, lastTouchAt, reasons }) => ({
        personId: whom.id,
        personName: whom.name,
        dueAt: iso(step.dueAt),
        lastTouchAt: isoOrNull(lastTouchAt),
        reasons: reasons.map(({ text: said }) => said),
      })),
  }),
]

import { z } from 'zod'
import { person } from '../../core/people/person.ts'
import { addTouch } from '../../core/touches/commands.ts'
import { commandOperation } from './operation.ts'
import { instant, instantOut, iso, ref, text } from './schemas.ts'

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
]

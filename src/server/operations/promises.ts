import { z } from 'zod'
import type { Fresh } from '../../core/kernel/table.ts'
import { person } from '../../core/people/person.ts'
import { addPromise, closePromise } from '../../core/promises/commands.ts'
import { type Promised, promise } from '../../core/promises/promise.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, instantOut, iso, line, ref } from './schemas.ts'

export const promiseOut = z.object({
  id: z.string(),
  personId: z.string(),
  by: z.enum(['me', 'them']),
  text: z.string(),
  dueOn: z.string(),
  status: z.enum(['open', 'kept', 'dropped']),
  madeAt: instantOut,
})

export const presentPromise = (row: Fresh<Promised>): z.output<typeof promiseOut> => ({
  id: row.id,
  personId: row.personId,
  by: row.by,
  text: row.text,
  dueOn: row.dueOn,
  status: row.status,
  madeAt: iso(row.madeAt),
})

const by = z.enum(['me', 'them']).optional().describe('Who promised; you, unless said')

export const promisesOperations = [
  commandOperation({
    command: addPromise,
    summary: 'Note a promise',
    input: z.strictObject({
      person: ref(person, 'To whom, or by whom'),
      text: line('What was promised'),
      by,
      dueOn: date('By when; within a week, unless said').optional(),
    }),
    output: promiseOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /promises',
    commandLine: {
      words: ['promises', 'add'],
      examples: ['promises add --person "Nadia Haddad" --text "Send the article" --due-on 2026-03-20'],
    },
    toInput: ({ person: personId, ...rest }) => ({ ...rest, personId }),
    present: async (_, row) => presentPromise(row),
  }),
  commandOperation({
    command: closePromise,
    summary: 'A promise is kept, or given up',
    input: z.strictObject({
      promise: ref(promise, 'The promise: its id, or the name of the person'),
      dropped: z.boolean().optional().describe('It was given up, not kept'),
    }),
    output: promiseOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /promises/{promise}/done',
    commandLine: { words: ['promises', 'done'], positional: ['promise'], examples: ['promises done 0198c2'] },
    toInput: ({ promise: promiseId, dropped }) => ({ promiseId, dropped }),
    present: async (_, row) => presentPromise(row),
  }),
  queryOperation({
    name: 'promises.list',
    summary: 'List promises, the next due first',
    input: z.strictObject({ status: z.enum(['open', 'kept', 'dropped']).default('open') }),
    output: z.array(promiseOut),
    errors: [],
    rights: 'read',
    rest: 'GET /promises',
    commandLine: { words: ['promises', 'list'], examples: ['promises list'] },
    run: async (tx, { status }) => (await tx.find(promise, 'byStatus', { status })).map(presentPromise),
  }),
]

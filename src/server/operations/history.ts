import { z } from 'zod'
import type { Id } from '../../core/kernel/ids.ts'
import { beforeImage, type JournalEntry, journal } from '../../core/kernel/journal.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { undoCommand } from '../../core/kernel/undo.ts'
import { person } from '../../core/people/person.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { instantOut, iso, ref } from './schemas.ts'

const undoneOut = z.object({
  undone: z.object({ id: z.string(), name: z.string(), summary: z.string() }),
  conflicts: z
    .array(
      z.object({
        table: z.string(),
        id: z.string(),
        field: z.string().optional().describe('Where only one field was changed since'),
        message: z.string(),
      }),
    )
    .describe('What stays as it is, because it was changed or used since'),
})

const entryOut = z.object({
  id: z.string(),
  name: z.string(),
  at: instantOut,
  actor: z.string(),
  door: z.string(),
  summary: z.string(),
  undone: z.boolean().describe('It was taken back'),
})

export const historyOperations = [
  commandOperation({
    command: undoCommand(tables),
    summary: 'Take back the last command, or any by its id',
    input: z.strictObject({
      id: ref(journal, 'Which entry of the history; without it, the last', 'entry in the history').optional(),
    }),
    output: undoneOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE', 'CONFLICT'],
    rights: 'write',
    rest: 'POST /undo',
    commandLine: { words: ['undo'], positional: ['id'], examples: ['undo', 'undo 0198c2f4-31'] },
    toInput: ({ id }) => (id === undefined ? {} : { entryId: id }),
    present: async (_, undone) => undone,
  }),
  queryOperation({
    name: 'history',
    summary: 'Show what was done, newest first',
    input: z.strictObject({
      person: ref(person, 'Only what changed something about them').optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50).describe('How many at most'),
    }),
    output: z.array(entryOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /history',
    commandLine: { words: ['history'], examples: ['history --limit 10', 'history --person "Nadia Haddad"'] },
    run: async (tx, input) => {
      const entries =
        input.person === undefined
          ? await tx.find(journal, 'byRevision', {}, { reverse: true, limit: input.limit })
          : await entriesAbout(tx, input.person, input.limit)
      return entries.map(presentEntry)
    },
  }),
]

const presentEntry = (entry: JournalEntry): z.output<typeof entryOut> => ({
  id: entry.id,
  name: entry.name,
  at: iso(entry.at),
  actor: entry.actor,
  door: entry.door,
  summary: entry.summary,
  undone: entry.undoneBy !== undefined,
})

const page = 500

/** The newest entries that changed a row about the person, which the before-images tell. */
async function entriesAbout(tx: ReadTx, personId: Id, limit: number): Promise<JournalEntry[]> {
  const revisions = new Set<number>()
  for (let before = Number.MAX_SAFE_INTEGER; revisions.size < limit; ) {
    const options = { before, limit: page, reverse: true }
    const images = await tx.find(beforeImage, 'byPerson', { personId }, options)
    for (const { entryRevision } of images) revisions.add(entryRevision)
    if (images.length < page) break
    before = images.at(-1)!.entryRevision
  }
  const entries: JournalEntry[] = []
  for (const entryRevision of [...revisions].slice(0, limit)) {
    entries.push(...(await tx.find(journal, 'byRevision', { entryRevision })))
  }
  return entries
}

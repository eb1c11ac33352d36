import { z } from 'zod'
import { type ColumnChoice, fieldNamed } from '../../core/formats/csv/columns.ts'
import { fieldWords } from '../../core/formats/csv/table-field.ts'
import { formats } from '../../core/formats/recognise.ts'
import { decisionHelp, decisionShape, readDecision } from '../../core/import/decisions.ts'
import { importCommand } from '../../core/import/import-command.ts'
import type { MeetingChoice } from '../../core/import/import-meetings.ts'
import { previewed } from '../../core/import/result.ts'
import { invalid } from '../../core/kernel/errors.ts'
import { person } from '../../core/people/person.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation } from './operation.ts'
import { instantOut, iso, line, refWithin, upload } from './schemas.ts'

const tally = { added: z.int(), updated: z.int(), unchanged: z.int() }

const importOut = z.object({
  importId: z.string().nullable().describe('What "undo" takes; none for a dry run'),
  format: z.string().describe('The format that was recognised; several are joined by "+"'),
  ...tally,
  duplicates: z
    .array(
      z.object({
        file: z.string().optional(),
        line: z.int().optional().describe('Where the contact begins, for a decision of your own'),
        name: z.string(),
        existingId: z.string(),
        existingName: z.string(),
        reason: z.string().describe('What they share, and what was made of it'),
        confidence: z.enum(['likely', 'possible']),
        what: z.enum(['new', 'skip']).describe('Added as somebody else, or left out'),
      }),
    )
    .describe('Who may be in the network already'),
  problems: z
    .array(
      z.object({
        file: z.string(),
        line: z.int().nullable().describe('From 1; none where rows stand on no line of their own'),
        reason: z.string(),
        text: z.string(),
      }),
    )
    .describe('What was not taken'),
  proposed: z
    .array(
      z.object({
        id: z.string().describe('Of the conversation that is or would be, for "conversations"'),
        uid: z.string().describe('Of the meeting: names all the times it repeats'),
        change: z.enum(['new', 'moved', 'cancelled']),
        personId: z.string(),
        person: z.string(),
        startsAt: instantOut,
        minutes: z.int(),
        place: z.string().optional(),
        summary: z.string().optional(),
        taken: z.boolean().describe('Whether it is a conversation now'),
      }),
    )
    .optional()
    .describe('The meetings of a calendar that could be conversations'),
  records: z
    .object(tally)
    .optional()
    .describe('What came in besides people: messages, or the rest of an Acquaint export'),
  mapping: z
    .array(
      z.object({
        file: z.string(),
        column: z.string(),
        field: z.string().describe('What it was read as; "other" is kept under the name of the column'),
        by: z.enum(['header', 'values', 'choice']).describe('By what that was decided'),
        example: z.string().optional(),
      }),
    )
    .optional()
    .describe('What the columns of tables were read as'),
  preview: z
    .object({
      add: z.array(
        z.object({ name: z.string(), organization: z.string().optional(), role: z.string().optional() }),
      ),
      update: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
        }),
      ),
      unchanged: z.array(z.object({ id: z.string(), name: z.string() })),
      skip: z.array(z.object({ file: z.string(), line: z.int(), name: z.string() })),
    })
    .optional()
    .describe(`For a dry run: what would become of whom, at most ${previewed} of each kind`),
})

export const importOperations = [
  commandOperation({
    command: importCommand(tables),
    summary:
      'Bring in people from files: exports of LinkedIn (CSV, ZIP), Google and Outlook, any table (CSV), contact cards, calendars, an Acquaint export',
    input: z.strictObject({
      files: z.array(upload).min(1, 'Name at least one file.').describe('The files'),
      format: z
        .enum(formats)
        .optional()
        .describe('Which format they have, where their content does not tell'),
      map: z
        .array(z.string().min(3).max(500))
        .default([])
        .describe('What a column of a table holds, as "Column=field"; remembered for the next such file'),
      dryRun: z.boolean().default(false).describe('Only show what would happen'),
      conversations: z
        .array(line('all, none, or the id of a meeting'))
        .default([])
        .describe('Which meetings of a calendar become conversations: all, none (unless said), or their ids'),
      decide: z
        .array(
          refWithin(
            person,
            z.string().max(600).regex(decisionShape, decisionHelp),
            decisionShape,
            `What becomes of a row, by its line. ${decisionHelp}`,
          ),
        )
        .default([])
        .describe(`What becomes of a row, by its line. ${decisionHelp}`),
      duplicates: z
        .enum(['skip', 'new', 'merge'])
        .optional()
        .describe('What becomes of all that may be here already; without it, they are added and told'),
    }),
    output: importOut,
    errors: ['UNREADABLE_FILE', 'NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /import',
    commandLine: {
      words: ['import'],
      positional: ['files...'],
      filesFrom: 'files',
      examples: [
        'import Connections.csv',
        'import contacts.csv people.vcf --dry-run',
        'import attendees.csv --map "Team=tags" --map "T-shirt=left out"',
        'import calendar.ics --conversations all',
        'import people.vcf --decide "12=merge:Nadia Haddad" --duplicates skip',
        'import acquaint-2026-03-02.json',
      ],
    },
    toInput: ({ files, format, map, dryRun, conversations, decide, duplicates }) => {
      const choices = map.map(columnChoiceOf)
      const given = files.map(({ name, content }) => ({
        name,
        bytes: Buffer.from(content, 'base64'),
        format,
        choices,
      }))
      return {
        ...{ files: given, dryRun, conversations: choiceOf(conversations) },
        decisions: { rows: decide.map(readDecision), ...(duplicates && { duplicates }) },
      }
    },
    dryRun: ({ dryRun }) => dryRun,
    record: ({ files, format, map, conversations, decide, duplicates }) => ({
      files: files.map(({ name, content }) => ({ name, bytes: bytesIn(content) })),
      ...(format && { format }),
      ...(map.length > 0 && { map }),
      ...(conversations.length > 0 && { conversations }),
      ...(decide.length > 0 && { decide }),
      ...(duplicates && { duplicates }),
    }),
    present: async (_, { proposed, ...result }) => ({
      ...result,
      ...(proposed && { proposed: proposed.map((one) => ({ ...one, startsAt: iso(one.startsAt) })) }),
    }),
  }),
]

/** `Team=tags`: the last sign of equality counts, as a column may have one in its name. */
function columnChoiceOf(text: string): ColumnChoice {
  const [, column = '', word = ''] = /^(.+)=([^=]+)$/s.exec(text) ?? []
  const field = fieldNamed(word)
  if (column && field) return { column: column.trim(), field }
  const fields = Object.values(fieldWords).join(', ')
  throw invalid(
    'map',
    `"${text}" does not say what a column holds. Write --map "Column=field"; a field is one of: ${fields}.`,
  )
}

function choiceOf(conversations: readonly string[]): MeetingChoice {
  if (conversations.includes('all')) return 'all'
  const chosen = conversations.filter((one) => one !== 'none')
  return chosen.length > 0 ? chosen : 'none'
}

const bytesIn = (base64: string): number => Buffer.byteLength(base64, 'base64')

import { z } from 'zod'
import { FormatError } from '../../core/formats/format-error.ts'
import { readNetwork } from '../../core/formats/json/read-network.ts'
import { type ReadOptions, readContactFile } from '../../core/formats/read-file.ts'
import { type ImportedFile, importCommand } from '../../core/import/import-command.ts'
import type { MeetingChoice } from '../../core/import/import-meetings.ts'
import { DomainError } from '../../core/kernel/errors.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation } from './operation.ts'
import { instantOut, iso, line } from './schemas.ts'

const formats = ['linkedin', 'google', 'outlook', 'csv', 'vcard', 'ics', 'json'] as const

const upload = z
  .strictObject({
    name: z.string().trim().min(1).max(255).describe('The file’s name, for messages and the history'),
    content: z
      .string()
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'The content of a file comes as base64.')
      .describe('What is in it, as base64'),
  })
  .describe('A file')

const tally = { added: z.int(), updated: z.int(), unchanged: z.int() }

const importOut = z.object({
  importId: z.string().nullable().describe('What "undo" takes; none for a dry run'),
  format: z.string().describe('The format that was recognised; several are joined by "+"'),
  ...tally,
  duplicates: z
    .array(z.object({ name: z.string(), existingId: z.string(), reason: z.string() }))
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
  records: z.object(tally).optional().describe('What came in besides people, from an Acquaint export'),
})

type Upload = z.output<typeof upload>

export const importOperations = [
  commandOperation({
    command: importCommand(tables),
    summary:
      'Bring in people from files: LinkedIn, Google and Outlook exports, any table (CSV), contact cards, calendars, an Acquaint export',
    input: z.strictObject({
      files: z.array(upload).min(1, 'Name at least one file.').describe('The files'),
      format: z
        .enum(formats)
        .optional()
        .describe('Which format they have, where their content does not tell'),
      dryRun: z.boolean().default(false).describe('Only show what would happen'),
      conversations: z
        .array(line('all, none, or the id of a meeting'))
        .default([])
        .describe('Which meetings of a calendar become conversations: all, none (unless said), or their ids'),
    }),
    output: importOut,
    errors: ['UNREADABLE_FILE', 'NOT_FOUND'],
    rights: 'write',
    rest: 'POST /import',
    commandLine: {
      words: ['import'],
      positional: ['files...'],
      filesFrom: 'files',
      examples: [
        'import Connections.csv',
        'import contacts.csv people.vcf --dry-run',
        'import calendar.ics --conversations all',
        'import acquaint-2026-03-02.json',
      ],
    },
    toInput: ({ files, format, dryRun, conversations }, { now, timeZone }) => ({
      files: files.map((one) => read(one, { format, now, timeZone })),
      dryRun,
      conversations: choiceOf(conversations),
    }),
    dryRun: ({ dryRun }) => dryRun,
    record: ({ files, format, conversations }) => ({
      files: files.map(({ name, content }) => ({ name, bytes: bytesIn(content) })),
      ...(format && { format }),
      ...(conversations.length > 0 && { conversations }),
    }),
    present: async (_, { proposed, ...result }) => ({
      ...result,
      ...(proposed && { proposed: proposed.map((one) => ({ ...one, startsAt: iso(one.startsAt) })) }),
    }),
  }),
]

/** What is in a file; UNREADABLE_FILE with its name where nothing of it can be taken. */
function read({ name, content }: Upload, options: ReadOptions): ImportedFile {
  try {
    const file = readContactFile(Buffer.from(content, 'base64'), options)
    return { name, content: file.format === 'json' ? readNetwork(file.text, tables) : file }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    throw new DomainError('UNREADABLE_FILE', `${name}: ${error.message}`, { file: name, reason: error.code })
  }
}

function choiceOf(conversations: readonly string[]): MeetingChoice {
  if (conversations.includes('all')) return 'all'
  const chosen = conversations.filter((one) => one !== 'none')
  return chosen.length > 0 ? chosen : 'none'
}

const bytesIn = (base64: string): number => Buffer.byteLength(base64, 'base64')

import { z } from 'zod'
import { invalid } from '../../core/kernel/errors.ts'
import { readLog } from '../../core/log/log.ts'
import { logAsPage } from '../../core/log/print.ts'
import { logAsCsv, logAsMarkdown, logAsText } from '../../core/log/render.ts'
import { dayOf } from '../../core/method/clock.ts'
import { person } from '../../core/people/person.ts'
import { userTimeZone } from '../../core/profile/profile.ts'
import { FileAnswer, queryOperation } from './operation.ts'
import { date, instantOut, iso, ref } from './schemas.ts'

/** The formats that are files, and how each is written. */
const files = {
  text: { render: logAsText, mediaType: 'text/plain; charset=utf-8', ending: 'txt' },
  csv: { render: logAsCsv, mediaType: 'text/csv; charset=utf-8', ending: 'csv' },
  markdown: { render: logAsMarkdown, mediaType: 'text/markdown; charset=utf-8', ending: 'md' },
  html: { render: logAsPage, mediaType: 'text/html; charset=utf-8', ending: 'html' },
}

export const logOperations = [
  queryOperation({
    name: 'log',
    summary: 'Show the log: with whom, when, what came of it, what to remember',
    input: z.strictObject({
      format: z
        .enum(['text', 'csv', 'markdown', 'json', 'html'])
        .optional()
        .describe('As a file of this format; html is a page to print'),
      from: date('The first day').optional(),
      to: date('The last day').optional(),
      person: ref(person, 'Only what has to do with this person').optional(),
      search: z
        .string()
        .max(200)
        .optional()
        .describe('Words in the line: names, kinds, outcomes, notes; beginnings are enough'),
    }),
    output: z.array(
      z.object({
        at: instantOut,
        person: z.string(),
        personId: z.string().nullable().describe('Nobody for an event'),
        kind: z.string(),
        outcome: z.string().nullable(),
        notes: z.string().nullable(),
      }),
    ),
    mediaTypes: ['text/plain', 'text/csv', 'text/markdown', 'text/html'],
    errors: ['INVALID_INPUT', 'NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /log',
    commandLine: {
      words: ['log'],
      examples: [
        'log --from 2026-03-01',
        'log --search "thesis promise"',
        'log --format html --out log.html',
      ],
    },
    run: async (tx, { format, from, to, person: personId, search }) => {
      if (from !== undefined && to !== undefined && from > to)
        throw invalid('to', `The log cannot end (${to}) before it begins (${from}).`)
      const timeZone = await userTimeZone(tx)
      const entries = await readLog(tx, { from, to, personId, search }, timeZone)
      if (format === undefined || format === 'json')
        return entries.map((entry) => ({ ...entry, at: iso(entry.at) }))
      const { render, mediaType, ending } = files[format]
      const name = `acquaint-log-${dayOf(tx.now, timeZone)}.${ending}`
      return new FileAnswer(render(entries, timeZone), mediaType, name)
    },
  }),
]

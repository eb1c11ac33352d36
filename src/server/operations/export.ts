import { z } from 'zod'
import { exportCalendar } from '../../core/export/calendar.ts'
import { exportCards } from '../../core/export/cards.ts'
import { exportPeopleCsv } from '../../core/export/csv.ts'
import { exportGoogle } from '../../core/export/google.ts'
import { exportLinkedIn } from '../../core/export/linkedin.ts'
import { exportMarkdown } from '../../core/export/markdown.ts'
import { exportNetwork } from '../../core/export/network.ts'
import { invalid } from '../../core/kernel/errors.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { dayOf } from '../../core/method/clock.ts'
import { userTimeZone } from '../../core/profile/profile.ts'
import { tables } from '../../core/tables.ts'
import { FileAnswer, queryOperation } from './operation.ts'
import { instantOut } from './schemas.ts'

interface Choices {
  version: '3' | '4'
}

interface Format {
  write(tx: ReadTx, choices: Choices): Promise<string | Uint8Array>
  mediaType: string
  /** The file's name around the day: `acquaint-people-` and `.csv`. */
  name: readonly [stem: string, ending: string]
}

const table = { mediaType: 'text/csv; charset=utf-8' }

/** How each format is written, and what the file is called. */
const formats = {
  json: {
    write: (tx) => exportNetwork(tx, tables),
    mediaType: 'application/json',
    name: ['acquaint', 'json'],
  },
  csv: { ...table, write: exportPeopleCsv, name: ['acquaint-people', 'csv'] },
  linkedin: { ...table, write: exportLinkedIn, name: ['acquaint-connections', 'csv'] },
  google: { ...table, write: exportGoogle, name: ['acquaint-google', 'csv'] },
  vcard: {
    write: (tx, { version }) => exportCards(tx, version === '4' ? '4.0' : '3.0'),
    mediaType: 'text/vcard; charset=utf-8',
    name: ['acquaint-people', 'vcf'],
  },
  ics: {
    write: exportCalendar,
    mediaType: 'text/calendar; charset=utf-8',
    name: ['acquaint-calendar', 'ics'],
  },
  markdown: { write: exportMarkdown, mediaType: 'application/zip', name: ['acquaint-markdown', 'zip'] },
} satisfies Record<string, Format>

/** What spreadsheets look for before they believe that a file is UTF-8. */
const byteOrderMark = '\ufeff'

export const exportOperations = [
  queryOperation({
    name: 'export',
    summary: 'Take the network out: everything as JSON, or the people for other programs',
    input: z.strictObject({
      format: z
        .enum(Object.keys(formats) as [keyof typeof formats])
        .default('json')
        .describe(
          'json: everything, for "import"; csv: the people, for a spreadsheet; linkedin and google: as a table of theirs; vcard: contact cards; ics: steps and talks as a calendar; markdown: a folder of texts, one for each person, in a ZIP archive',
        ),
      version: z
        .enum(['3', '4'])
        .optional()
        .describe('vcard: which version; 3 is what address books take in, unless said'),
      bom: z
        .boolean()
        .optional()
        .describe('csv, linkedin, google: begin with a byte order mark, which Excel needs for other letters'),
    }),
    output: z
      .looseObject({ acquaint: z.object({ version: z.int(), exportedAt: instantOut }) })
      .describe('A list of rows for each kind of thing'),
    mediaTypes: ['application/json', 'text/csv', 'text/vcard', 'text/calendar', 'application/zip'],
    errors: ['INVALID_INPUT'],
    rights: 'read',
    rest: 'GET /export',
    commandLine: {
      words: ['export'],
      examples: [
        'export --format json --out network.json',
        'export --format csv --bom --out people.csv',
        'export --format markdown --out people/',
        'export --format vcard --version 4 --out people.vcf',
      ],
    },
    run: async (tx, { format, version, bom }) => {
      const { write, mediaType, name }: Format = formats[format]
      if (version && format !== 'vcard')
        throw invalid('version', `Only vcard has versions; ${format} has none.`)
      if (bom && !mediaType.startsWith('text/csv'))
        throw invalid('bom', `A byte order mark is for tables (csv, linkedin, google), not for ${format}.`)
      const content = await write(tx, { version: version ?? '3' })
      const day = dayOf(tx.now, await userTimeZone(tx))
      return new FileAnswer(
        bom ? `${byteOrderMark}${content}` : content,
        mediaType,
        `${name[0]}-${day}.${name[1]}`,
      )
    },
  }),
]

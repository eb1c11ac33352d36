import { z } from 'zod'
import { exportPeopleCsv } from '../../core/export/csv.ts'
import { exportNetwork } from '../../core/export/network.ts'
import { dayOf } from '../../core/method/clock.ts'
import { userTimeZone } from '../../core/profile/profile.ts'
import { tables } from '../../core/tables.ts'
import { FileAnswer, queryOperation } from './operation.ts'
import { instantOut } from './schemas.ts'

export const exportOperations = [
  queryOperation({
    name: 'export',
    summary: 'Take the network out: everything as JSON, or the people as a table',
    input: z.strictObject({
      format: z
        .enum(['json', 'csv'])
        .default('json')
        .describe('json: everything, for "import"; csv: the people, for a spreadsheet'),
    }),
    output: z
      .looseObject({ acquaint: z.object({ version: z.int(), exportedAt: instantOut }) })
      .describe('A list of rows for each kind of thing'),
    mediaTypes: ['application/json', 'text/csv'],
    errors: [],
    rights: 'read',
    rest: 'GET /export',
    commandLine: {
      words: ['export'],
      examples: ['export --format json --out network.json', 'export --format csv --out people.csv'],
    },
    run: async (tx, { format }) => {
      const day = dayOf(tx.now, await userTimeZone(tx))
      if (format === 'csv')
        return new FileAnswer(
          await exportPeopleCsv(tx),
          'text/csv; charset=utf-8',
          `acquaint-people-${day}.csv`,
        )
      return new FileAnswer(await exportNetwork(tx, tables), 'application/json', `acquaint-${day}.json`)
    },
  }),
]

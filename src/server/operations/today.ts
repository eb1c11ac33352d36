import { z } from 'zod'
import { today } from '../../core/method/today.ts'
import { queryOperation } from './operation.ts'
import { instantOut, iso } from './schemas.ts'
import { dueStepOut, presentStep } from './steps-out.ts'

export const todayOperations = [
  queryOperation({
    name: 'today',
    summary: 'What to do today, and why',
    input: z.strictObject({
      days: z.coerce.number().int().min(0).max(366).default(0).describe('Look ahead so many days'),
    }),
    output: z.object({ now: instantOut, steps: z.array(dueStepOut) }),
    errors: [],
    rights: 'read',
    rest: 'GET /today',
    commandLine: { words: ['today'], examples: ['today', 'today --days 7'] },
    run: async (tx, input) => ({
      now: iso(tx.now),
      steps: (await today(tx, input)).map((row) => ({ ...presentStep(row), overdue: row.overdue })),
    }),
  }),
]

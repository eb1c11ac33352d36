import { z } from 'zod'
import { fillDemo } from '../demo/fill.ts'
import { serviceOperation } from './operation.ts'

export const demoOperations = [
  serviceOperation({
    name: 'demo',
    summary: 'Fill an empty folder with the network of an invented student, to look around in',
    input: z.strictObject({}),
    output: z.object({
      data: z.string().nullable().describe('The folder that was filled; null for a database'),
      people: z.int(),
      conversations: z.int(),
      steps: z.int().describe('What there is to do today'),
      next: z.string().describe('The command to go on with'),
    }),
    errors: ['WRONG_STATE', 'STORE_BUSY', 'STORE_FULL', 'STORE_READ_ONLY'],
    rights: 'owner',
    commandLine: { words: ['demo'], throwAway: true, examples: ['demo', 'demo --data ~/acquaint-demo'] },
    run: async (services, _, caller) => {
      const filled = await fillDemo(services, caller)
      const { folder } = services
      const next = folder === undefined ? 'acquaint today' : `acquaint --data ${quoted(folder)} today`
      return { data: folder ?? null, ...filled, next }
    },
  }),
]

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\w./~:\\-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`

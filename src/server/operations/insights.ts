import { z } from 'zod'
import { readComparison } from '../../core/fields/load-comparison.ts'
import { readInsights } from '../../core/insights/load-insights.ts'
import { topicNames } from '../../core/research/topics.ts'
import { queryOperation } from './operation.ts'

const share = (description: string) => z.object({ count: z.int(), of: z.int() }).describe(description)

const funnelOut = z.object({
  approached: share('Of whom you want to meet or have written to: written to or called'),
  replied: share('Of those approached: answered in any way'),
  met: share('Of those who answered: talked with you'),
  thanked: share('Of those met: thanked'),
  inTouch: share('Of those met: you stay in touch'),
  advocates: share('Of those met: advocates, by what is on record (W5)'),
})
const channel = z.enum(['email', 'phone', 'linkedin', 'in-person', 'letter'])
const origin = z.enum(['personal-referral', 'direct-contact'])
const days = z.number().describe('Days')

export const insightsOperations = [
  queryOperation({
    name: 'insights',
    summary: 'Show how your networking goes, in counts with their wholes',
    input: z.strictObject({}),
    output: z.object({
      funnel: funnelOut,
      metOtherwise: z.int().describe('Met without having been asked before; outside of the funnel'),
      replyDays: z.object({
        median: days.nullable(),
        quartiles: z.object({ lower: days, upper: days }).nullable(),
        count: z.int().describe('How many approaches were answered'),
      }),
      byChannel: z.partialRecord(channel, funnelOut).describe('By the channel of the first attempt'),
      byOrigin: z.partialRecord(origin, funnelOut),
      cadence: share('Of whom you keep in touch with: within their time (F4)'),
      thankedInTime: share('Of the talks to thank for: in time (F1)'),
      activeWeeks: share('Of the weeks since the first activity, at most a year: not quiet'),
      weeks: z.array(
        z.object({ week: z.string().describe('Its Monday'), touches: z.int(), conversations: z.int() }),
      ),
      growth: z.array(z.object({ month: z.string(), added: z.int(), people: z.int() })),
      fields: z.array(
        z.object({
          name: z.string(),
          people: z.int(),
          met: z.int(),
          conversations: z.int(),
          said: z
            .array(z.object({ topic: z.enum(topicNames), count: z.int() }))
            .describe('How much was said or found out, by topic'),
        }),
      ),
    }),
    errors: [],
    rights: 'read',
    rest: 'GET /insights',
    commandLine: { words: ['insights'], examples: ['insights'] },
    run: async (tx) => ({
      ...(await readInsights(tx)),
      fields: (await readComparison(tx)).map(({ name, people, met, conversations, topics }) => ({
        ...{ name, people, met, conversations },
        said: topics.map(({ topic, said }) => ({ topic, count: said.length })),
      })),
    }),
  }),
]

import { z } from 'zod'
import { conversationBrief } from '../../core/conversations/brief.ts'
import { briefHtml } from '../../core/conversations/brief-html.ts'
import { briefPage } from '../../core/conversations/brief-page.ts'
import { conversation } from '../../core/conversations/conversation.ts'
import { mode, plannedQuestionOut } from './conversations-out.ts'
import { FileAnswer, queryOperation } from './operation.ts'
import { instantOut, iso, isoOrNull, ref } from './schemas.ts'

const part = z.object({
  rule: z.string(),
  title: z.string(),
  done: z.boolean(),
  text: z.string().describe('What is still to do'),
  minutes: z.int().describe('About how long it takes'),
  weight: z.int().describe('How much it gives the conversation, from 1 to 5'),
})

/** The page to take along. */
const briefOut = z.object({
  conversation: z.object({ id: z.string(), personName: z.string(), status: z.string() }),
  person: z.object({
    name: z.string(),
    place: z.string().describe('Role and organisation'),
    known: z.string().describe('How you come to know of them (N1)'),
    reach: z.array(z.string()),
  }),
  introduction: z.object({ text: z.string(), words: z.int(), seconds: z.int() }),
  aims: z.array(z.string()),
  research: z.array(z.string()),
  before: z.string().nullable().describe('What was valuable the last time'),
  questions: z.array(plannedQuestionOut),
  logistics: z.object({
    startsAt: instantOut,
    endsAt: instantOut,
    minutes: z.int(),
    mode,
    place: z.string().nullable(),
    travelMinutes: z.int().nullable(),
    leaveBy: instantOut.nullable(),
    leaveAt: z.string().nullable().describe('The same by your clock (C2)'),
    arriveEarlyMinutes: z.int(),
    timeZone: z.string(),
    clocks: z
      .array(z.object({ whose: z.enum(['you', 'them']), timeZone: z.string(), text: z.string() }))
      .describe('Your clock, and theirs where it shows another time (X2)'),
    dress: z.string(),
    confirmed: z.boolean(),
  }),
  closing: z.array(z.string()),
  readiness: z.object({
    done: z.int(),
    of: z.int(),
    percent: z.int().describe('How much of what counts is done'),
    missing: z.array(z.string()).describe('The rules, the most valuable for the time left first'),
    next: z.array(part).describe('The same with what to do'),
    parts: z.array(part).describe('Everything, in the order of the method'),
  }),
})

export const briefOperation = queryOperation({
  name: 'conversations.brief',
  summary: 'One page to take along',
  input: z.strictObject({
    conversation: ref(conversation, 'The conversation: its id, or the name of the person'),
    format: z
      .enum(['json', 'html'])
      .optional()
      .describe('html: a page to print, on A4 or Letter, or to save as PDF from the browser'),
  }),
  output: briefOut,
  mediaTypes: ['text/html'],
  errors: ['NOT_FOUND', 'AMBIGUOUS'],
  rights: 'read',
  rest: 'GET /conversations/{conversation}/brief',
  commandLine: {
    words: ['conversations', 'brief'],
    positional: ['conversation'],
    examples: [
      'conversations brief "Nadia Haddad"',
      'conversations brief "Nadia Haddad" --format html --out brief.html',
    ],
  },
  run: async (tx, { conversation: id, format }) => {
    const brief = await conversationBrief(tx, id)
    if (format === 'html')
      return new FileAnswer(
        briefHtml(briefPage(brief)),
        'text/html; charset=utf-8',
        `brief-${id.slice(0, 8)}.html`,
      )
    const { startsAt, endsAt, leaveBy, leaveAt, place, travelMinutes } = brief.logistics
    return {
      ...brief,
      before: brief.before ?? null,
      logistics: {
        ...brief.logistics,
        place: place ?? null,
        travelMinutes: travelMinutes ?? null,
        startsAt: iso(startsAt),
        endsAt: iso(endsAt),
        leaveBy: isoOrNull(leaveBy),
        leaveAt: leaveAt ?? null,
      },
    }
  },
})

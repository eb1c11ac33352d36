import { z } from 'zod'
import { approach } from '../../core/approaches/approach.ts'
import { conversationBrief } from '../../core/conversations/brief.ts'
import {
  arrangeConversation,
  type ConversationResult,
  confirmConversation,
  prepareConversation,
  recordConversation,
} from '../../core/conversations/commands.ts'
import { type Conversation, conversation, thankBy } from '../../core/conversations/conversation.ts'
import { leaveBy } from '../../core/conversations/leave-by.ts'
import { namedPerson } from '../../core/introductions/commands.ts'
import { introduction } from '../../core/introductions/introduction.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { readPolicy } from '../../core/method/policy.ts'
import { person } from '../../core/people/person.ts'
import { promise } from '../../core/promises/promise.ts'
import { introductionOut, presentIntroductions } from './introductions.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { presentPromise, promiseOut } from './promises.ts'
import { instant, instantOut, iso, isoOrNull, line, ref, text } from './schemas.ts'

const mode = z.enum(['in-person', 'video', 'phone'])
const conversationOut = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  approachId: z.string().nullable(),
  status: z.enum(['arranged', 'held', 'cancelled', 'no-show']),
  startsAt: instantOut,
  minutes: z.int(),
  mode,
  place: z.string().nullable(),
  travelMinutes: z.int().nullable(),
  leaveBy: instantOut.nullable().describe('When to leave so as to arrive early (C2)'),
  confirmedAt: instantOut.nullable(),
  aims: z.array(z.string()),
  questions: z.array(z.object({ text: z.string(), mustAsk: z.boolean() })),
  research: z.array(z.string()),
  highlight: z.string().nullable(),
  advice: z.array(z.string()),
  notes: z.string().nullable(),
  stayInTouch: z.enum(['yes', 'no']).nullable(),
  thankBy: instantOut.nullable().describe('Until when the thank-you is in time (F1)'),
  thankedAt: instantOut.nullable(),
})
const recordedOut = conversationOut.extend({
  introductions: z.array(introductionOut).describe('Whom they named (N2)'),
  promises: z.array(promiseOut),
})

async function present(
  tx: ReadTx,
  row: Fresh<Conversation> & Partial<ConversationResult>,
): Promise<z.output<typeof conversationOut>> {
  const held = row.status === 'held' ? row : undefined
  const policy = await readPolicy(tx)
  const name = row.personName ?? (await tx.get(person, row.personId))?.name ?? ''
  return {
    id: row.id,
    personId: row.personId,
    personName: name,
    approachId: row.approachId ?? null,
    status: row.status,
    startsAt: iso(row.startsAt),
    minutes: row.minutes,
    mode: row.mode,
    place: row.place ?? null,
    travelMinutes: row.travelMinutes ?? null,
    leaveBy: isoOrNull(leaveBy(row, policy)),
    confirmedAt: isoOrNull(row.status === 'arranged' ? row.confirmedAt : undefined),
    aims: row.aims,
    questions: row.questions,
    research: row.research,
    highlight: held?.highlight ?? null,
    advice: held?.advice ?? [],
    notes: ('notes' in row && row.notes) || null,
    stayInTouch: held?.stayInTouch ?? null,
    thankBy: isoOrNull(held && thankBy(held, policy)),
    thankedAt: isoOrNull(held?.thankedAt),
  }
}

async function mustGet(tx: ReadTx, id: string): Promise<Conversation> {
  const row = await tx.get(conversation, id)
  if (!row) throw notFound('conversation', id)
  return row
}

async function presentRecorded(tx: ReadTx, row: Fresh<Conversation>): Promise<z.output<typeof recordedOut>> {
  const introductions = await tx.find(introduction, 'byConversation', { conversationId: row.id })
  const promises = await tx.find(promise, 'byConversation', { conversationId: row.id })
  return {
    ...(await present(tx, row)),
    introductions: await presentIntroductions(tx, introductions),
    promises: promises.map(presentPromise),
  }
}

const theConversation = ref(conversation, 'The conversation: its id, or the name of the person')
const minutes = z.coerce.number().int().min(5).max(480).describe('How long')
const details = {
  place: line('Where, or the link').optional(),
  travelMinutes: z.coerce.number().int().min(0).max(1440).optional().describe('How long the way takes'),
}

export const conversationsOperations = [
  commandOperation({
    command: arrangeConversation,
    summary: 'Arrange a conversation',
    input: z.strictObject({
      person: ref(person, 'With whom'),
      at: instant('When it begins'),
      minutes,
      mode: mode.describe('Best is face to face at their workplace (O5)'),
      ...details,
      approach: ref(approach, 'The approach that it answers; the open one, unless said').optional(),
    }),
    output: conversationOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations',
    commandLine: {
      words: ['conversations', 'arrange'],
      examples: [
        'conversations arrange --person "Nadia Haddad" --at 2026-03-10T15:00:00+01:00 --minutes 30 --mode in-person --place "Lakeside Health, 3rd floor" --travel-minutes 25',
      ],
    },
    toInput: ({ person: personId, approach: approachId, ...rest }) => ({ ...rest, personId, approachId }),
    present: (tx, row) => present(tx, row),
  }),
  commandOperation({
    command: prepareConversation,
    summary: 'Prepare: aims, questions, what you found out; or move the appointment',
    input: z.strictObject({
      conversation: theConversation,
      aims: z.array(line('An aim')).optional().describe('What you want to know (P2)'),
      questions: z.array(line('A question')).optional().describe('What you will ask (P3)'),
      mustAsk: z.array(line('A question')).optional().describe('What you must ask'),
      research: z.array(text('A note')).optional().describe('What you found out beforehand (P1)'),
      at: instant('The new time').optional(),
      minutes: minutes.optional(),
      mode: mode.optional(),
      ...details,
    }),
    output: conversationOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations/{conversation}/prepare',
    commandLine: {
      words: ['conversations', 'prepare'],
      positional: ['conversation'],
      options: { aims: 'aim', questions: 'question' },
      examples: [
        'conversations prepare "Nadia Haddad" --aim "What a first year is like" --must-ask "How did you come to nursing?"',
      ],
    },
    toInput: ({ conversation: conversationId, questions = [], mustAsk = [], ...rest }) => ({
      ...rest,
      conversationId,
      questions: [
        ...mustAsk.map((one) => ({ text: one, mustAsk: true })),
        ...questions.map((one) => ({ text: one, mustAsk: false })),
      ],
    }),
    present: (tx, row) => present(tx, row as ConversationResult),
  }),
  commandOperation({
    command: confirmConversation,
    summary: 'Note that you confirmed the appointment (X2)',
    input: z.strictObject({ conversation: theConversation }),
    output: conversationOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations/{conversation}/confirm',
    commandLine: {
      words: ['conversations', 'confirm'],
      positional: ['conversation'],
      examples: ['conversations confirm "Nadia Haddad"'],
    },
    toInput: ({ conversation: conversationId }) => ({ conversationId }),
    present: (tx, row) => present(tx, row),
  }),
  commandOperation({
    command: recordConversation,
    summary: 'Record what came of a conversation',
    input: z.strictObject({
      conversation: theConversation,
      outcome: z.enum(['held', 'cancelled', 'no-show']),
      highlight: text('What was most valuable to you; they will read it in the thank-you (F1)').optional(),
      advice: z.array(text('Advice')).optional().describe('Each piece of advice'),
      names: z
        .array(line('Name, role, organisation'))
        .optional()
        .describe('Each person they named: "Name, role, organisation" (N2)'),
      promises: z.array(line('A promise')).optional().describe('Each thing you said you would do'),
      notes: text('Notes').optional(),
      stayInTouch: z
        .enum(['yes', 'no'])
        .optional()
        .describe('Whether to stay in touch (C7); yes, unless said'),
    }),
    output: recordedOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations/{conversation}/record',
    commandLine: {
      words: ['conversations', 'record'],
      positional: ['conversation'],
      options: { names: 'name', promises: 'promise' },
      examples: [
        'conversations record "Nadia Haddad" --outcome held --highlight "How she found her first ward" --advice "Take statistics early" --name "Tomás Reyes, planner, City of Evanston" --promise "Send her the article on night shifts"',
      ],
    },
    toInput: ({ conversation: conversationId, names = [], ...rest }) => ({
      ...rest,
      conversationId,
      names: names.map(namedPerson),
    }),
    present: (tx, row) => presentRecorded(tx, row),
  }),
  queryOperation({
    name: 'conversations.brief',
    summary: 'One page to take along',
    input: z.strictObject({ conversation: theConversation }),
    output: z.object({
      conversation: z.object({ id: z.string(), personName: z.string(), status: z.string() }),
      introduction: z.object({ text: z.string(), words: z.int(), seconds: z.int() }),
      aims: z.array(z.string()),
      research: z.array(z.string()),
      questions: z.array(z.object({ text: z.string(), mustAsk: z.boolean() })),
      logistics: z.object({
        startsAt: instantOut,
        endsAt: instantOut,
        minutes: z.int(),
        mode,
        place: z.string().nullable(),
        leaveBy: instantOut.nullable(),
        timeZone: z.string(),
        dress: z.string(),
        confirmed: z.boolean(),
      }),
      closing: z.array(z.string()),
      readiness: z.object({ done: z.int(), of: z.int(), missing: z.array(z.string()) }),
    }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /conversations/{conversation}/brief',
    commandLine: {
      words: ['conversations', 'brief'],
      positional: ['conversation'],
      examples: ['conversations brief "Nadia Haddad"'],
    },
    run: async (tx, { conversation: id }) => {
      const brief = await conversationBrief(tx, id)
      const { startsAt, endsAt, leaveBy: leave, place, ...rest } = brief.logistics
      return {
        ...brief,
        logistics: {
          ...rest,
          place: place ?? null,
          startsAt: iso(startsAt),
          endsAt: iso(endsAt),
          leaveBy: isoOrNull(leave),
        },
      }
    },
  }),
  queryOperation({
    name: 'conversations.list',
    summary: 'List conversations, by time',
    input: z.strictObject({ person: ref(person, 'Only with this person').optional() }),
    output: z.array(conversationOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /conversations',
    commandLine: { words: ['conversations', 'list'], examples: ['conversations list'] },
    run: async (tx, { person: personId }) => {
      const rows = personId
        ? await tx.find(conversation, 'byPerson', { personId })
        : await tx.find(conversation, 'byStart', {})
      return Promise.all(rows.map((row) => present(tx, row)))
    },
  }),
  queryOperation({
    name: 'conversations.show',
    summary: 'Show a conversation with its introductions and promises',
    input: z.strictObject({ conversation: theConversation }),
    output: recordedOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /conversations/{conversation}',
    commandLine: {
      words: ['conversations', 'show'],
      positional: ['conversation'],
      examples: ['conversations show "Nadia Haddad"'],
    },
    run: async (tx, { conversation: id }) => presentRecorded(tx, await mustGet(tx, id)),
  }),
]

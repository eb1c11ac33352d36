import { z } from 'zod'
import { approach } from '../../core/approaches/approach.ts'
import {
  arrangeConversation,
  confirmConversation,
  prepareConversation,
  recordConversation,
} from '../../core/conversations/commands.ts'
import { conversation } from '../../core/conversations/conversation.ts'
import { noteConversation } from '../../core/conversations/note.ts'
import { answerFrom } from '../../core/conversations/question-list.ts'
import { invitation } from '../../core/export/invitation.ts'
import { namedPerson } from '../../core/people/named-person.ts'
import { person } from '../../core/people/person.ts'
import { promisedFrom } from '../../core/promises/promise.ts'
import { learntFrom } from '../../core/research/topics.ts'
import { briefOperation } from './conversation-brief.ts'
import {
  conversationOut,
  getConversation,
  mode,
  presentConversation,
  presentRecorded,
  recordedOut,
} from './conversations-out.ts'
import { commandOperation, FileAnswer, queryOperation } from './operation.ts'
import { instant, line, ref, text } from './schemas.ts'

const theConversation = ref(conversation, 'The conversation: its id, or the name of the person')
const minutes = z.coerce.number().int().min(5).max(480).describe('How long')
const which = z.array(line('A question: its number, or its words')).optional()
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
    present: presentConversation,
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
      remove: which.describe('Questions to take off: the number on the list, or the words'),
      star: which.describe('Questions that must be asked'),
      unstar: which.describe('Questions that need not be asked'),
      first: which.describe('Questions to put first, in this order'),
      drop: z
        .array(line('An aim or a note'))
        .optional()
        .describe('Aims and notes to take off, in their own words'),
      dressChosen: z
        .boolean()
        .optional()
        .describe('That you know what to wear, or where to telephone in peace (C1)'),
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
        'conversations prepare "Nadia Haddad" --remove 7 --star 3 --first 5 --first 2',
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
    present: presentConversation,
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
    present: presentConversation,
  }),
  commandOperation({
    command: noteConversation,
    summary: 'Note something while the talk goes on; "record" begins from it',
    input: z.strictObject({
      conversation: theConversation,
      notes: z.string().trim().max(100_000).optional().describe('Your notes; they replace those before'),
      asked: z
        .array(line('A question'))
        .optional()
        .describe('The questions that are ticked, in their own words (C5)'),
      namesHeard: z
        .array(line('Name, role, organisation'))
        .optional()
        .describe('Each person they named: "Name, role, organisation" (N2)'),
      offers: z.array(line('An offer')).optional().describe('Each thing you offered to do (C7)'),
      stayInTouch: z.enum(['yes', 'no']).optional().describe('Whether to stay in touch (C7)'),
    }),
    output: conversationOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations/{conversation}/note',
    commandLine: {
      words: ['conversations', 'note'],
      positional: ['conversation'],
      options: { namesHeard: 'name', offers: 'offer' },
      textFrom: 'notes',
      examples: ['conversations note "Nadia Haddad" --notes "On call every sixth week"'],
    },
    toInput: ({ conversation: conversationId, ...rest }) => ({ ...rest, conversationId }),
    present: presentConversation,
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
      asked: z
        .array(line('A question: its number, or its words'))
        .optional()
        .describe('Each question that was asked (C5)'),
      answers: z
        .array(text('An answer'))
        .optional()
        .describe('What they said to a question: "3: by chance, after a year in a lab"'),
      learnt: z
        .array(text('"topic: what they told"'))
        .optional()
        .describe('What they told about their field, each as "topic: text" or "topic (field): text" (W6)'),
      promises: z
        .array(line('A promise'))
        .optional()
        .describe(
          'Each thing you said you would do; it may end with its day: "Send the article, by 2026-03-20"',
        ),
      theirPromises: z
        .array(line('A promise'))
        .optional()
        .describe('Each thing they said they would do, in the same way'),
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
      options: { names: 'name', promises: 'promise', theirPromises: 'their-promise', answers: 'answer' },
      examples: [
        'conversations record "Nadia Haddad" --outcome held --highlight "How she found her first ward" --advice "Take statistics early" --name "Tomás Reyes, planner, City of Evanston" --promise "Send her the article on night shifts"',
      ],
    },
    toInput: ({
      conversation: conversationId,
      names,
      learnt = [],
      asked = [],
      answers = [],
      promises,
      theirPromises,
      ...rest
    }) => ({
      ...rest,
      conversationId,
      names: names?.map(namedPerson),
      promises: promises?.map(promisedFrom),
      theirPromises: theirPromises?.map(promisedFrom),
      learnt: learnt.map(learntFrom),
      asked: [...asked.map((question) => ({ question })), ...answers.map(answerFrom)],
    }),
    present: presentRecorded,
  }),
  briefOperation,
  queryOperation({
    name: 'conversations.invite',
    summary: 'Write an invitation to a conversation, for the calendar of the other side',
    input: z.strictObject({ conversation: theConversation }),
    output: z.string().describe('A calendar file'),
    mediaTypes: ['text/calendar'],
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'read',
    rest: 'GET /conversations/{conversation}/invitation',
    commandLine: {
      words: ['conversations', 'invite'],
      positional: ['conversation'],
      examples: ['conversations invite "Nadia Haddad" --out nadia.ics'],
    },
    run: async (tx, { conversation: id }) => {
      const { content, name } = await invitation(tx, id)
      return new FileAnswer(content, 'text/calendar; charset=utf-8', `${name}.ics`)
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
      return Promise.all(rows.map((row) => presentConversation(tx, row)))
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
    run: async (tx, { conversation: id }) => presentRecorded(tx, await getConversation(tx, id)),
  }),
]

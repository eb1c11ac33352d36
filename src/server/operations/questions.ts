import { z } from 'zod'
import { conversation } from '../../core/conversations/conversation.ts'
import { pickForConversation } from '../../core/conversations/pick-questions.ts'
import { countWords } from '../../core/letters/blanks.ts'
import { bank } from '../../core/questions/bank.ts'
import { tiaraParts, topics } from '../../core/questions/bank-question.ts'
import { addQuestion, editQuestion, removeQuestion } from '../../core/questions/commands.ts'
import { fieldGroups } from '../../core/questions/field-groups.ts'
import type { Candidate } from '../../core/questions/pick.ts'
import { ownQuestions, question } from '../../core/questions/question.ts'
import { reviewQuestion } from '../../core/questions/review-question.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { findingOut, line, ref } from './schemas.ts'

const topic = z.enum(topics)
const part = z.enum(tiaraParts)

const questionOut = z.object({
  id: z.string().nullable().describe('None for a question that stands on the conversation alone'),
  topic,
  text: z.string(),
  own: z.boolean().describe('Whether it is one of your own'),
  field: z.enum(fieldGroups as [string, ...string[]]).nullable(),
  stage: z.enum(['student', 'changer']).nullable(),
  part: part.nullable().describe('Its part in the plan of the profile 3b7 (X8)'),
  mustAsk: z.boolean(),
  unlocks: z.string().nullable().describe('What a good answer gives'),
})

const present = (one: Omit<Candidate, 'own'> & { own?: boolean }): z.output<typeof questionOut> => ({
  id: one.id || null,
  topic: one.topic,
  text: one.text,
  own: one.own ?? true,
  field: one.field ?? null,
  stage: one.stage ?? null,
  part: one.part ?? null,
  mustAsk: one.mustAsk ?? false,
  unlocks: one.unlocks ?? null,
})

const judged = questionOut.extend({ findings: z.array(findingOut).describe('What the review says (P4)') })
const presentOwn = async (_: unknown, row: Omit<Candidate, 'own'>): Promise<z.output<typeof judged>> => ({
  ...present(row),
  findings: reviewQuestion(row.text),
})

const own = ref(question, 'The question: its id, or the beginning of it', 'question of your own')
const facts = {
  topic: topic.optional().describe('Where it belongs; with those most like it, unless said'),
  part: part.optional().describe('Its part in the plan of the profile 3b7 (X8)'),
  mustAsk: z.boolean().optional().describe('Whether you want to ask it of almost everybody'),
}

export const questionsOperations = [
  queryOperation({
    name: 'questions.list',
    summary: 'List the questions of the bank and your own',
    input: z.strictObject({
      topic: topic.optional().describe('Only on this topic (W6)'),
      field: z
        .enum(fieldGroups as [string, ...string[]])
        .optional()
        .describe('Only those about this field'),
      stage: z
        .enum(['student', 'changer'])
        .optional()
        .describe('Only those that suit a student, or a changer'),
      own: z.boolean().optional().describe('Only your own'),
    }),
    output: z.array(questionOut),
    errors: [],
    rights: 'read',
    rest: 'GET /questions',
    commandLine: {
      words: ['questions', 'list'],
      examples: ['questions list --topic career-story', 'questions list --own'],
    },
    run: async (tx, wanted) => {
      const rows: Candidate[] = [
        ...(await ownQuestions(tx)).map((row) => ({ ...row, own: true })),
        ...(wanted.own ? [] : bank.map((one) => ({ ...one, own: false }))),
      ]
      return rows
        .filter((one) => wanted.topic === undefined || one.topic === wanted.topic)
        .filter((one) => wanted.field === undefined || one.field === wanted.field)
        .filter((one) => !wanted.stage || !one.stage || one.stage === wanted.stage)
        .toSorted((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic))
        .map(present)
    },
  }),
  queryOperation({
    name: 'questions.review',
    summary: 'Judge a question before you ask it',
    input: z.strictObject({ text: line('The question') }),
    output: z.object({ words: z.int(), findings: z.array(findingOut), passed: z.boolean() }),
    errors: [],
    rights: 'read',
    rest: 'POST /questions/review',
    commandLine: {
      words: ['questions', 'review'],
      textFrom: 'text',
      examples: ['questions review --text "Do you like your work?"'],
    },
    run: async (_, { text }) => {
      const findings = reviewQuestion(text)
      return { words: countWords(text), findings, passed: !findings.some((one) => one.severity === 'error') }
    },
  }),
  commandOperation({
    command: pickForConversation,
    summary: 'Choose the questions for a conversation',
    input: z.strictObject({
      conversation: ref(conversation, 'The conversation: its id, or the name of the person'),
      count: z.coerce
        .number()
        .int()
        .min(1)
        .max(40)
        .optional()
        .describe('How many in all; 10 to 15 by the minutes, unless said (P3)'),
      plan: z
        .enum(['topics', 'tiara'])
        .optional()
        .describe('topics: all that people can tell (W6); tiara: one in each of its five parts (X8)'),
      save: z.boolean().optional().describe('Put them on the conversation; without it they are only shown'),
    }),
    output: z.array(questionOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /conversations/{conversation}/pick-questions',
    commandLine: {
      words: ['questions', 'pick'],
      examples: [
        'questions pick --conversation "Nadia Haddad"',
        'questions pick --conversation "Nadia Haddad" --save',
      ],
    },
    toInput: ({ conversation: conversationId, save: _, ...rest }) => ({ ...rest, conversationId }),
    dryRun: ({ save }) => !save,
    present: async (_, { questions }) => questions.map(present),
  }),
  commandOperation({
    command: addQuestion,
    summary: 'Keep a question of your own',
    input: z.strictObject({ text: line('The question'), ...facts }),
    output: judged,
    errors: ['CONFLICT'],
    rights: 'write',
    rest: 'POST /questions',
    commandLine: {
      words: ['questions', 'add'],
      examples: ['questions add --text "What would you show me first if I came by for a day?" --must-ask'],
    },
    toInput: (input) => input,
    present: presentOwn,
  }),
  commandOperation({
    command: editQuestion,
    summary: 'Change a question of your own',
    input: z.strictObject({ question: own, text: line('The question').optional(), ...facts }),
    output: judged,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE', 'CONFLICT'],
    rights: 'write',
    rest: 'PATCH /questions/{question}',
    commandLine: {
      words: ['questions', 'edit'],
      positional: ['question'],
      examples: ['questions edit 0198c2 --topic advice'],
    },
    toInput: ({ question: questionId, ...rest }) => ({ ...rest, questionId }),
    present: presentOwn,
  }),
  commandOperation({
    command: removeQuestion,
    summary: 'Remove a question of your own',
    input: z.strictObject({ question: own }),
    output: questionOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'DELETE /questions/{question}',
    commandLine: {
      words: ['questions', 'remove'],
      positional: ['question'],
      examples: ['questions remove 0198c2'],
    },
    toInput: ({ question: questionId }) => ({ questionId }),
    present: async (_, row) => present(row),
  }),
]

import { z } from 'zod'
import { conversation } from '../../core/conversations/conversation.ts'
import { introduction } from '../../core/introductions/introduction.ts'
import { notFound } from '../../core/kernel/errors.ts'
import { blanksIn, countWords } from '../../core/letters/blanks.ts'
import { composeDraft, editDraft, type LetterResult, sendLetter } from '../../core/letters/commands.ts'
import { type LetterKind, letter } from '../../core/letters/letter.ts'
import { mailto } from '../../core/letters/mailto.ts'
import { person } from '../../core/people/person.ts'
import { channels } from './approaches.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { instant, instantOut, iso, isoOrNull, line, ref, text } from './schemas.ts'

const kinds = [
  'request',
  'follow-up',
  'thank-you',
  'keep-in-touch',
  'seasonal',
  'introduction-request',
  'report-back',
] as const satisfies readonly LetterKind[]
const kind = z.enum(kinds)

const letterOut = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  kind,
  channel: z.enum(channels),
  status: z.enum(['draft', 'sent']),
  subject: z.string(),
  body: z.string(),
  words: z.int(),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        severity: z.literal('error'),
        message: z.string(),
        start: z.int(),
        end: z.int(),
      }),
    )
    .describe('Blanks to fill, as positions in the body'),
  mailto: z.string().nullable().describe('Opens the letter in the mail program'),
  conversationId: z.string().nullable(),
  introductionId: z.string().nullable(),
  createdAt: instantOut,
  sentAt: instantOut.nullable(),
})

/** The rule by which each kind of letter needs what it leaves blank. */
const ruleOf: Record<LetterKind, string> = {
  request: 'O3',
  'follow-up': 'O6',
  'thank-you': 'F1',
  'keep-in-touch': 'F5',
  seasonal: 'F5',
  'introduction-request': 'N2',
  'report-back': 'X1',
}

const present = (row: LetterResult): z.output<typeof letterOut> => ({
  id: row.id,
  personId: row.personId,
  personName: row.personName,
  kind: row.kind,
  channel: row.channel,
  status: row.status,
  subject: row.subject,
  body: row.body,
  words: countWords(row.body),
  findings: blanksIn(row.body).map(({ start, end, text: blank }) => ({
    rule: ruleOf[row.kind],
    severity: 'error',
    message: `Fill in ${blank} before you send it.`,
    start,
    end,
  })),
  mailto: row.channel === 'email' ? mailto(row.address, row.subject, row.body) : null,
  conversationId: row.conversationId ?? null,
  introductionId: row.introductionId ?? null,
  createdAt: iso(row.createdAt),
  sentAt: isoOrNull(row.status === 'sent' ? row.sentAt : undefined),
})

const theLetter = ref(letter, 'The letter: its id, or the name of the person')

export const lettersOperations = [
  commandOperation({
    command: composeDraft,
    summary: 'Compose a letter from what is on record, as a draft',
    input: z.strictObject({
      person: ref(person, 'To whom'),
      kind,
      channel: z
        .enum(channels)
        .optional()
        .describe('How it goes; without it, what fits how close you are (O1)'),
      conversation: ref(conversation, 'The conversation it thanks for').optional(),
      introduction: ref(introduction, 'The introduction it reports on').optional(),
      aims: z.array(line('An aim')).optional().describe('What you want to learn (O3)'),
      fields: z.array(line('A field')).optional().describe('The field you explore with it'),
      reason: line('What gives rise to writing now, such as an article (F5)').optional(),
      season: line('What good wishes are for, such as "the new year" (F5)').optional(),
      introduceTo: line('Whom you would like to be introduced to (N2)').optional(),
    }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /letters',
    commandLine: {
      words: ['letters', 'compose'],
      options: { aims: 'aim', fields: 'field' },
      examples: [
        'letters compose --person "Nadia Haddad" --kind request --aim "how she came to nursing"',
        'letters compose --person "Nadia Haddad" --kind thank-you',
      ],
    },
    toInput: ({ person: personId, conversation: conversationId, introduction: introductionId, ...rest }) => ({
      ...rest,
      personId,
      conversationId,
      introductionId,
    }),
    present: async (_, row) => present(row),
  }),
  commandOperation({
    command: editDraft,
    summary: 'Put a draft into your own words',
    input: z.strictObject({
      letter: theLetter,
      subject: z.string().trim().max(500).optional().describe('The subject'),
      body: text('The text').optional(),
    }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'PATCH /letters/{letter}',
    commandLine: {
      words: ['letters', 'edit'],
      positional: ['letter'],
      textFrom: 'body',
      examples: ['letters edit 0198c2 --file letter.txt'],
    },
    toInput: ({ letter: letterId, ...rest }) => ({ ...rest, letterId }),
    present: async (_, row) => present(row),
  }),
  commandOperation({
    command: sendLetter,
    summary: 'Mark a letter as sent; its clock starts',
    input: z.strictObject({ letter: theLetter, at: instant('When; now, unless said').optional() }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE', 'CONFLICT'],
    rights: 'write',
    rest: 'POST /letters/{letter}/sent',
    commandLine: { words: ['letters', 'sent'], positional: ['letter'], examples: ['letters sent 0198c2'] },
    toInput: ({ letter: letterId, at }) => ({ letterId, at }),
    present: async (_, row) => present(row),
  }),
  queryOperation({
    name: 'letters.show',
    summary: 'Show a letter as it will be read',
    input: z.strictObject({ letter: theLetter }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /letters/{letter}',
    commandLine: { words: ['letters', 'show'], positional: ['letter'], examples: ['letters show 0198c2'] },
    run: async (tx, { letter: id }) => {
      const row = await tx.get(letter, id)
      if (!row) throw notFound('letter', id)
      const whom = await tx.get(person, row.personId)
      return present({ ...row, personName: whom?.name ?? '', address: whom?.emails[0] })
    },
  }),
  queryOperation({
    name: 'letters.list',
    summary: 'List letters to a person, oldest first',
    input: z.strictObject({ person: ref(person, 'To whom') }),
    output: z.array(letterOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /letters',
    commandLine: { words: ['letters', 'list'], examples: ['letters list --person "Nadia Haddad"'] },
    run: async (tx, { person: personId }) => {
      const whom = await tx.get(person, personId)
      const rows = await tx.find(letter, 'byPerson', { personId })
      return rows.map((row) => present({ ...row, personName: whom?.name ?? '', address: whom?.emails[0] }))
    },
  }),
]

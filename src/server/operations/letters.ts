import { z } from 'zod'
import { conversation } from '../../core/conversations/conversation.ts'
import { fileNames } from '../../core/export/file-names.ts'
import { introduction } from '../../core/introductions/introduction.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { countWords } from '../../core/letters/blanks.ts'
import {
  composeDraft,
  discardDraft,
  editDraft,
  type LetterResult,
  sendLetter,
} from '../../core/letters/commands.ts'
import { mailFile } from '../../core/letters/eml.ts'
import { gatherFacts } from '../../core/letters/gather.ts'
import { letter, letterKinds } from '../../core/letters/letter.ts'
import { mailto } from '../../core/letters/mailto.ts'
import { reviewContext, reviewOnRecord } from '../../core/letters/on-record.ts'
import { reviewLetter } from '../../core/letters/review/review.ts'
import { policyOf, readPolicy } from '../../core/method/policy.ts'
import { profileNames } from '../../core/method/profiles.ts'
import { opening } from '../../core/openings/opening.ts'
import { getPerson } from '../../core/people/commands.ts'
import { person } from '../../core/people/person.ts'
import { readProfile } from '../../core/profile/profile.ts'
import { channels } from './approaches.ts'
import { commandOperation, FileAnswer, queryOperation } from './operation.ts'
import { instant, instantOut, iso, isoOrNull, line, ref, text } from './schemas.ts'

const kind = z.enum(letterKinds)

const findings = z
  .array(
    z.object({
      rule: z.string().describe('The rule of the method'),
      check: z.string().describe('Tells the checks of one rule apart'),
      severity: z.enum(['error', 'warning', 'hint']),
      message: z.string().describe('Why'),
      suggestion: z.string().describe('What to write instead'),
      start: z.int(),
      end: z.int(),
      where: z.enum(['text', 'subject']).describe('What start and end are positions in'),
    }),
  )
  .describe('What the review says, errors first')

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
  findings,
  mailto: z.string().nullable().describe('Opens the letter in the mail program'),
  conversationId: z.string().nullable(),
  introductionId: z.string().nullable(),
  openingId: z.string().nullable(),
  createdAt: instantOut,
  sentAt: instantOut.nullable(),
})

async function present(tx: ReadTx, row: LetterResult): Promise<z.output<typeof letterOut>> {
  const whom = await tx.get(person, row.personId)
  const { words, findings } = whom
    ? await reviewOnRecord(tx, row, whom)
    : { words: countWords(row.body), findings: [] }
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    kind: row.kind,
    channel: row.channel,
    status: row.status,
    subject: row.subject,
    body: row.body,
    words,
    findings,
    mailto: row.channel === 'email' ? mailto(row.address, row.subject, row.body) : null,
    conversationId: row.conversationId ?? null,
    introductionId: row.introductionId ?? null,
    openingId: row.openingId ?? null,
    createdAt: iso(row.createdAt),
    sentAt: isoOrNull(row.status === 'sent' ? row.sentAt : undefined),
  }
}

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
      opening: ref(opening, 'The opening for which you ask them for a word of help (W5)').optional(),
      tone: z
        .enum(['formal', 'friendly'])
        .optional()
        .describe('How it is said; without it, as closeness has it'),
      characters: z
        .int()
        .min(150)
        .max(2000)
        .optional()
        .describe('How many characters a LinkedIn note may have: 300, or 200 without a paid account'),
      letter: ref(letter, 'The draft whose place it takes').optional(),
      wording: z.coerce
        .number()
        .int()
        .min(0)
        .max(99)
        .optional()
        .describe('Which of the wordings: 0, 1, 2 say the same in other words'),
    }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE', 'INVALID_INPUT'],
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
    toInput: ({
      person: personId,
      conversation: conversationId,
      introduction: introductionId,
      opening: openingId,
      letter: letterId,
      ...rest
    }) => ({
      ...rest,
      personId,
      conversationId,
      introductionId,
      openingId,
      letterId,
    }),
    present,
  }),
  commandOperation({
    command: editDraft,
    summary: 'Put a draft into your own words',
    input: z.strictObject({
      letter: theLetter,
      kind: kind.optional(),
      channel: z.enum(channels).optional().describe('How it goes'),
      subject: z.string().trim().max(500).optional().describe('The subject'),
      body: text('The text').optional(),
      bodyBefore: z
        .string()
        .max(100_000)
        .optional()
        .describe('The text that the change was made of: what was written elsewhere since is kept as well'),
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
    present,
  }),
  commandOperation({
    command: discardDraft,
    summary: 'Throw away a draft',
    input: z.strictObject({ letter: theLetter }),
    output: letterOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'DELETE /letters/{letter}',
    commandLine: {
      words: ['letters', 'discard'],
      positional: ['letter'],
      examples: ['letters discard 0198c2'],
    },
    toInput: ({ letter: letterId }) => ({ letterId }),
    present,
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
    present,
  }),
  queryOperation({
    name: 'letters.review',
    summary: 'Read any letter by the rules: what to mend, and why',
    input: z.strictObject({
      text: z.string().max(100_000).describe('The letter; its first line may be "Subject: ..."'),
      kind,
      channel: z.enum(channels).optional().describe('How it goes, where that is settled'),
      subject: z.string().max(500).optional().describe('The subject, where the text does not begin with it'),
      person: ref(person, 'To whom, if they are on record').optional(),
      referrer: line('Who named them to you (O2)').optional(),
      profile: z.enum(profileNames).optional().describe('By whose rules; by your own, unless said'),
    }),
    output: z.object({ words: z.int(), findings, passed: z.boolean().describe('Nothing in it is an error') }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'POST /letters/review',
    commandLine: {
      words: ['letters', 'review'],
      textFrom: 'text',
      examples: [
        'letters review --kind request --text "Dear Ms. Lee, are you hiring?"',
        'letters review --file letter.txt --kind request --referrer "Priya Raman"',
      ],
    },
    run: async (tx, { text, subject, kind, channel, person: personId, referrer, profile }) => {
      const policy = profile ? policyOf(profile) : await readPolicy(tx)
      const whom = personId === undefined ? undefined : await tx.get(person, personId)
      const known = whom
        ? reviewContext((await gatherFacts(tx, whom, { kind })).facts, kind, channel, policy)
        : { kind, channel, policy }
      return reviewLetter({ text, subject }, { ...known, ...(referrer && { referrer }) })
    },
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
      return present(tx, { ...row, personName: whom?.name ?? '', address: whom?.emails[0] })
    },
  }),
  queryOperation({
    name: 'letters.file',
    summary: 'Write a letter as a mail file, for a mail program to send',
    input: z.strictObject({ letter: theLetter }),
    output: z.string().describe('A mail file'),
    mediaTypes: ['message/rfc822'],
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /letters/{letter}/file',
    commandLine: {
      words: ['letters', 'file'],
      positional: ['letter'],
      examples: ['letters file 0198c2 --out letter.eml'],
    },
    run: async (tx, { letter: id }) => {
      const row = await tx.get(letter, id)
      if (!row) throw notFound('letter', id)
      const whom = await getPerson(tx, row.personId)
      const to = { name: whom.name, email: whom.emails[0] }
      const content = mailFile({ from: await readProfile(tx), to, subject: row.subject }, row.body)
      return new FileAnswer(content, 'message/rfc822', `${fileNames()(whom.name)}.eml`)
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
      const shown = []
      for (const row of rows)
        shown.push(await present(tx, { ...row, personName: whom?.name ?? '', address: whom?.emails[0] }))
      return shown
    },
  }),
]

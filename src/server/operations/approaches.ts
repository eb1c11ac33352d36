import { z } from 'zod'
import type { Approach } from '../../core/approaches/approach.ts'
import { approach } from '../../core/approaches/approach.ts'
import {
  type ApproachResult,
  followUp,
  moveOn,
  recordReply,
  startApproach,
} from '../../core/approaches/commands.ts'
import { waitingUntil } from '../../core/approaches/decide.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import { letter } from '../../core/letters/letter.ts'
import { type Method, readMethod } from '../../core/method/method.ts'
import { person } from '../../core/people/person.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, instant, instantOut, iso, isoOrNull, ref, text } from './schemas.ts'

export const channels = ['email', 'phone', 'linkedin', 'in-person', 'letter'] as const
const channel = z.enum(channels)

const approachOut = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  status: z.enum(['waiting', 'replied', 'moved-on']),
  attempts: z.array(z.object({ channel, sentAt: instantOut, letterId: z.string().nullable() })),
  waitingUntil: instantOut.nullable().describe('Until when a reply may be waited for (O6)'),
  answer: z.enum(['yes', 'no', 'later']).nullable(),
  repliedAt: instantOut.nullable(),
  until: z.string().nullable().describe('When they want to be written to again'),
  conversationId: z.string().nullable(),
  advice: z.array(z.object({ rule: z.string(), message: z.string() })),
})
const movedOnOut = approachOut.extend({
  alternatives: z
    .array(z.object({ personId: z.string(), name: z.string(), why: z.string() }))
    .describe('Others to try (O7)'),
})

const present = (
  row: Fresh<Approach> & Partial<ApproachResult>,
  method: Method,
): z.output<typeof approachOut> => ({
  id: row.id,
  personId: row.personId,
  personName: row.personName ?? '',
  status: row.status,
  attempts: row.attempts.map((one) => ({ ...one, sentAt: iso(one.sentAt), letterId: one.letterId ?? null })),
  waitingUntil: row.status === 'waiting' ? iso(waitingUntil(row, method)) : null,
  answer: row.status === 'replied' ? row.answer : null,
  repliedAt: isoOrNull(row.status === 'replied' ? row.repliedAt : undefined),
  until: row.status === 'replied' && row.answer === 'later' ? row.until : null,
  conversationId: (row.status === 'replied' && row.answer === 'yes' && row.conversationId) || null,
  advice: row.advice ?? [],
})

const theApproach = ref(approach, 'The approach: its id, or the name of the person')

export const approachesOperations = [
  commandOperation({
    command: startApproach,
    summary: 'Start the clock: you wrote or called to ask for a talk',
    input: z.strictObject({
      person: ref(person, 'Whom you asked'),
      channel: channel.optional().describe('How; without it, what fits how close you are (O1)'),
      sentAt: instant('When; now, unless said').optional(),
      letter: ref(letter, 'The letter that was sent').optional(),
    }),
    output: approachOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'CONFLICT', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /approaches',
    commandLine: {
      words: ['approaches', 'start'],
      examples: ['approaches start --person "Nadia Haddad" --channel email'],
    },
    toInput: ({ person: personId, letter: letterId, ...rest }) => ({ ...rest, personId, letterId }),
    present: async (tx, row) => present(row, await readMethod(tx)),
  }),
  commandOperation({
    command: followUp,
    summary: 'Record the one follow-up (O6)',
    input: z.strictObject({
      approach: theApproach,
      channel: channel.optional().describe('How; as the first time, unless said'),
      sentAt: instant('When; now, unless said').optional(),
      letter: ref(letter, 'The letter that was sent').optional(),
    }),
    output: approachOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /approaches/{approach}/follow-up',
    commandLine: {
      words: ['approaches', 'follow-up'],
      positional: ['approach'],
      examples: ['approaches follow-up "Nadia Haddad"'],
    },
    toInput: ({ approach: approachId, letter: letterId, ...rest }) => ({ ...rest, approachId, letterId }),
    present: async (tx, row) => present(row, await readMethod(tx)),
  }),
  commandOperation({
    command: recordReply,
    summary: 'Record what they answered, also late',
    input: z.strictObject({
      approach: theApproach,
      answer: z.enum(['yes', 'no', 'later', 'out-of-office']),
      until: date('For "later": when to write again; for "out-of-office": when they are back').optional(),
      at: instant('When they answered; now, unless said').optional(),
      note: text('What they wrote').optional(),
    }),
    output: approachOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /approaches/{approach}/reply',
    commandLine: {
      words: ['approaches', 'reply'],
      positional: ['approach'],
      examples: [
        'approaches reply "Nadia Haddad" --answer yes',
        'approaches reply 0198c2 --answer later --until 2026-05-01',
      ],
    },
    toInput: ({ approach: approachId, ...rest }) => ({ ...rest, approachId }),
    present: async (tx, row) => present(row, await readMethod(tx)),
  }),
  commandOperation({
    command: moveOn,
    summary: 'Move on, with others to try (O7)',
    input: z.strictObject({ approach: theApproach }),
    output: movedOnOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /approaches/{approach}/move-on',
    commandLine: {
      words: ['approaches', 'move-on'],
      positional: ['approach'],
      examples: ['approaches move-on "Nadia Haddad"'],
    },
    toInput: ({ approach: approachId }) => ({ approachId }),
    present: async (tx, row) => ({ ...present(row, await readMethod(tx)), alternatives: row.alternatives }),
  }),
  queryOperation({
    name: 'approaches.list',
    summary: 'List approaches, newest first',
    input: z.strictObject({
      person: ref(person, 'Only to this person').optional(),
      status: z.enum(['waiting', 'replied', 'moved-on']).optional(),
    }),
    output: z.array(approachOut),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /approaches',
    commandLine: { words: ['approaches', 'list'], examples: ['approaches list --status waiting'] },
    run: async (tx, { person: personId, status }) => {
      const rows = personId
        ? await tx.find(approach, 'byPerson', { personId }, { reverse: true })
        : await tx.find(approach, 'byStatus', status ? { status } : {}, { reverse: true })
      const wanted = rows.filter((row) => !status || row.status === status)
      const names = new Map(
        (await tx.find(person, 'id', { id: wanted.map((row) => row.personId) })).map((row) => [
          row.id,
          row.name,
        ]),
      )
      const method = await readMethod(tx)
      return wanted.map((row) => present({ ...row, personName: names.get(row.personId) }, method))
    },
  }),
]

import { z } from 'zod'
import type { ConversationResult } from '../../core/conversations/commands.ts'
import { type Conversation, conversation, thankBy } from '../../core/conversations/conversation.ts'
import { leaveBy } from '../../core/conversations/leave-by.ts'
import { introduction } from '../../core/introductions/introduction.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { readPolicy } from '../../core/method/policy.ts'
import { person } from '../../core/people/person.ts'
import { promise } from '../../core/promises/promise.ts'
import { researchNote } from '../../core/research/research-note.ts'
import { topicNames } from '../../core/research/topics.ts'
import { introductionOut, presentIntroductions } from './introductions.ts'
import { presentPromise, promiseOut } from './promises.ts'
import { instantOut, iso, isoOrNull } from './schemas.ts'

export const mode = z.enum(['in-person', 'video', 'phone'])

export const plannedQuestionOut = z.object({
  text: z.string(),
  mustAsk: z.boolean(),
  asked: z.boolean().optional().describe('Ticked in the talk, or when it was recorded (C5)'),
  answer: z.string().optional(),
})

/** A conversation as it is answered. */
export const conversationOut = z.object({
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
  questions: z.array(plannedQuestionOut),
  research: z.array(z.string()),
  dressChosen: z.boolean().describe('Whether you know what to wear (C1)'),
  highlight: z.string().nullable(),
  advice: z.array(z.string()),
  notes: z.string().nullable(),
  namesHeard: z.array(z.string()).describe('Whom they named, noted in the talk'),
  offers: z.array(z.string()).describe('What you offered, noted in the talk'),
  stayInTouch: z.enum(['yes', 'no']).nullable(),
  thankBy: instantOut.nullable().describe('Until when the thank-you is in time (F1)'),
  thankedAt: instantOut.nullable(),
})

/** The same with what came of it for others. */
export const recordedOut = conversationOut.extend({
  introductions: z.array(introductionOut).describe('Whom they named (N2)'),
  promises: z.array(promiseOut),
  learnt: z
    .array(z.object({ topic: z.enum(topicNames).nullable(), text: z.string() }))
    .describe('What they told, by topic (W6)'),
})

/** One conversation. */
export async function presentConversation(
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
    dressChosen: row.dressChosen ?? false,
    highlight: held?.highlight ?? null,
    advice: held?.advice ?? [],
    notes: ('notes' in row && row.notes) || null,
    namesHeard: ('namesHeard' in row && row.namesHeard) || [],
    offers: ('offers' in row && row.offers) || [],
    stayInTouch: ('stayInTouch' in row && row.stayInTouch) || null,
    thankBy: isoOrNull(held && thankBy(held, policy)),
    thankedAt: isoOrNull(held?.thankedAt),
  }
}

/** The conversation, or NOT_FOUND. */
export async function getConversation(tx: ReadTx, id: string): Promise<Conversation> {
  const row = await tx.get(conversation, id)
  if (!row) throw notFound('conversation', id)
  return row
}

/** One conversation with the introductions and promises that came of it. */
export async function presentRecorded(
  tx: ReadTx,
  row: Fresh<Conversation>,
): Promise<z.output<typeof recordedOut>> {
  const introductions = await tx.find(introduction, 'byConversation', { conversationId: row.id })
  const promises = await tx.find(promise, 'byConversation', { conversationId: row.id })
  const learnt = await tx.find(researchNote, 'byConversation', { conversationId: row.id })
  return {
    ...(await presentConversation(tx, row)),
    introductions: await presentIntroductions(tx, introductions),
    promises: promises.map(presentPromise),
    learnt: learnt.map(({ topic, text }) => ({ topic: topic ?? null, text })),
  }
}

import { approach } from '../approaches/approach.ts'
import { getApproach, openApproach } from '../approaches/commands.ts'
import { arrange } from '../approaches/decide.ts'
import { advanceIntroductions, putIntroduction } from '../introductions/commands.ts'
import { command } from '../kernel/command.ts'
import { DomainError, invalid, notFound } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { getContactable, getPerson } from '../people/commands.ts'
import { type NamedPerson, namedPerson } from '../people/named-person.ts'
import { putPromise } from '../promises/commands.ts'
import { type NewPromised, promisedFrom } from '../promises/promise.ts'
import { putLearnt } from '../research/commands.ts'
import type { Learnt } from '../research/topics.ts'
import { recordTouch } from '../touches/commands.ts'
import { type Conversation, conversation, endOf, type Mode, type PlannedQuestion } from './conversation.ts'
import { type Asked, editedList, type ListEdit, tickedList } from './question-list.ts'

type Arranged = Extract<Conversation, { status: 'arranged' }>

export type ConversationResult = Fresh<Conversation> & { personName: string }

export interface Arrangement {
  /** The id of the conversation, where it follows from something else. */
  id?: Id
  personId: Id
  at: number
  minutes: number
  mode: Mode
  place?: string
  travelMinutes?: number
  approachId?: Id
}

/** A talk is agreed: when, how long, how and where (O5). It answers the open approach, if there is one. */
export const arrangeConversation = command({
  name: 'conversations.arrange',
  run: async (
    tx,
    { id = tx.newId(), personId, at, approachId, ...rest }: Arrangement,
  ): Promise<ConversationResult> => {
    const whom = await getContactable(tx, personId)
    const asked =
      approachId === undefined ? await openApproach(tx, personId) : await getApproach(tx, approachId)
    if (asked && asked.personId !== personId)
      throw invalid('approach', `That approach is not to ${whom.name}.`)
    const row: Fresh<Conversation> = {
      ...rest,
      id,
      personId,
      approachId: asked?.id,
      startsAt: at,
      aims: [],
      questions: [],
      research: [],
      createdAt: tx.now,
      status: 'arranged',
    }
    await tx.put(conversation, row)
    if (asked) await tx.put(approach, arrange(asked, row.id, tx.now))
    await advanceIntroductions(tx, personId, 'contacted', tx.now)
    return { ...row, personName: whom.name }
  },
  summary: (_, row) => `Arranged a talk with ${row.personName}`,
})

export interface Preparation extends Omit<ListEdit, 'add'> {
  conversationId: Id
  aims?: string[]
  questions?: PlannedQuestion[]
  research?: string[]
  /** Aims and research lines to take off, in their own words. */
  drop?: string[]
  /** What to wear, or where to telephone, is decided (C1). */
  dressChosen?: boolean
  at?: number
  minutes?: number
  mode?: Mode
  place?: string
  travelMinutes?: number
}

/** More aims than this, and none is reached in half an hour (P2). */
export const mostAims = 3

/** What the user wants to know, will ask and has found out (P1-P3); lists are added to. Also moves the appointment. */
export const prepareConversation = command({
  name: 'conversations.prepare',
  run: async (tx, input: Preparation): Promise<ConversationResult> => {
    const { conversationId, aims, questions, research, drop = [], at, ...rest } = input
    const { remove, star, unstar, first, ...facts } = rest
    const row = await arrangedConversation(tx, conversationId)
    const { name } = await getPerson(tx, row.personId)
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const dropped = new Set(drop.map(fold))
    const kept = (texts: string[]) => texts.filter((text) => !dropped.has(fold(text)))
    const known = new Set([...row.aims, ...row.research].map(fold))
    const stranger = drop.find((text) => !known.has(fold(text)))
    if (stranger !== undefined) throw invalid('drop', `“${stranger}” is none of your aims or notes here.`)
    const next = {
      ...row,
      ...said,
      startsAt: at ?? row.startsAt,
      confirmedAt: at === undefined ? row.confirmedAt : undefined,
      aims: unique([...kept(row.aims), ...(aims ?? [])]),
      questions: editedList(row.questions, { add: questions, remove, star, unstar, first }),
      research: unique([...kept(row.research), ...(research ?? [])]),
    }
    if (aims && next.aims.length > mostAims) {
      throw invalid(
        'aims',
        `${next.aims.length} aims are too many for one talk (P2). Keep the ${mostAims} that matter most; drop takes one off.`,
      )
    }
    await tx.put(conversation, next)
    return { ...next, personName: name }
  },
  summary: (_, row) => `Prepared for ${row.personName}`,
})

/** The other side was reminded of day, time and place (X2). */
export const confirmConversation = command({
  name: 'conversations.confirm',
  run: async (tx, { conversationId }: { conversationId: Id }): Promise<ConversationResult> => {
    const row = await arrangedConversation(tx, conversationId)
    const { name } = await getPerson(tx, row.personId)
    const next = { ...row, confirmedAt: tx.now }
    await tx.put(conversation, next)
    return { ...next, personName: name }
  },
  summary: (_, row) => `Confirmed the talk with ${row.personName}`,
})

export interface Outcome {
  conversationId: Id
  outcome: 'held' | 'cancelled' | 'no-show'
  highlight?: string
  advice?: string[]
  /** What they told about their field, each under its topic (W6). */
  learnt?: Learnt[]
  /** Which questions were asked, and what was said (C5). */
  asked?: Asked[]
  names?: NamedPerson[]
  /** What the user promised. */
  promises?: NewPromised[]
  /** What they promised. */
  theirPromises?: NewPromised[]
  notes?: string
  stayInTouch?: 'yes' | 'no'
}

/**
 * What came of a talk: the highlight, advice, names and promises; the thank-you's clock starts at its end (F1, F3, N2). What
 * was noted in the talk stands where nothing else is said.
 */
export const recordConversation = command({
  name: 'conversations.record',
  run: async (tx, input: Outcome): Promise<ConversationResult> => {
    const row = await tx.get(conversation, input.conversationId)
    if (!row) throw notFound('conversation', input.conversationId)
    if (row.status !== 'arranged') throw recordedAlready(row)
    const whom = await getPerson(tx, row.personId)
    const next =
      input.outcome === 'held' ? held(row, input, tx.now) : fellThrough(row, input.outcome, input, tx.now)
    await tx.put(conversation, next)
    if (next.status === 'held') {
      const at = Math.min(endOf(row), tx.now)
      const kind = row.mode === 'phone' ? 'call' : 'meeting'
      await recordTouch(tx, {
        personId: whom.id,
        at,
        kind,
        from: 'me',
        outcome: 'talked',
        conversationId: row.id,
      })
      await advanceIntroductions(tx, whom.id, 'met', at)
      for (const named of input.names ?? (row.namesHeard ?? []).map(namedPerson))
        await putIntroduction(tx, whom, named, row.id)
      const about = { personId: whom.id, conversationId: row.id }
      for (const one of input.promises ?? (row.offers ?? []).map(promisedFrom))
        await putPromise(tx, { ...one, ...about, by: 'me' })
      for (const one of input.theirPromises ?? []) await putPromise(tx, { ...one, ...about, by: 'them' })
      await putLearnt(tx, { personId: whom.id, conversationId: row.id }, input.learnt ?? [])
    } else if (row.approachId) await reopen(tx, row.approachId)
    return { ...next, personName: whom.name }
  },
  summary: (input, row) => `Talk with ${row.personName}: ${input.outcome}`,
})

function held(row: Arranged, input: Outcome, now: number): Fresh<Conversation> {
  if (row.startsAt > now) {
    throw new DomainError(
      'WRONG_STATE',
      'This talk is still to come. Record it when it is over, or move it first.',
    )
  }
  return {
    ...planned(row),
    status: 'held',
    recordedAt: now,
    highlight: input.highlight,
    questions: tickedList(row.questions, input.asked ?? []),
    advice: input.advice ?? [],
    notes: input.notes ?? row.notes,
    stayInTouch: input.stayInTouch ?? row.stayInTouch ?? 'yes',
  }
}

function fellThrough(
  row: Arranged,
  status: 'cancelled' | 'no-show',
  { notes = row.notes }: Outcome,
  now: number,
): Fresh<Conversation> {
  return { ...planned(row), status, recordedAt: now, notes }
}

/** The yes still stands: another time is to be found. Unless the user has asked anew since. */
async function reopen(tx: Tx, approachId: Id): Promise<void> {
  const row = await tx.get(approach, approachId)
  const newest = row && (await tx.find(approach, 'byPerson', { personId: row.personId })).at(-1)
  if (row?.status === 'replied' && row.answer === 'yes' && newest?.id === row.id)
    await tx.put(approach, { ...row, conversationId: undefined })
}

/** The conversation while it is still to come; throws NOT_FOUND, or WRONG_STATE where it is recorded. */
export async function arrangedConversation(tx: ReadTx, id: Id): Promise<Arranged> {
  const row = await tx.get(conversation, id)
  if (!row) throw notFound('conversation', id)
  if (row.status !== 'arranged') throw recordedAlready(row)
  return row
}

function recordedAlready(row: Conversation): DomainError {
  return new DomainError(
    'WRONG_STATE',
    `This conversation is on record as ${row.status}. Undo that first to change it.`,
    {
      id: row.id,
      status: row.status,
    },
  )
}

function planned(row: Conversation) {
  const { id, personId, approachId, startsAt, minutes, mode, place, travelMinutes, createdAt } = row
  const { aims, questions, research, dressChosen } = row
  return {
    id,
    personId,
    approachId,
    startsAt,
    minutes,
    mode,
    place,
    travelMinutes,
    aims,
    questions,
    research,
    dressChosen,
    createdAt,
  }
}

const unique = (texts: string[]): string[] => [...new Set(texts)]

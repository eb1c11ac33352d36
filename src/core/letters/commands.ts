import type { Channel } from '../approaches/approach.ts'
import { again, channelFor, openApproach, start } from '../approaches/commands.ts'
import { conversation } from '../conversations/conversation.ts'
import { awaitingThanks } from '../conversations/thank.ts'
import { introduction } from '../introductions/introduction.ts'
import { mayBecome, progress } from '../introductions/progress.ts'
import { command } from '../kernel/command.ts'
import { DomainError, invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import { keepBoth } from '../kernel/keep-both.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { readPolicy } from '../method/policy.ts'
import { askAdvocate } from '../openings/commands.ts'
import { getContactable, getPerson } from '../people/commands.ts'
import type { Person } from '../people/person.ts'
import { recordTouch, touchKindOf } from '../touches/commands.ts'
import { composeLetter } from './compose.ts'
import { gatherFacts, type LetterWish } from './gather.ts'
import { type Letter, type LetterKind, letter } from './letter.ts'

export type LetterResult = Fresh<Letter> & { personName: string; address?: string }

export interface Composing extends LetterWish {
  personId: Id
  channel?: Channel
  /** The draft whose place it takes. */
  letterId?: Id
  /** Which of the wordings, from 0: each says the same otherwise. */
  wording?: number
}

/** Composes a letter from what is on record, and keeps it as a draft. Without a channel: what fits closeness (O1). */
export const composeDraft = command({
  name: 'letters.compose',
  run: async (tx, input: Composing): Promise<LetterResult> => {
    const { personId, channel: wished, letterId, wording, ...wish } = input
    const whom = await getContactable(tx, personId)
    const before = letterId === undefined ? undefined : await draftTo(tx, letterId, whom)
    const asks = wish.kind === 'request' || wish.kind === 'follow-up'
    const channel = wished ?? (asks ? channelFor(whom, await readPolicy(tx)) : 'email')
    const { facts, ...about } = await gatherFacts(tx, whom, { ...aboutOf(before), ...wish })
    const row = {
      ...about,
      ...composeLetter(wish.kind, channel, facts, wording),
      id: letterId ?? tx.newId(),
      personId,
      kind: wish.kind,
      channel,
      createdAt: tx.now,
      status: 'draft',
    } as const
    await tx.put(letter, row)
    return withAddress(row, whom)
  },
  summary: (_, row) => `Drafted a letter to ${row.personName} (${row.kind})`,
})

export interface Edit {
  letterId: Id
  kind?: LetterKind
  channel?: Channel
  subject?: string
  body?: string
  /** The text that the change was made of: what somebody else wrote since is kept as well. */
  bodyBefore?: string
}

/** Changes a draft in the user's own words, or the way that it goes. */
export const editDraft = command({
  name: 'letters.edit',
  run: async (tx, { letterId, body, bodyBefore, ...said }: Edit) => {
    const row = await getDraft(tx, letterId)
    const whom = await getContactable(tx, row.personId)
    const { kind = row.kind, channel = row.channel, subject = row.subject } = said
    const kept = body === undefined ? row.body : keepBoth(bodyBefore ?? row.body, body, row.body)
    const edited = { ...row, kind, channel, subject, body: kept }
    await tx.put(letter, edited)
    return withAddress(edited, whom)
  },
  summary: (_, row) => `Changed the letter to ${row.personName}`,
})

/** A draft that is not wanted goes. */
export const discardDraft = command({
  name: 'letters.discard',
  run: async (tx, { letterId }: { letterId: Id }): Promise<LetterResult> => {
    const row = await getDraft(tx, letterId)
    const whom = await getPerson(tx, row.personId)
    await tx.remove(letter, letterId)
    return withAddress(row, whom)
  },
  summary: (_, row) => `Threw away the draft to ${row.personName}`,
})

/** The letter went out: what it asks, answers or thanks for is recorded with it (O6, F1, X1). Twice is once. */
export const sendLetter = command({
  name: 'letters.sent',
  run: async (tx, { letterId, at = tx.now }: { letterId: Id; at?: number }): Promise<LetterResult> => {
    const row = await getLetter(tx, letterId)
    const whom = await getContactable(tx, row.personId)
    if (row.status === 'sent') return withAddress(row, whom)
    const sent = { ...row, status: 'sent', sentAt: at } as const
    if (row.kind === 'request' || row.kind === 'follow-up') await sendRequest(tx, whom, row, at)
    else {
      await tx.put(letter, sent)
      const outcome = outcomeOf(row)
      const kind = touchKindOf(row.channel)
      await recordTouch(tx, { personId: whom.id, at, kind, from: 'me', outcome, letterId })
      if (row.kind === 'thank-you') await thankWith(tx, row, at)
      if (row.openingId) await askAdvocate.run(tx, { openingId: row.openingId, personId: whom.id, at })
      if (row.kind === 'report-back') await (row.introductionId ? reportBack : tellProgress)(tx, row, at)
    }
    return withAddress(sent, whom)
  },
  summary: (_, row) => `Sent a letter to ${row.personName} (${row.kind})`,
})

function outcomeOf({ kind, introductionId, openingId }: Letter): string {
  if (openingId) return 'asked for a word of help'
  if (kind === 'report-back' && !introductionId) return 'told what came of their advice'
  return outcomes[kind as keyof typeof outcomes]
}

const outcomes = {
  'thank-you': 'thanked them',
  'keep-in-touch': 'kept in touch',
  seasonal: 'sent good wishes',
  'introduction-request': 'asked for an introduction',
  'report-back': 'told what came of their referral',
}

/** A request starts the clock of an approach; while one is open, it is a further attempt (O6, O7). */
async function sendRequest(tx: Tx, whom: Person, row: Letter, sentAt: number): Promise<void> {
  const attempt = { channel: row.channel, sentAt, letterId: row.id }
  const open = await openApproach(tx, whom.id)
  if (open && (row.kind === 'follow-up' || open.attempts[0]!.letterId)) await again(tx, open, whom, attempt)
  else await start(tx, whom, attempt)
}

async function thankWith(tx: Tx, row: Letter, at: number): Promise<void> {
  const talk = await awaitingThanks(tx, row.personId, row.conversationId)
  if (talk) await tx.put(conversation, { ...talk, thankedAt: at })
}

async function reportBack(tx: Tx, { introductionId }: Letter, at: number): Promise<void> {
  const row = await tx.get(introduction, introductionId!)
  if (row && mayBecome(row.status, 'reported-back'))
    await tx.put(introduction, progress(row, 'reported-back', at))
}

/** What came of their advice was told (X6). */
async function tellProgress(tx: Tx, { conversationId }: Letter, at: number): Promise<void> {
  const talk = conversationId === undefined ? undefined : await tx.get(conversation, conversationId)
  if (talk?.status === 'held') await tx.put(conversation, { ...talk, progressToldAt: at })
}

async function getLetter(tx: Tx, id: Id): Promise<Letter> {
  const row = await tx.get(letter, id)
  if (!row) throw notFound('letter', id)
  return row
}

async function getDraft(tx: Tx, id: Id): Promise<Letter> {
  const row = await getLetter(tx, id)
  if (row.status === 'sent')
    throw new DomainError('WRONG_STATE', 'This letter was sent; what was sent stays as it was.')
  return row
}

async function draftTo(tx: Tx, id: Id, whom: Person): Promise<Letter> {
  const row = await getDraft(tx, id)
  if (row.personId !== whom.id) throw invalid('letter', `That draft is not to ${whom.name}.`)
  return row
}

/** What the draft is about stays so when it is composed anew. */
const aboutOf = (row: Letter | undefined) =>
  row && {
    conversationId: row.conversationId,
    introductionId: row.introductionId,
    openingId: row.openingId,
  }

const withAddress = (row: Fresh<Letter>, whom: Person): LetterResult => ({
  ...row,
  personName: whom.name,
  address: whom.emails[0],
})

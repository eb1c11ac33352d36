import { type Approach, approach } from '../approaches/approach.ts'
import {
  awaitsProgress,
  conversation,
  type HeldConversation,
  thankBy,
} from '../conversations/conversation.ts'
import { event } from '../events/event.ts'
import { eventPerson } from '../events/event-person.ts'
import { type Introduction, introduction } from '../introductions/introduction.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { dateInWords, startOfDay } from '../method/clock.ts'
import { readPolicy } from '../method/policy.ts'
import { opening } from '../openings/opening.ts'
import { type Person, person } from '../people/person.ts'
import { readProfile, userTimeZone } from '../profile/profile.ts'
import { promise } from '../promises/promise.ts'
import { touch } from '../touches/touch.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterKind } from './letter.ts'

/** What the user says of a letter beyond the record. */
export interface LetterWish {
  kind: LetterKind
  conversationId?: Id
  introductionId?: Id
  aims?: string[]
  fields?: string[]
  /** What gives rise to writing (F5). */
  reason?: string
  /** What good wishes are for (F5). */
  season?: string
  /** Whom they are asked to introduce (N2). */
  introduceTo?: string
  /** The opening for which they are asked for a word of help (W5). */
  openingId?: Id
  /** How it is said; without it, as closeness has it. */
  tone?: 'formal' | 'friendly'
  /** How many characters a LinkedIn note may have. */
  characters?: number
}

/** The facts of the record that a letter can be made of, and the records it will answer when it is sent. */
export async function gatherFacts(
  tx: ReadTx,
  whom: Person,
  wish: LetterWish,
): Promise<{ facts: LetterFacts; conversationId?: Id; introductionId?: Id; openingId?: Id }> {
  const sender = await readProfile(tx)
  const timeZone = await userTimeZone(tx)
  const policy = await readPolicy(tx)
  const talks = await tx.find(conversation, 'byPerson', { personId: whom.id })
  const held = talks.filter((talk): talk is HeldConversation => talk.status === 'held')
  const talk =
    held.find(({ id }) => id === wish.conversationId) ??
    held.findLast((one) => (wish.kind === 'report-back' ? awaitsProgress(one) : !one.thankedAt)) ??
    held.at(-1)
  const asked = (await tx.find(approach, 'byPerson', { personId: whom.id })).at(-1)
  const named = await namedBy(tx, whom, wish)
  const [last] = await tx.find(touch, 'byPerson', { personId: whom.id }, { limit: 1, reverse: true })
  const facts: LetterFacts = {
    recipient: whom,
    sender,
    referrer: await referrerOf(tx, whom),
    policy,
    tone: wish.tone,
    characters: wish.characters,
    aims: wish.aims ?? talks.findLast(({ status }) => status === 'arranged')?.aims ?? [],
    fields: wish.fields ?? fieldsFor(whom, sender.interests),
    firstLetter: firstLetter(asked, timeZone),
    conversation: talk && {
      ...(await recalled(tx, talk, timeZone)),
      late: !talk.thankedAt && tx.now > thankBy(talk, policy),
    },
    introduction: await introductionFacts(tx, named, wish, timeZone),
    opening: await openingFacts(tx, wish, timeZone),
    metAt: await metAtEvent(tx, whom),
    lastTouchText: last && dateInWords(last.at, timeZone),
    reason: wish.reason,
    seasonText: wish.season,
  }
  return {
    facts,
    conversationId:
      wish.kind === 'thank-you' || (wish.kind === 'report-back' && !named) ? talk?.id : undefined,
    introductionId: named?.id,
    openingId: facts.opening && wish.openingId,
  }
}

/** A report is on what came of a conversation's advice where the letter names the conversation, or no referral is open (X6). */
const isProgress = ({ kind, conversationId, introductionId }: LetterWish): boolean =>
  kind === 'report-back' && conversationId !== undefined && introductionId === undefined

/** The fields they share with what the user explores, or else theirs, or else the user's. */
function fieldsFor(whom: Person, interests: string[]): string[] {
  const explored = new Set(interests.map(fold))
  const shared = whom.fields.filter((field) => explored.has(fold(field)))
  return [shared, whom.fields, interests].find((list) => list.length > 0) ?? []
}

async function referrerOf(tx: ReadTx, whom: Person): Promise<string | undefined> {
  const [named] = await tx.find(introduction, 'byTo', { toPersonId: whom.id }, { limit: 1 })
  const id = named?.fromPersonId ?? whom.referredById
  return id === undefined ? undefined : (await tx.get(person, id))?.name
}

function firstLetter(asked: Approach | undefined, timeZone: string): LetterFacts['firstLetter'] {
  const first = asked?.attempts[0]
  return first && { dateText: dateInWords(first.sentAt, timeZone), channel: first.channel }
}

async function recalled(
  tx: ReadTx,
  talk: HeldConversation,
  timeZone: string,
): Promise<NonNullable<LetterFacts['conversation']>> {
  const introductions = await tx.find(introduction, 'byConversation', { conversationId: talk.id })
  const people = await tx.find(person, 'id', { id: introductions.map((row) => row.toPersonId) })
  const promises = await tx.find(promise, 'byConversation', { conversationId: talk.id })
  return {
    dateText: dateInWords(talk.startsAt, timeZone),
    highlight: talk.highlight,
    advice: talk.advice,
    namesGiven: people.map(({ name }) => name),
    promises: promises.filter(({ by }) => by === 'me').map(({ text }) => text),
  }
}

/** The event at which the two last met (N3). */
async function metAtEvent(tx: ReadTx, whom: Person): Promise<string | undefined> {
  const rows = await tx.find(eventPerson, 'byPerson', { personId: whom.id })
  const met = rows.filter((row) => row.metAt !== undefined).sort((a, b) => a.metAt! - b.metAt!)
  const last = met.at(-1)
  return last && (await tx.get(event, last.eventId))?.name
}

/** The introduction that a report answers: the one meant, or the first that was met and not told of (X1). */
async function namedBy(tx: ReadTx, whom: Person, wish: LetterWish): Promise<Introduction | undefined> {
  if (wish.kind !== 'report-back' || isProgress(wish)) return undefined
  const rows = await tx.find(introduction, 'byFrom', { fromPersonId: whom.id })
  return rows.find(({ id }) => id === wish.introductionId) ?? rows.find(({ status }) => status === 'met')
}

async function openingFacts(
  tx: ReadTx,
  { openingId }: LetterWish,
  timeZone: string,
): Promise<LetterFacts['opening']> {
  const row = openingId === undefined ? undefined : await tx.get(opening, openingId)
  if (!row) return undefined
  return {
    title: row.title,
    organization: row.organization,
    deadlineText: row.deadline && dateInWords(startOfDay(row.deadline, timeZone), timeZone),
  }
}

async function introductionFacts(
  tx: ReadTx,
  named: Introduction | undefined,
  wish: LetterWish,
  timeZone: string,
): Promise<LetterFacts['introduction']> {
  if (!named) return wish.introduceTo === undefined ? undefined : { namedPerson: wish.introduceTo }
  const met = await tx.get(person, named.toPersonId)
  const talks = await tx.find(conversation, 'byPerson', { personId: named.toPersonId })
  const held = talks.findLast((talk) => talk.status === 'held')
  return {
    namedPerson: met?.name ?? '',
    metDateText: held && dateInWords(held.startsAt, timeZone),
    highlight: held?.status === 'held' ? held.highlight : undefined,
  }
}

import { advocacy } from '../advocacy/advocacy.ts'
import { type Approach, approach } from '../approaches/approach.ts'
import { conversation } from '../conversations/conversation.ts'
import { event } from '../events/event.ts'
import { type Introduction, introduction } from '../introductions/introduction.ts'
import { foldedWords } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { letter } from '../letters/letter.ts'
import { endOfDay, startOfDay } from '../method/clock.ts'
import { opening } from '../openings/opening.ts'
import { person } from '../people/person.ts'
import { promise } from '../promises/promise.ts'
import { researchNote } from '../research/research-note.ts'
import { touch } from '../touches/touch.ts'
import { type LogRecords, linesOf } from './lines.ts'

/** One line of the log: with whom, when, what came of it, and what to remember (F3). */
export interface LogEntry {
  /** Epoch milliseconds. */
  at: number
  /** Empty for an event. */
  person: string
  personId: Id | null
  kind: string
  outcome: string | null
  /** Several notes stand on lines of their own. */
  notes: string | null
}

/** What the log is narrowed to. Days as `YYYY-MM-DD`, both included. */
export interface LogRange {
  from?: string | undefined
  to?: string | undefined
  /** Only what has to do with them. */
  personId?: Id | undefined
  /** Each word begins a word of the line. */
  search?: string | undefined
}

/** The log of a network in the order of time, in whole days of that time zone (F3). */
export async function readLog(
  tx: ReadTx,
  { from, to, personId, search }: LogRange,
  timeZone: string,
): Promise<LogEntry[]> {
  const range = {
    ...(from === undefined ? {} : { from: startOfDay(from, timeZone) }),
    ...(to === undefined ? {} : { before: endOfDay(to, timeZone) }),
  }
  const records = await readRecords(tx, range, personId)
  const inRange = (at: number) => at >= (range.from ?? -Infinity) && at < (range.before ?? Infinity)
  const lines = linesOf(records).filter(({ at }) => inRange(at))
  const ids = new Set(lines.flatMap(({ personId: id, namedId }) => [id ?? [], namedId ?? []].flat()))
  const people = await tx.find(person, 'id', { id: [...ids] })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const entries = lines.map(({ namedId, ...line }) => ({
    ...line,
    person: names.get(line.personId ?? '') ?? '',
    outcome: namedId ? `${line.outcome} ${names.get(namedId) ?? ''}`.trim() : line.outcome,
  }))
  const words = foldedWords(search)
  return words.length === 0 ? entries : entries.filter((entry) => matches(entry, words))
}

function matches({ person: name, kind, outcome, notes }: LogEntry, words: readonly string[]): boolean {
  const known = foldedWords(name, kind, outcome ?? undefined, notes ?? undefined)
  return words.every((word) => known.some((one) => one.startsWith(word)))
}

/** The rows of the lines: touches of the range, and of the other tables, which are short, all or those of one person. */
async function readRecords(
  tx: ReadTx,
  range: { from?: number; before?: number },
  personId: Id | undefined,
): Promise<LogRecords> {
  const theirs = personId === undefined ? undefined : { personId }
  const touches = theirs
    ? await tx.find(touch, 'byPerson', theirs, range)
    : await tx.find(touch, 'byTime', {}, range)
  const talks = theirs
    ? await tx.find(conversation, 'byPerson', theirs)
    : await tx.find(conversation, 'byStart', {})
  const introductions = await introductionsOf(tx, personId)
  const advocacies = theirs
    ? await tx.find(advocacy, 'byPerson', theirs)
    : await tx.find(advocacy, 'byOpening', {})
  const letterIds = [...new Set(touches.flatMap(({ letterId }) => letterId ?? []))]
  return {
    touches,
    talks,
    introductions,
    approaches: await approachesOf(tx, theirs),
    promises: theirs ? await tx.find(promise, 'byPerson', theirs) : await tx.find(promise, 'byStatus', {}),
    events: theirs ? [] : await tx.find(event, 'byStart', {}),
    advocacies,
    openings: await tx.find(opening, 'id', { id: advocacies.map(({ openingId }) => openingId) }),
    letters: await tx.find(letter, 'id', { id: letterIds }),
    reports: await tx.find(letter, 'byIntroduction', { introductionId: introductions.map(({ id }) => id) }),
    learnt: await tx.find(researchNote, 'byConversation', { conversationId: talks.map(({ id }) => id) }),
  }
}

const approachesOf = (tx: ReadTx, theirs: { personId: Id } | undefined): Promise<Approach[]> =>
  theirs ? tx.find(approach, 'byPerson', theirs) : tx.find(approach, 'byStatus', {})

async function introductionsOf(tx: ReadTx, personId: Id | undefined): Promise<Introduction[]> {
  if (personId === undefined) return tx.find(introduction, 'byNamedAt', {})
  return [
    ...(await tx.find(introduction, 'byFrom', { fromPersonId: personId })),
    ...(await tx.find(introduction, 'byTo', { toPersonId: personId })),
  ]
}

import { type Advocacy, advocacy } from '../advocacy/advocacy.ts'
import { type Conversation, conversation } from '../conversations/conversation.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Letter, letter } from '../letters/letter.ts'
import { endOfDay, startOfDay } from '../method/clock.ts'
import { opening } from '../openings/opening.ts'
import { person } from '../people/person.ts'
import { type Touch, touch } from '../touches/touch.ts'

/** One line of the log: with whom, when, what came of it, and what to remember (F3). */
export interface LogEntry {
  /** Epoch milliseconds. */
  at: number
  person: string
  personId: Id
  kind: string
  outcome: string | null
  /** Several notes stand on lines of their own. */
  notes: string | null
}

/** Days as `YYYY-MM-DD`, both included. */
export interface LogRange {
  from?: string | undefined
  to?: string | undefined
}

/** The log of a network in the order of time, in whole days of that time zone (F3). */
export async function readLog(tx: ReadTx, { from, to }: LogRange, timeZone: string): Promise<LogEntry[]> {
  const range = {
    ...(from === undefined ? {} : { from: startOfDay(from, timeZone) }),
    ...(to === undefined ? {} : { before: endOfDay(to, timeZone) }),
  }
  const touches = await tx.find(touch, 'byTime', {}, range)
  const talks = await tx.find(conversation, 'byStart', {})
  const advocacies = await tx.find(advocacy, 'byOpening', {})
  const openings = await tx.find(opening, 'id', { id: advocacies.map(({ openingId }) => openingId) })
  const titles = new Map(openings.map(({ id, title }) => [id, title]))
  const help = advocacies.map((row) => helped(row, titles.get(row.openingId) ?? ''))
  const letterIds = [...new Set(touches.flatMap(({ letterId }) => letterId ?? []))]
  const letters = await tx.find(letter, 'id', { id: letterIds })
  const inRange = (at: number) => at >= (range.from ?? -Infinity) && at < (range.before ?? Infinity)
  const entries = [...logOf({ touches, talks, letters }), ...help]
    .filter(({ at }) => inRange(at))
    .sort((a, b) => a.at - b.at)
  const people = await tx.find(person, 'id', { id: [...new Set(entries.map(({ personId }) => personId))] })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return entries.map((entry) => ({ ...entry, person: names.get(entry.personId) ?? '' }))
}

/** The lines that follow from the records: every touch, and every talk that fell through. */
function logOf(records: {
  touches: readonly Touch[]
  talks: readonly Conversation[]
  letters: readonly Letter[]
}): Omit<LogEntry, 'person'>[] {
  const talks = new Map(records.talks.map((row) => [row.id, row]))
  const letters = new Map(records.letters.map((row) => [row.id, row]))
  const touched = records.touches.map((row) => ({
    at: row.at,
    personId: row.personId,
    kind: row.kind,
    outcome: row.outcome ?? (row.from === 'them' ? 'heard from them' : null),
    notes: joined(
      row.note,
      row.letterId && letters.get(row.letterId)?.subject,
      ...notesOfTalk(row.conversationId ? talks.get(row.conversationId) : undefined),
    ),
  }))
  return [...touched, ...records.talks.flatMap(fellThrough)]
}

/** What somebody was asked to do for an opening, or did (W5). */
const helped = (row: Advocacy, title: string): Omit<LogEntry, 'person'> => ({
  at: row.at,
  personId: row.personId,
  kind: 'opening',
  outcome: row.status === 'asked' ? `asked for help with ${title}` : `helped with ${title}`,
  notes: joined(row.status === 'asked' ? row.note : row.evidence),
})

function notesOfTalk(talk: Conversation | undefined): (string | undefined)[] {
  if (talk?.status !== 'held') return []
  const advice = talk.advice.length > 0 ? `Advice: ${talk.advice.join('; ')}` : undefined
  return [talk.highlight, advice, talk.notes]
}

/** A talk that did not take place leaves no touch: it stands at its time, or when it was called off before. */
function fellThrough(talk: Conversation): Omit<LogEntry, 'person'>[] {
  if (talk.status !== 'cancelled' && talk.status !== 'no-show') return []
  return [
    {
      at: Math.min(talk.startsAt, talk.recordedAt),
      personId: talk.personId,
      kind: talk.mode === 'phone' ? 'call' : 'meeting',
      outcome: talk.status === 'cancelled' ? 'cancelled' : 'did not take place',
      notes: joined(talk.notes),
    },
  ]
}

const joined = (...notes: (string | undefined)[]): string | null =>
  [...new Set(notes.filter(Boolean))].join('\n') || null

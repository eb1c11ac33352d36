import type { Advocacy } from '../advocacy/advocacy.ts'
import type { Approach } from '../approaches/approach.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { NetworkEvent } from '../events/event.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import type { Letter } from '../letters/letter.ts'
import type { Opening } from '../openings/opening.ts'
import type { Promised } from '../promises/promise.ts'
import type { ResearchNote } from '../research/research-note.ts'
import { topics } from '../research/topics.ts'
import type { Touch } from '../touches/touch.ts'

/** What the log is made from. */
export interface LogRecords {
  touches: readonly Touch[]
  talks: readonly Conversation[]
  approaches: readonly Approach[]
  introductions: readonly Introduction[]
  promises: readonly Promised[]
  /** The letters that the touches name. */
  letters: readonly Letter[]
  /** The letters about the introductions. */
  reports: readonly Letter[]
  events: readonly NetworkEvent[]
  advocacies: readonly Advocacy[]
  /** The openings that the advocacies are about. */
  openings: readonly Opening[]
  /** What was told in the talks. */
  learnt: readonly ResearchNote[]
}

export interface Line {
  at: number
  /** Nobody for an event, at which each person met has a line of their own. */
  personId: Id | null
  kind: string
  outcome: string | null
  notes: string | null
  /** Somebody whose name belongs at the end of the outcome. */
  namedId?: Id
}

/**
 * The lines that follow from the records, by time (F3): every touch (which letters, calls, replies and held talks leave
 * behind), and what leaves none: talks that fell through, absences, moving on, names given, reports by word of mouth, promises,
 * events, help with openings.
 */
export function linesOf(records: LogRecords): Line[] {
  return [
    ...records.events.flatMap(attended),
    ...touched(records),
    ...records.talks.flatMap(fellThrough),
    ...records.approaches.flatMap(silence),
    ...records.introductions.flatMap((row) => introduced(row, records.reports)),
    ...records.promises.flatMap(promised),
    ...helped(records),
  ].sort((a, b) => a.at - b.at)
}

function touched(records: LogRecords): Line[] {
  const talks = new Map(records.talks.map((row) => [row.id, row]))
  const letters = new Map(records.letters.map((row) => [row.id, row]))
  const learnt = Map.groupBy(records.learnt, ({ conversationId }) => conversationId)
  return records.touches.map((row) => ({
    at: row.at,
    personId: row.personId,
    kind: row.kind,
    outcome: row.outcome ?? (row.from === 'them' ? 'heard from them' : null),
    notes: joined(
      row.note,
      row.letterId && letters.get(row.letterId)?.subject,
      ...notesOfTalk(talks.get(row.conversationId ?? ''), learnt.get(row.conversationId) ?? []),
    ),
  }))
}

function notesOfTalk(
  talk: Conversation | undefined,
  learnt: readonly ResearchNote[],
): (string | undefined)[] {
  if (talk?.status !== 'held') return []
  const advice = talk.advice.length > 0 ? `Advice: ${talk.advice.join('; ')}` : undefined
  const told = learnt.map(({ topic, text }) => (topic ? `${topics[topic]}: ${text}` : text))
  return [talk.highlight, advice, ...told, talk.notes]
}

/** A talk that did not take place leaves no touch: it stands at its time, or when it was called off before. */
function fellThrough(talk: Conversation): Line[] {
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

/** Away, and no answer at all (X5, O7). */
function silence(row: Approach): Line[] {
  const line = (at: number, outcome: string): Line => ({
    ...{ at, personId: row.personId, kind: 'approach', outcome, notes: null },
  })
  if (row.status === 'moved-on') return [line(row.movedOnAt, 'moved on')]
  if (row.status !== 'waiting') return []
  return (row.absences ?? []).map(({ from, until }) => line(from, `away until ${until}`))
}

/** Who named somebody, and what came of it where it was told without a letter (N2, X1). */
function introduced(row: Introduction, reports: readonly Letter[]): Line[] {
  const base = { personId: row.fromPersonId, kind: 'introduction', notes: joined(row.note) }
  const named = { ...base, at: row.namedAt, outcome: 'named', namedId: row.toPersonId }
  const byLetter = reports.some(
    (one) => one.introductionId === row.id && one.kind === 'report-back' && one.status === 'sent',
  )
  if (row.status !== 'reported-back' || byLetter) return [named]
  const told = 'told them that you met'
  return [named, { ...base, at: row.reportedAt, outcome: told, namedId: row.toPersonId }]
}

function promised(row: Promised): Line[] {
  const base = { personId: row.personId, kind: 'promise', notes: row.text }
  const made = { ...base, at: row.madeAt, outcome: row.by === 'me' ? 'you promised' : 'they promised' }
  if (row.status === 'open') return [made]
  return [
    made,
    { ...base, at: row.closedAt, outcome: row.status === 'kept' ? 'promise kept' : 'promise given up' },
  ]
}

/** What somebody was asked to do for an opening, or did (W5). */
function helped({ advocacies, openings }: LogRecords): Line[] {
  const titles = new Map(openings.map(({ id, title }) => [id, title]))
  return advocacies.map((row) => {
    const title = titles.get(row.openingId) ?? ''
    return {
      at: row.at,
      personId: row.personId,
      kind: 'opening',
      outcome: row.status === 'asked' ? `asked for help with ${title}` : `helped with ${title}`,
      notes: joined(row.status === 'asked' ? row.note : row.evidence),
    }
  })
}

/** Where the user was (N3). */
function attended(row: NetworkEvent): Line[] {
  if (row.status !== 'attended') return []
  const outcome = `attended ${row.name}`
  return [{ at: row.startsAt, personId: null, kind: 'event', outcome, notes: joined(row.place, row.notes) }]
}

const joined = (...notes: (string | undefined)[]): string | null =>
  [...new Set(notes.filter(Boolean))].join('\n') || null

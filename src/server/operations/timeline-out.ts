import { z } from 'zod'
import { advocacy } from '../../core/advocacy/advocacy.ts'
import { conversation } from '../../core/conversations/conversation.ts'
import { introduction } from '../../core/introductions/introduction.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { letter } from '../../core/letters/letter.ts'
import { opening } from '../../core/openings/opening.ts'
import { person } from '../../core/people/person.ts'
import { promise } from '../../core/promises/promise.ts'
import { touch } from '../../core/touches/touch.ts'
import { instantOut, iso } from './schemas.ts'

/** Everything that happened with somebody, newest first. */
export const timelineOut = z.array(
  z.object({
    at: instantOut,
    type: z.enum(['touch', 'conversation', 'letter', 'introduction', 'promise', 'opening']),
    id: z.string(),
    summary: z.string(),
    note: z.string().nullable(),
  }),
)

type Entry = z.output<typeof timelineOut>[number]

/** Reads a person's time line from each table that is about them. */
export async function presentTimeline(tx: ReadTx, personId: string): Promise<Entry[]> {
  const entry = (
    at: number,
    type: Entry['type'],
    id: string,
    summary: string,
    note?: string,
  ): Entry & { time: number } => ({
    time: at,
    at: iso(at),
    type,
    id,
    summary,
    note: note ?? null,
  })
  const touches = (await tx.find(touch, 'byPerson', { personId })).map((row) => {
    const who = row.from === 'me' ? `You, by ${row.kind}` : `They, by ${row.kind}`
    return entry(row.at, 'touch', row.id, row.outcome ? `${who}: ${row.outcome}` : who, row.note)
  })
  const talks = (await tx.find(conversation, 'byPerson', { personId })).map((row) => {
    const note = row.status === 'held' ? row.highlight : 'notes' in row ? row.notes : row.place
    return entry(
      row.startsAt,
      'conversation',
      row.id,
      `Conversation of ${row.minutes} minutes: ${row.status}`,
      note,
    )
  })
  const drafts = (await tx.find(letter, 'byPerson', { personId }))
    .filter((row) => row.status === 'draft')
    .map((row) => entry(row.createdAt, 'letter', row.id, `Draft: ${row.kind}`, row.subject || undefined))
  const promises = (await tx.find(promise, 'byPerson', { personId })).map((row) =>
    entry(
      row.madeAt,
      'promise',
      row.id,
      `${row.by === 'me' ? 'You promised' : 'They promised'} (${row.status})`,
      row.text,
    ),
  )
  const from = await tx.find(introduction, 'byFrom', { fromPersonId: personId })
  const to = await tx.find(introduction, 'byTo', { toPersonId: personId })
  const others = [...from.map((row) => row.toPersonId), ...to.map((row) => row.fromPersonId)]
  const names = new Map((await tx.find(person, 'id', { id: others })).map((row) => [row.id, row.name]))
  const introductions = [
    ...from.map((row) =>
      entry(row.namedAt, 'introduction', row.id, `Named ${names.get(row.toPersonId)} (${row.status})`),
    ),
    ...to.map((row) =>
      entry(row.namedAt, 'introduction', row.id, `Named by ${names.get(row.fromPersonId)} (${row.status})`),
    ),
  ]
  const advocacies = await tx.find(advocacy, 'byPerson', { personId })
  const openings = await tx.find(opening, 'id', { id: advocacies.map(({ openingId }) => openingId) })
  const titles = new Map(openings.map((row) => [row.id, row.title]))
  const help = advocacies.map((row) => {
    const title = titles.get(row.openingId)
    return row.status === 'asked'
      ? entry(row.at, 'opening', row.openingId, `You asked for help with ${title}`, row.note)
      : entry(row.at, 'opening', row.openingId, `Helped with ${title}`, row.evidence)
  })
  return [...touches, ...talks, ...drafts, ...promises, ...introductions, ...help]
    .sort((a, b) => b.time - a.time)
    .map(({ time: _, ...rest }) => rest)
}

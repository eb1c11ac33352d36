import { advocacy } from '../advocacy/advocacy.ts'
import { conversation } from '../conversations/conversation.ts'
import { introduction } from '../introductions/introduction.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { letter } from '../letters/letter.ts'
import { opening } from '../openings/opening.ts'
import { person } from '../people/person.ts'
import { promise } from '../promises/promise.ts'
import { touch } from '../touches/touch.ts'

/** One thing that happened with somebody. */
export interface Happening {
  /** Epoch milliseconds. */
  at: number
  type: 'touch' | 'conversation' | 'letter' | 'introduction' | 'promise' | 'opening'
  id: string
  summary: string
  note: string | undefined
}

/** Everything that happened with somebody, newest first; a table at a time (F3). */
export async function timelineOf(tx: ReadTx, personId: string): Promise<Happening[]> {
  const entry = (
    at: number,
    type: Happening['type'],
    id: string,
    summary: string,
    note?: string,
  ): Happening => ({ at, type, id, summary, note })
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
  return [...touches, ...talks, ...drafts, ...promises, ...introductions, ...help].sort((a, b) => b.at - a.at)
}

import { awaitsProgress, type Conversation, conversation } from '../conversations/conversation.ts'
import { event, isAhead } from '../events/event.ts'
import { fold } from '../kernel/fold.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { toSecondPerson } from '../letters/second-person.ts'
import { dateAfter, dateInWords, dayOf, endOfDay } from '../method/clock.ts'
import { readPolicy } from '../method/policy.ts'
import { type Step, step } from '../method/step.ts'
import { type Person, person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { researchFor } from '../research/about-person.ts'
import { type Reason, reasonsToWrite, seasonOf } from './reasons.ts'
import { touch } from './touch.ts'

/** Somebody whose turn comes this quarter. */
export interface Keeping {
  person: Person
  step: Step
  lastTouchAt?: number | undefined
  /** At most three. */
  reasons: Reason[]
}

const mostReasons = 3

/** Whose turn it is within the quarter, in the method's order: advocates, then whoever waits longest (F4, X7). */
export async function keepingList(tx: ReadTx): Promise<Keeping[]> {
  const timeZone = await userTimeZone(tx)
  const { cadenceDays } = await readPolicy(tx)
  const today = dayOf(tx.now, timeZone)
  const before = endOfDay(dateAfter(today, cadenceDays), timeZone)
  const steps: Step[] = []
  for (const rank of [0, 1])
    steps.push(...(await tx.find(step, 'byTurn', { inTurn: true, rank }, { before })))
  const people = await tx.find(person, 'id', { id: steps.map(({ subjectId }) => subjectId) })
  const byId = new Map(people.map((row) => [row.id, row]))
  const journeys = await journeysOf(tx, timeZone)
  const list: Keeping[] = []
  for (const one of steps) {
    const whom = byId.get(one.subjectId)
    if (!whom || one.kind !== 'keep-in-touch') continue
    const [last] = await tx.find(touch, 'byPerson', { personId: whom.id }, { limit: 1, reverse: true })
    const talks = await tx.find(conversation, 'byPerson', { personId: whom.id })
    const valued = talks.findLast((talk) => talk.status === 'held')
    const reasons = reasonsToWrite({
      notes: await newsFor(tx, whom, last?.at ?? whom.createdAt),
      advice: adviceIn(talks),
      visits: visitsTo(whom, journeys),
      season: seasonOf(today),
      valued: valued?.status === 'held' ? toldTo(whom, valued.highlight) : undefined,
    })
    list.push({ person: whom, step: one, lastTouchAt: last?.at, reasons: reasons.slice(0, mostReasons) })
  }
  return list
}

/** What was noted since about their organisation and fields; what was noted on themselves is not for telling them. */
async function newsFor(tx: ReadTx, whom: Person, since: number) {
  const notes = await researchFor(tx, whom)
  return notes
    .filter(({ about, note }) => about !== 'person' && note.createdAt > since)
    .map(({ name, note }) => ({ about: name, text: note.text, url: note.url }))
}

const toldTo = (whom: Person, highlight: string | undefined): string | undefined =>
  highlight && toSecondPerson(highlight, whom)

function adviceIn(talks: readonly Conversation[]) {
  return talks.flatMap((talk) =>
    talk.status === 'held' && awaitsProgress(talk)
      ? [{ conversationId: talk.id, text: talk.advice[0]! }]
      : [],
  )
}

interface Journey {
  event: string
  place: string
  dateText: string
}

async function journeysOf(tx: ReadTx, timeZone: string): Promise<Journey[]> {
  const events = await tx.find(event, 'byStart', {}, { from: tx.now })
  return events.flatMap((one) =>
    one.place && isAhead(one)
      ? [{ event: one.name, place: ` ${fold(one.place)} `, dateText: dateInWords(one.startsAt, timeZone) }]
      : [],
  )
}

function visitsTo({ addresses = [] }: Person, journeys: readonly Journey[]) {
  const towns = addresses.flatMap(({ city }) => (city && fold(city) ? [city] : []))
  return journeys.flatMap(({ event: name, place, dateText }) => {
    const town = towns.find((one) => place.includes(` ${fold(one)} `))
    return town ? [{ event: name, town, dateText }] : []
  })
}

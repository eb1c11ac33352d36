import { approach } from '../src/core/approaches/approach.ts'
import { type Conversation, conversation } from '../src/core/conversations/conversation.ts'
import { introduction } from '../src/core/introductions/introduction.ts'
import { type Id, idSource } from '../src/core/kernel/ids.ts'
import type { Change, Store } from '../src/core/kernel/store.ts'
import type { AnyTable, BaseRow, Fresh, Table } from '../src/core/kernel/table.ts'
import { type UnitOfWork, unitOfWork } from '../src/core/kernel/unit-of-work.ts'
import { deriveFor } from '../src/core/method/derive.ts'
import { personOf } from '../src/core/people/commands.ts'
import { type Person, person } from '../src/core/people/person.ts'
import { promise } from '../src/core/promises/promise.ts'
import { type TouchKind, touch } from '../src/core/touches/touch.ts'
import { invented } from './people.ts'
import { type Random, seeded } from './random.ts'

export interface Size {
  people: number
  touches: number
}

/** An ordinary network, and LinkedIn's limit with ten touches a person. */
export const usual: Size = { people: 500, touches: 5_000 }
export const large: Size = { people: 30_000, touches: 300_000 }

/** The Monday morning on which every generated network is looked at. */
export const benchNow = Date.parse('2026-03-02T09:00:00Z')
export const benchZone = 'Europe/Berlin'

/**
 * What one person can have under way at a time. It is the same in every network: an address book of 30,000 makes nobody
 * write more letters a week. What grows with the size is people, touches and everything that lies in the past.
 */
const underWay = {
  waiting: 20,
  saidYes: 4,
  arranged: 4,
  toThank: 3,
  toTell: 5,
  promises: 8,
  chosen: 10,
  named: 6,
  toReport: 5,
}

/** The shares of people of whom there is more on record than a name. */
const withHistory = 1 / 3
const approachedOnce = 0.2
const keptWithoutTalk = 0.05

const touchKinds: readonly TouchKind[] = ['email', 'call', 'coffee', 'card', 'article', 'message', 'meeting']

/** How many keep-in-touch steps are answered in a week, this one included. */
const keptInTouchWeekly = 2

const day = 86_400_000
const rowsAtOnce = 20_000

type Save = <Row extends BaseRow, Index extends string>(
  table: Table<Row, Index>,
  row: NoInfer<Fresh<Row>>,
) => void

/**
 * Fills an empty network, always the same for the same seed. A third of the people have touches, some far more than
 * others; a fifth was written to once, half of them answered and were met, and most of those are kept in touch with; the
 * others were imported and are only listed. Steps and standings are derived by the product's own `deriveFor`. Not in
 * it: a journal, since nothing here is the work of a command.
 */
export async function fill(store: Store, ownerId: Id, size: Size, seed = 1): Promise<void> {
  const random = seeded(seed)
  const newId = idSource(random.bytes)
  const rows: { table: AnyTable; row: Fresh<BaseRow> }[] = []
  const known = generate(size, random, newId, (table, row) => rows.push({ table, row }))
  let revision = 0
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    revision += 1
    const stamp = { revision, updatedAt: benchNow }
    const changes = rows
      .slice(from, from + rowsAtOnce)
      .map(
        ({ table, row }): Change => ({ table, id: row.id, before: undefined, after: { ...row, ...stamp } }),
      )
    await store.write(ownerId, (session) => session.apply(changes, stamp.revision, async () => {}))
  }
  for (let from = 0; from < known.length; from += rowsAtOnce) {
    revision += 1
    await derive(store, ownerId, known.slice(from, from + rowsAtOnce), revision, newId)
  }
}

async function derive(
  store: Store,
  ownerId: Id,
  people: Id[],
  revision: number,
  newId: (now: number) => Id,
): Promise<void> {
  const stamp = { revision, updatedAt: benchNow }
  await store.write(ownerId, async (session) => {
    const unit: UnitOfWork = unitOfWork(session, {
      ownerId,
      commandId: newId(benchNow),
      now: benchNow,
      timeZone: benchZone,
      newId: () => newId(benchNow),
      report: async () => {},
    })
    await deriveFor(unit, people)
    const changes = unit
      .changes()
      .map((change) => ({ ...change, after: change.after && { ...change.after, ...stamp } }))
    await session.apply(changes, revision, async () => {})
  })
}

/** Makes every record, and says whose histories there are to derive from. */
function generate(size: Size, random: Random, newId: (now: number) => Id, save: Save): Id[] {
  const people = Array.from({ length: size.people }, (_, i) => somebody(i, random, newId))
  const known = people.filter(() => random.chance(withHistory))
  const make = (at: number) => newId(at)
  const past = known.filter(() => random.chance(approachedOnce / withHistory))
  for (const one of past) pastApproach(one, random, make, save)
  for (const one of known) if (random.chance(keptWithoutTalk / withHistory)) one.keepInTouch = 'yes'
  const busy = presentMatters(people, random, make, save)
  for (const one of people) save(person, one)
  for (let i = 0; i < size.touches - 150 * keptInTouchWeekly; i++) {
    // A square puts most touches with few people, as life does.
    const one = known[Math.floor(random.next() ** 2 * known.length)]!
    const at = benchNow - Math.floor(random.next() * 3 * 365 * day)
    save(touch, {
      id: make(at),
      personId: one.id,
      at,
      kind: random.pick(touchKinds),
      from: random.chance(0.6) ? 'me' : 'them',
      ...(random.chance(0.3) ? { note: 'Spoke about the summer programme and who else to ask.' } : {}),
    })
  }
  for (let week = 0; week < 150; week++) {
    for (let i = 0; i < keptInTouchWeekly; i++) {
      const at = benchNow - week * 7 * day - i * 60_000
      const row = { id: make(at), personId: random.pick(known).id, at, kind: 'email', from: 'me' } as const
      save(touch, { ...row, keptInTouch: true })
    }
  }
  return [...new Set([...known.map(({ id }) => id), ...busy])]
}

function somebody(i: number, random: Random, newId: (now: number) => Id): Fresh<Person> {
  const createdAt = benchNow - 1000 * day + i
  return personOf(
    { ...invented(i, random), origin: 'direct-contact', source: 'LinkedIn' },
    newId(createdAt),
    createdAt,
  )
}

/** A request of the past three years: half were never answered, half led to a talk, with thanks. */
function pastApproach(one: Fresh<Person>, random: Random, make: (at: number) => Id, save: Save): void {
  const createdAt = benchNow - Math.floor((60 + random.next() * 900) * day)
  const id = make(createdAt)
  const attempts = [{ channel: 'email' as const, sentAt: createdAt }]
  const base = { id, personId: one.id, attempts, createdAt }
  one.chosenAt = createdAt - day
  if (random.chance(0.5)) {
    attempts.push({ channel: 'email', sentAt: createdAt + 14 * day })
    save(approach, { ...base, status: 'moved-on', movedOnAt: createdAt + 28 * day })
    return
  }
  const startsAt = createdAt + 20 * day
  const talk: Fresh<Conversation> = {
    ...planned(make(startsAt), one.id, startsAt, createdAt + 5 * day),
    approachId: id,
    status: 'held',
    recordedAt: startsAt + day / 24,
    highlight: 'What a first year in the field is really like.',
    advice: ['Take the statistics course before the internship.'],
    stayInTouch: random.chance(0.8) ? 'yes' : 'no',
    thankedAt: startsAt + day,
    progressToldAt: startsAt + 14 * day,
  }
  save(conversation, talk)
  const repliedAt = createdAt + 4 * day
  const answered = { status: 'replied', answer: 'yes', repliedAt, conversationId: talk.id } as const
  save(approach, { ...base, ...answered })
}

/** What is under way this week, with people of whom nothing was asked before; says with whom. */
function presentMatters(people: Fresh<Person>[], random: Random, make: (at: number) => Id, save: Save): Id[] {
  const taken: Id[] = []
  const free = people.filter((one) => one.chosenAt === undefined && one.keepInTouch === undefined)
  const next = () => {
    const one = free.splice(random.below(free.length), 1)[0]!
    taken.push(one.id)
    return one
  }
  const nextChosen = () => {
    const one = next()
    one.chosenAt = benchNow - 30 * day
    return one
  }
  const ago = (days: number) => benchNow - Math.floor(random.next() * days * day)
  const asked = (sentAt: number) => {
    const attempts = [{ channel: 'email' as const, sentAt }]
    return { id: make(sentAt), personId: nextChosen().id, attempts, createdAt: sentAt }
  }
  for (let i = 0; i < underWay.waiting; i++) {
    save(approach, { ...asked(ago(20)), status: 'waiting' })
  }
  for (let i = 0; i < underWay.saidYes; i++) {
    const one = asked(ago(10))
    const repliedAt = one.createdAt + day / 2
    save(approach, { ...one, status: 'replied', answer: 'yes', repliedAt })
  }
  for (let i = 0; i < underWay.arranged; i++) {
    const startsAt = benchNow + Math.floor(random.next() * 10 * day)
    save(conversation, { ...planned(make(benchNow), next().id, startsAt, ago(5)), status: 'arranged' })
  }
  for (let i = 0; i < underWay.toThank; i++) {
    const startsAt = ago(2)
    const held = { status: 'held' as const, recordedAt: startsAt, advice: [], stayInTouch: 'yes' as const }
    const talk = { ...planned(make(startsAt), next().id, startsAt, startsAt - 5 * day), ...held }
    save(conversation, talk)
  }
  for (let i = 0; i < underWay.toTell; i++) {
    const startsAt = benchNow - 15 * day
    const said = {
      advice: ['Read the annual report first.'],
      stayInTouch: 'yes',
      thankedAt: startsAt + day,
    } as const
    const talk = { ...planned(make(startsAt), next().id, startsAt, startsAt - 5 * day), recordedAt: startsAt }
    save(conversation, { ...talk, ...said, advice: [...said.advice], status: 'held' })
  }
  for (let i = 0; i < underWay.promises; i++) {
    const madeAt = ago(10)
    const dueOn = new Date(madeAt + 7 * day).toISOString().slice(0, 10)
    const said = { by: 'me', text: 'Send the article on rural clinics', status: 'open' } as const
    save(promise, { id: make(madeAt), personId: next().id, madeAt, dueOn, ...said })
  }
  for (let i = 0; i < underWay.chosen; i++) nextChosen()
  for (let i = 0; i < underWay.named + underWay.toReport; i++) {
    const namedAt = ago(30)
    const met =
      i >= underWay.named
        ? ({ status: 'met', metAt: namedAt + day } as const)
        : ({ status: 'named' } as const)
    const ids = { fromPersonId: next().id, toPersonId: next().id }
    save(introduction, { id: make(namedAt), ...ids, namedAt, ...met })
  }
  return taken
}

const planned = (id: Id, personId: Id, startsAt: number, createdAt: number) => ({
  id,
  personId,
  startsAt,
  minutes: 30,
  mode: 'video' as const,
  aims: ['How people come to this work'],
  questions: [{ text: 'How did you come to this work?', mustAsk: true }],
  research: [],
  createdAt,
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { approach } from '../approaches/approach.ts'
import { followUp, moveOn, recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { conversation } from '../conversations/conversation.ts'
import {
  addEvent,
  attendEvent,
  bookTravel,
  cancelEvent,
  editEvent,
  registerForEvent,
  removeEvent,
} from '../events/commands.ts'
import { event } from '../events/event.ts'
import { researchAttendee, wantToMeet } from '../events/people-commands.ts'
import { DomainError } from '../kernel/errors.ts'
import { composeDraft, sendLetter } from '../letters/commands.ts'
import type { LetterKind } from '../letters/letter.ts'
import { letter } from '../letters/letter.ts'
import { addOpening, askAdvocate, editOpening, recordAdvocate, removeOpening } from '../openings/commands.ts'
import { opening, openingStatuses } from '../openings/opening.ts'
import { editPerson } from '../people/commands.ts'
import { mergePeopleCommand } from '../people/merge.ts'
import { person } from '../people/person.ts'
import { removePersonCommand } from '../people/remove.ts'
import { addPromise } from '../promises/commands.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { dayOf } from './clock.ts'
import { dismissStep, editPolicy, editProfile, snoozeStep } from './commands.ts'
import { rulesOfStep, step } from './step.ts'

type World = ReturnType<typeof world>
type Act = (w: World, pick: number) => Promise<unknown>

const start = '2026-03-02T10:00:00+01:00'
const day = 86_400_000

const one = <Row>(rows: Row[], pick: number): Row | undefined => rows[pick % Math.max(1, rows.length)]
const somebody = (w: World, pick: number) =>
  w.read(async (tx) => one(await tx.find(person, 'byName', {}), pick)!)

const kinds: LetterKind[] = ['request', 'follow-up', 'thank-you', 'keep-in-touch', 'report-back']

/** Everything a life may bring; what is not lawful just then is refused, and changes nothing. */
const acts: Record<string, Act> = {
  add: (w, pick) => w.add(`Person ${pick}`, { chosen: pick % 2 === 0, organization: `Org ${pick % 3}` }),
  edit: async (w, pick) =>
    w.run(editPerson, {
      personId: (await somebody(w, pick)).id,
      ...[
        { chosen: true },
        { doNotContact: pick % 2 === 0 },
        { keepInTouch: 'yes' as const },
        { name: `Renamed ${pick}` },
      ][pick % 4],
    }),
  remove: async (w, pick) => w.run(removePersonCommand(tables), { personId: (await somebody(w, pick)).id }),
  merge: async (w, pick) =>
    w.run(mergePeopleCommand(tables), {
      personId: (await somebody(w, pick)).id,
      otherId: (await somebody(w, pick + 1)).id,
    }),
  start: async (w, pick) => w.run(startApproach, { personId: (await somebody(w, pick)).id }),
  followUp: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(approach, 'byStatus', {}), pick))
    return row && w.run(followUp, { approachId: row.id })
  },
  reply: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(approach, 'byStatus', {}), pick))
    const answer = (['yes', 'no', 'later', 'out-of-office'] as const)[pick % 4]!
    return row && w.run(recordReply, { approachId: row.id, answer, until: '2026-05-04' })
  },
  moveOn: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(approach, 'byStatus', {}), pick))
    return row && w.run(moveOn, { approachId: row.id })
  },
  arrange: async (w, pick) =>
    w.run(arrangeConversation, {
      personId: (await somebody(w, pick)).id,
      at: Date.parse(start) + ((pick % 20) - 5) * day,
      minutes: 30,
      mode: 'video',
    }),
  record: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(conversation, 'byStart', {}), pick))
    const outcome = (['held', 'held', 'cancelled', 'no-show'] as const)[pick % 4]!
    return (
      row &&
      w.run(recordConversation, {
        conversationId: row.id,
        outcome,
        names: [{ name: `Named ${pick}`, organization: 'Elsewhere' }],
        promises: [{ text: 'Send a note' }],
        advice: pick % 3 === 0 ? ['Take the course'] : [],
      })
    )
  },
  compose: async (w, pick) =>
    w.run(composeDraft, { personId: (await somebody(w, pick)).id, kind: kinds[pick % 5]! }),
  send: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(letter, 'id', {}), pick))
    return row && w.run(sendLetter, { letterId: row.id })
  },
  touch: async (w, pick) =>
    w.run(addTouch, {
      personId: (await somebody(w, pick)).id,
      kind: 'email',
      from: pick % 2 ? 'me' : 'them',
    }),
  promise: async (w, pick) =>
    w.run(addPromise, { personId: (await somebody(w, pick)).id, text: `Promise ${pick}` }),
  snooze: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(step, 'bySubject', {}), pick))
    return row && w.run(snoozeStep, { stepId: row.id, until: '2026-06-01' })
  },
  dismiss: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(step, 'bySubject', {}), pick))
    return row && w.run(dismissStep, { stepId: row.id, reason: 'No' })
  },
  policy: (w, pick) =>
    w.run(editPolicy, { values: { replyWaitDays: 1 + (pick % 30), cadenceDays: 30 + pick } }),
  addEvent: (w, pick) =>
    w.run(addEvent, {
      name: `Event ${pick}`,
      kind: 'fair',
      startsAt: Date.parse(start) + ((pick % 40) - 5) * day,
      ...(pick % 2 ? { fee: 10_000, registrationDeadline: '2026-02-20' } : { travel: 'By train' }),
    }),
  goToEvent: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(event, 'byStart', {}), pick))
    if (!row) return undefined
    const eventId = row.id
    const met = [{ personId: (await somebody(w, pick)).id }, { named: { name: `Met ${pick}` } }]
    const ways = [
      () => w.run(attendEvent, { eventId, met }),
      () => w.run(wantToMeet, { eventId, people: met }),
      () => w.run(registerForEvent, { eventId }),
      () => w.run(researchAttendee, { eventId, personId: met[0]!.personId! }),
      () => w.run(bookTravel, { eventId, what: 'Train', more: pick % 3 === 0 }),
      () => w.run(cancelEvent, { eventId }),
      () => w.run(removeEvent, { eventId }),
      () => w.run(editEvent, { eventId, startsAt: row.startsAt + day }),
    ]
    return ways[pick % ways.length]!()
  },
  addOpening: (w, pick) =>
    w.run(addOpening, {
      title: `Opening ${pick}`,
      organization: pick % 3 === 0 ? 'elsewhere' : `Org ${pick % 3}`,
      ...(pick % 2 ? { deadline: '2026-03-20' } : {}),
    }),
  helpWithOpening: async (w, pick) => {
    const row = await w.read(async (tx) => one(await tx.find(opening, 'byStatus', {}), pick))
    if (!row) return undefined
    const openingId = row.id
    const personId = (await somebody(w, pick)).id
    const ways = [
      () => w.run(recordAdvocate, { openingId, personId, evidence: 'Passed it on' }),
      () => w.run(askAdvocate, { openingId, personId }),
      () => w.run(editOpening, { openingId, status: openingStatuses[pick % 4]! }),
      () => w.run(editOpening, { openingId, organization: 'Elsewhere' }),
      () => w.run(removeOpening, { openingId }),
    ]
    return ways[pick % ways.length]!()
  },
  profile: (w, pick) =>
    w.run(editPolicy, {
      values: {},
      profile: pick % 2 ? '3b7' : 'office',
      ownHolidays: pick % 3 ? [dayOf(Date.parse(start) + pick * day, 'UTC')] : [],
    }),
  move: (w, pick) =>
    w.run(editProfile, { timeZone: ['Pacific/Auckland', 'America/Chicago', 'Europe/Berlin'][pick % 3]! }),
  vacation: (w, pick) => {
    const [from, until] = [pick, pick + 9].map((days) => dayOf(Date.parse(start) + days * day, 'UTC'))
    return w.run(editProfile, { away: pick % 4 ? { from: from!, until: until! } : 'none' })
  },
  changeEmployer: async (w, pick) =>
    w.run(editPerson, { personId: (await somebody(w, pick)).id, organization: `Org ${pick % 3}` }),
  undo: (w) => w.undo(),
}

const history = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(60), fc.nat(5)), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
})

/** Lives the history; refusals are part of life, other errors are not. */
async function live(
  w: World,
  events: [string, number, number][],
  after: () => Promise<void> = async () => {},
) {
  await w.add('Nadia Haddad', { chosen: true })
  await after()
  let now = Date.parse(start)
  for (const [act, pick, days] of events) {
    now += days * day
    w.at(new Date(now).toISOString())
    try {
      await acts[act]!(w, pick)
      await after()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
    if ((await w.read((tx) => tx.find(person, 'byName', {}))).length === 0) {
      await w.add('Somebody New')
      await after()
    }
  }
}

const plain = (rows: { revision: number; updatedAt: number }[]) =>
  rows.map(({ revision: _, updatedAt: __, ...rest }) => rest)

test('after any history the steps are those derived from nothing, and none asks twice for one thing', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (events) => {
      const w = world(start)
      await live(w, events)
      const steps = await w.allSteps()
      const asked = steps.map((one) => `${one.kind} ${one.aboutId}`)
      expect(asked).toHaveLength(new Set(asked).size)
      for (const { kind, rule } of steps) expect(rulesOfStep[kind]).toContain(rule)
      const people = (await w.read((tx) => tx.find(person, 'byName', {}))).map(({ id }) => id)
      expect(plain(await w.derivedAnew(people))).toEqual(plain(steps))
    }),
    { numRuns: 200 },
  )
})

test('undoing everything, last first, leads back through every state', async () => {
  const records = tables.filter(({ role }) => role === 'record')
  const state = (w: World) =>
    w.read(async (tx) => {
      const all = [...records, step].map(async (table) => plain(await tx.find(table, 'id', {})))
      return JSON.parse(JSON.stringify(await Promise.all(all)))
    })
  await fc.assert(
    fc.asyncProperty(history, async (events) => {
      const w = world(start)
      const states = [await state(w)]
      const note = async () => {
        const now = await state(w)
        if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now)
      }
      await live(
        w,
        events.filter(([act]) => act !== 'undo'),
        note,
      )
      for (const earlier of states.toReversed().slice(1)) {
        await w.undo()
        expect(await state(w)).toEqual(earlier)
      }
    }),
    { numRuns: 60 },
  )
})

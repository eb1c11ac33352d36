import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { startApproach } from '../approaches/commands.ts'
import { amountOf } from '../events/amount.ts'
import {
  addEvent,
  askedStudentRate,
  attendEvent,
  bookTravel,
  cancelEvent,
  type EventFacts,
  editEvent,
  missEvent,
  registerForEvent,
} from '../events/commands.ts'
import { dropFromEvent, metAtEvent, researchAttendee, wantToMeet } from '../events/people-commands.ts'
import { editPerson } from '../people/commands.ts'
import { removePersonCommand } from '../people/remove.ts'
import { addResearch } from '../research/commands.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { dismissStep, editPolicy, editProfile, snoozeStep } from './commands.ts'

const monday = '2026-03-02T10:00:00+01:00'
const evening = Date.parse('2026-04-16T18:00:00+02:00')

async function planned(facts: EventFacts = {}) {
  const w = world(monday)
  const { id } = await w.run(addEvent, { name: 'Open Ward', kind: 'panel', startsAt: evening, ...facts })
  const agendaAt = (instant: string) => {
    w.at(instant)
    return w.agenda()
  }
  return { ...w, eventId: id, agendaAt }
}

describe('registering', () => {
  test('is asked for from two weeks before registration closes, and not after the event has begun (N4)', async () => {
    const { run, agendaAt, eventId } = await planned({ registrationDeadline: '2026-04-09' })
    expect(await agendaAt('2026-03-25T23:59:00+01:00')).toEqual([])
    expect(await agendaAt('2026-03-26T00:01:00+01:00')).toEqual(['register Open Ward (N4)'])
    expect(await agendaAt('2026-04-10T09:00:00+02:00')).toEqual(['register Open Ward (N4) !'])
    expect(await agendaAt('2026-04-16T18:00:00+02:00')).toEqual([])
    await agendaAt('2026-04-10T09:00:00+02:00')
    await run(registerForEvent, { eventId })
    expect(await agendaAt('2026-04-10T09:00:00+02:00')).toEqual([])
  })
  test('comes after the question for a student rate, where there is a fee and none is known (N5)', async () => {
    const { run, agendaAt, eventId, undo } = await planned({
      registrationDeadline: '2026-04-09',
      fee: amountOf(120),
    })
    expect(await agendaAt('2026-03-18T23:59:00+01:00')).toEqual([])
    expect(await agendaAt('2026-03-19T08:00:00+01:00')).toEqual(['ask-student-rate Open Ward (N5)'])
    expect(await agendaAt('2026-04-03T08:00:00+02:00')).toEqual([
      'ask-student-rate Open Ward (N5) !',
      'register Open Ward (N4)',
    ])
    await run(askedStudentRate, { eventId })
    expect(await agendaAt('2026-04-03T08:00:00+02:00')).toEqual(['register Open Ward (N4)'])
    await undo()
    await run(editEvent, { eventId, studentFee: 0 })
    expect(await agendaAt('2026-04-03T08:00:00+02:00')).toEqual(['register Open Ward (N4)'])
  })
  test('asks for a student rate on the day, not in the past, where an event is noted late (N5)', async () => {
    const { agendaAt } = await planned({ registrationDeadline: '2026-03-05', fee: amountOf(10) })
    expect(await agendaAt(monday)).toEqual(['ask-student-rate Open Ward (N5)', 'register Open Ward (N4)'])
  })
  test('is not put off by a vacation that the deadline falls into (N4, X5)', async () => {
    const { agendaAt, run } = await planned({ registrationDeadline: '2026-04-09' })
    await run(editProfile, { away: { from: '2026-04-06', until: '2026-04-12' } })
    expect(await agendaAt('2026-04-09T09:00:00+02:00')).toEqual(['register Open Ward (N4)'])
  })
})

describe('the way there', () => {
  test('is to be booked two weeks ahead, until nothing is left to book (N4)', async () => {
    const { run, agendaAt, eventId } = await planned({
      travel: 'By train',
      registrationDeadline: '2026-04-16',
    })
    await run(registerForEvent, { eventId })
    expect(await agendaAt('2026-03-18T23:59:00+01:00')).toEqual([])
    expect(await agendaAt('2026-03-19T08:00:00+01:00')).toEqual(['arrange-travel Open Ward (N4)'])
    await run(bookTravel, { eventId, what: 'Train', more: true })
    expect(await agendaAt('2026-04-03T08:00:00+02:00')).toEqual(['arrange-travel Open Ward (N4) !'])
    await run(bookTravel, { eventId, what: 'Room' })
    expect(await agendaAt('2026-04-03T08:00:00+02:00')).toEqual([])
  })
})

describe('the people to meet', () => {
  test('are looked up some days before, each of them (P1)', async () => {
    const { run, agendaAt, eventId, add } = await planned()
    const [nadia, tomas] = [await add('Nadia Haddad'), await add('Tomás Reyes')]
    await run(wantToMeet, { eventId, people: [{ personId: nadia.id }, { personId: tomas.id }] })
    expect(await agendaAt('2026-04-11T17:00:00+02:00')).toEqual(['research-attendees Open Ward (P1)'])
    await run(researchAttendee, { eventId, personId: nadia.id })
    expect(await agendaAt('2026-04-11T18:00:00+02:00')).toEqual(['research-attendees Open Ward (P1)'])
    await run(dropFromEvent, { eventId, people: [tomas.id] })
    expect(await agendaAt('2026-04-11T18:00:00+02:00')).toEqual([])
  })
  test('are looked up already where a note about them is there (P1)', async () => {
    const { run, eventId, add, allSteps } = await planned()
    const nadia = await add('Nadia Haddad')
    await run(wantToMeet, { eventId, people: [{ personId: nadia.id }] })
    const kinds = async () => (await allSteps()).map(({ kind }) => kind)
    expect(await kinds()).toContain('research-attendees')
    await run(addResearch, { about: nadia.id, text: 'Writes on rotas' })
    expect(await kinds()).not.toContain('research-attendees')
  })
  test('are called by the names that they have now', async () => {
    const { run, eventId, add, allSteps } = await planned()
    const nadia = await add('N. Haddad')
    await run(wantToMeet, { eventId, people: [{ personId: nadia.id }] })
    await run(editPerson, { personId: nadia.id, name: 'Nadia Haddad' })
    const research = (await allSteps()).find(({ kind }) => kind === 'research-attendees')
    expect(research!.why).toContain('Nadia Haddad')
  })
})

describe('the event itself', () => {
  test('is on the day for whoever is registered or need not be, and is noted when it is over (N3)', async () => {
    const { run, agendaAt, eventId } = await planned({ registrationDeadline: '2026-04-09' })
    await run(registerForEvent, { eventId })
    expect(await agendaAt('2026-04-15T23:59:00+02:00')).toEqual([])
    expect(await agendaAt('2026-04-16T08:00:00+02:00')).toEqual(['attend Open Ward (N3)'])
    expect(await agendaAt('2026-04-17T08:00:00+02:00')).toEqual(['record Open Ward (N3)'])
    await run(missEvent, { eventId })
    expect(await agendaAt('2026-04-17T08:00:00+02:00')).toEqual([])
    const open = await planned()
    expect(await open.agendaAt('2026-04-16T08:00:00+02:00')).toEqual(['attend Open Ward (N3)'])
  })
  test('asks for nothing once it is cancelled (N3)', async () => {
    const { run, eventId, allSteps, add } = await planned({
      registrationDeadline: '2026-04-09',
      fee: amountOf(10),
      travel: 'By train',
    })
    const nadia = await add('Nadia Haddad')
    await run(wantToMeet, { eventId, people: [{ personId: nadia.id }] })
    expect((await allSteps()).map(({ kind }) => kind).sort()).toEqual([
      ...['arrange-travel', 'ask-student-rate', 'register', 'research-attendees'],
    ])
    await run(cancelEvent, { eventId })
    expect(await allSteps()).toEqual([])
  })
})

describe('whom the user met there', () => {
  const after = '2026-04-16T21:00:00+02:00'
  async function met() {
    const w = await planned()
    const [nadia, tomas] = [await w.add('Nadia Haddad'), await w.add('Tomás Reyes')]
    w.at(after)
    const both = [{ personId: nadia.id }, { personId: tomas.id }]
    await w.run(attendEvent, { eventId: w.eventId, met: both })
    return { ...w, nadia, tomas }
  }
  test('is written to within three days; a touch, a letter or a request to each ends it (N3)', async () => {
    const { run, agendaAt, nadia, tomas, allSteps } = await met()
    expect(await agendaAt('2026-04-19T09:00:00+02:00')).toEqual(['event-follow-up Open Ward (N3)'])
    expect(await agendaAt('2026-04-20T09:00:00+02:00')).toEqual(['event-follow-up Open Ward (N3) !'])
    expect((await allSteps())[0]!.why).toContain('Nadia Haddad and Tomás Reyes')
    await run(addTouch, { personId: nadia.id, kind: 'message', from: 'them' })
    expect((await allSteps())[0]!.why).toContain('Nadia Haddad')
    await run(addTouch, { personId: nadia.id, kind: 'message' })
    expect((await allSteps())[0]!.why).not.toContain('Nadia Haddad')
    await run(startApproach, { personId: tomas.id })
    expect((await allSteps()).map(({ kind }) => kind)).toEqual(['follow-up'])
  })
  test('is written to on the day agreed, with what was to be sent (N3)', async () => {
    const { run, agendaAt, eventId, nadia, tomas, allSteps } = await met()
    await run(addTouch, { personId: tomas.id, kind: 'message' })
    await run(metAtEvent, { eventId, personId: nadia.id, send: 'The article', sendOn: '2026-04-24' })
    expect(await agendaAt('2026-04-23T09:00:00+02:00')).toEqual([])
    expect(await agendaAt('2026-04-24T09:00:00+02:00')).toEqual(['event-follow-up Open Ward (N3)'])
    expect((await allSteps())[0]!.why).toContain('The article')
  })
  test('is asked for a talk when new, and kept in touch with when known (N3, O3)', async () => {
    const { run, nadia, tomas, eventId, at, allSteps } = await met()
    expect((await allSteps())[0]!.action.input).toEqual({ person: nadia.id, kind: 'request' })
    await run(startApproach, { personId: nadia.id })
    await run(addTouch, { personId: tomas.id, kind: 'message' })
    at('2026-04-16T22:00:00+02:00')
    const again = await run(addEvent, { name: 'Fair', kind: 'fair', startsAt: Date.parse(after) })
    await run(metAtEvent, { eventId: again.id, personId: nadia.id })
    const step = (await allSteps()).find((one) => one.subjectId === again.id)
    expect(step!.action.input).toEqual({
      ...{ person: nadia.id, kind: 'keep-in-touch', reason: 'our talk at Fair' },
    })
    expect(eventId).not.toBe(again.id)
  })
  test('is nobody any more when removed, or not to be contacted', async () => {
    const { run, nadia, tomas, allSteps } = await met()
    await run(editPerson, { personId: nadia.id, doNotContact: true })
    expect((await allSteps())[0]!.why).not.toContain('Nadia')
    await run(removePersonCommand(tables), { personId: tomas.id })
    expect(await allSteps()).toEqual([])
  })
})

describe('a step of an event', () => {
  test('can be put off, dismissed, and follows the policy', async () => {
    const { run, agendaAt, allSteps, undo } = await planned({ registrationDeadline: '2026-04-09' })
    const [step] = await allSteps()
    await run(snoozeStep, { stepId: step!.id, until: '2026-04-01' })
    expect(await agendaAt('2026-03-31T09:00:00+02:00')).toEqual([])
    expect(await agendaAt('2026-04-01T09:00:00+02:00')).toEqual(['register Open Ward (N4)'])
    await run(dismissStep, { stepId: step!.id, reason: 'Nobody checks' })
    expect(await allSteps()).toEqual([])
    await undo()
    await undo()
    await run(editPolicy, { values: { eventLeadDays: 30 } })
    expect(await agendaAt('2026-03-10T09:00:00+01:00')).toEqual(['register Open Ward (N4)'])
  })
})

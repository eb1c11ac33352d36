import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { composeDraft } from '../letters/commands.ts'
import { mergePeopleCommand } from '../people/merge.ts'
import { person } from '../people/person.ts'
import { researchNote } from '../research/research-note.ts'
import { tables } from '../tables.ts'
import { touch } from '../touches/touch.ts'
import { amountInWords, amountOf, decimalOf, readAmount, savedOn } from './amount.ts'
import {
  addEvent,
  askedStudentRate,
  attendEvent,
  bookTravel,
  cancelEvent,
  editEvent,
  missEvent,
  registerForEvent,
  removeEvent,
} from './commands.ts'
import { needsTravel, travelCost } from './event.ts'
import { eventPerson, oneForEachPerson } from './event-person.ts'
import { dropFromEvent, metAtEvent, researchAttendee, wantToMeet } from './people-commands.ts'

const monday = '2026-03-02T10:00:00+01:00'
const evening = Date.parse('2026-03-19T18:00:00+01:00')
const panel = { name: 'Careers in nursing', kind: 'panel', startsAt: evening } as const
const ada = { name: 'Ada Obi', role: 'ward sister', organization: 'Northgate' }

async function planned(facts: object = {}) {
  const w = world(monday)
  const event = await w.run(addEvent, { ...panel, ...facts })
  const people = () =>
    w.read(async (tx) => oneForEachPerson(await tx.find(eventPerson, 'byEvent', { eventId: event.id })))
  return { ...w, eventId: event.id, people }
}

describe('what an event costs', () => {
  test('is saved as the fee less what was paid, once both are known, and never less than nothing (N5)', () => {
    expect(savedOn(amountOf(120), amountOf(40))).toBe(amountOf(80))
    expect(savedOn(amountOf(120), undefined)).toBeUndefined()
    expect(savedOn(undefined, amountOf(40))).toBeUndefined()
    expect(savedOn(amountOf(40), amountOf(45))).toBe(0)
  })
  test('is counted exactly, to the thousandth that some currencies have (N5)', () => {
    expect(decimalOf(amountOf(0.1) + amountOf(0.2))).toBe(0.3)
    expect(decimalOf(amountOf(1.255))).toBe(1.255)
  })
  test('an amount is read as people type it, with a point or a comma (N5)', () => {
    expect(['120', '12.50', ' 12,5 ', '0', 'free', '1.2345', '-3', ''].map(readAmount)).toEqual([
      ...[120_000, 12_500, 12_500, 0],
      ...[undefined, undefined, undefined, undefined],
    ])
  })

  test('is said with as many places as it has', () => {
    const said = [120, 12.5, 1.255, 0].map((one) => amountInWords(amountOf(one), 'EUR'))
    expect(said).toEqual(['120 EUR', '12.50 EUR', '1.255 EUR', 'nothing'])
  })
  test('counts the bookings of the way there, which is arranged when nothing is left to book (N4)', async () => {
    const { run, eventId } = await planned({ travel: 'By train' })
    const train = await run(bookTravel, { eventId, what: 'Train', cost: amountOf(38.5), more: true })
    expect([needsTravel(train), travelCost(train)]).toEqual([true, amountOf(38.5)])
    const room = await run(bookTravel, { eventId, what: 'A room at a friend’s' })
    expect([needsTravel(room), travelCost(room)]).toEqual([false, amountOf(38.5)])
  })
  test('is asked for at a student rate where there is a fee (N5)', async () => {
    const { run, eventId } = await planned()
    await expect(run(askedStudentRate, { eventId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await run(editEvent, { eventId, fee: amountOf(120) })
    expect(await run(askedStudentRate, { eventId, studentFee: amountOf(40) })).toMatchObject({
      studentFee: 40_000,
      studentRateAskedAt: Date.parse(monday),
    })
  })
})

describe('an event', () => {
  test('is registered for once, and what was paid can be told later (N4)', async () => {
    const { run, eventId } = await planned()
    expect(await run(registerForEvent, { eventId })).toMatchObject({ status: 'registered' })
    await expect(run(registerForEvent, { eventId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await run(registerForEvent, { eventId, paid: 0 })).toMatchObject({ status: 'registered', paid: 0 })
  })
  test('is neither attended nor missed before it begins, and not registered for when cancelled (N3)', async () => {
    const { run, eventId } = await planned()
    await expect(run(attendEvent, { eventId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await expect(run(missEvent, { eventId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await run(cancelEvent, { eventId, reason: 'An exam' })
    await expect(run(registerForEvent, { eventId })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
  test('does not end before it begins, nor take registrations after it', async () => {
    const { run, eventId } = await planned()
    const wrong = { code: 'INVALID_INPUT' }
    await expect(run(editEvent, { eventId, endsAt: evening - 1 })).rejects.toMatchObject(wrong)
    await expect(run(editEvent, { eventId, registrationDeadline: '2026-03-20' })).rejects.toMatchObject(wrong)
    await run(editEvent, { eventId, registrationDeadline: '2026-03-19' })
  })
})

describe('people of an event', () => {
  test('who are new are captured with the event as their origin, and known ones are found again (N1, N6)', async () => {
    const { run, read, eventId } = await planned()
    await run(wantToMeet, { eventId, people: [{ named: ada }, { named: { name: 'Cher' } }] })
    await run(wantToMeet, { eventId, people: [{ named: { name: 'ada obi', organization: 'NORTHGATE' } }] })
    const people = await read((tx) => tx.find(person, 'byName', {}))
    expect(people.map(({ name, origin, source }) => [name, origin, source])).toEqual([
      ['Ada Obi', 'direct-contact', 'Careers in nursing'],
      ['Cher', 'direct-contact', 'Careers in nursing'],
    ])
  })
  test('who were met are a touch each, once, however often it is said (N3, F3)', async () => {
    const { run, read, at, eventId, people, add } = await planned()
    const nadia = await add('Nadia Haddad')
    at('2026-03-19T19:30:00+01:00')
    await run(attendEvent, { eventId, met: [{ personId: nadia.id }] })
    await run(metAtEvent, { eventId, personId: nadia.id, note: 'Night shifts', send: 'The article' })
    const touches = await read((tx) => tx.find(touch, 'byEvent', { eventId }))
    expect(touches).toMatchObject([{ at: Date.parse('2026-03-19T19:30:00+01:00'), note: 'Night shifts' }])
    expect(await people()).toMatchObject([{ personId: nadia.id, send: 'The article' }])
  })
  test('who were met are dated to its last moment when that is told days later (N3)', async () => {
    const { run, at, eventId, people } = await planned({ endsAt: evening + 7_200_000 })
    at('2026-03-22T09:00:00+01:00')
    await run(metAtEvent, { eventId, named: ada })
    expect(await people()).toMatchObject([{ metAt: evening + 7_200_000 }])
  })
  test('to meet are looked up beforehand, or taken off the list (P1)', async () => {
    const { run, read, eventId, people, add } = await planned()
    const nadia = await add('Nadia Haddad')
    await expect(run(researchAttendee, { eventId, personId: nadia.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await run(wantToMeet, { eventId, people: [{ personId: nadia.id }] })
    await run(researchAttendee, { eventId, personId: nadia.id, research: 'Writes on rotas' })
    expect(await people()).toMatchObject([{ researchedAt: Date.parse(monday) }])
    const notes = await read((tx) => tx.find(researchNote, 'byPerson', { personId: nadia.id }))
    expect(notes).toMatchObject([{ text: 'Writes on rotas', on: '2026-03-02' }])
    await run(dropFromEvent, { eventId, people: [nadia.id] })
    expect(await people()).toEqual([])
  })
  test('who turn out to be one person are there once', async () => {
    const { run, eventId, people, add } = await planned()
    const [one, other] = [await add('N. Haddad'), await add('Nadia Haddad')]
    await run(wantToMeet, { eventId, people: [{ personId: one.id }, { personId: other.id }] })
    await run(researchAttendee, { eventId, personId: one.id, research: 'Writes on rotas' })
    await run(mergePeopleCommand(tables), { personId: other.id, otherId: one.id })
    expect(await people()).toMatchObject([{ personId: other.id, researchedAt: Date.parse(monday) }])
  })
  test('are told in the first letter where the two met (N3, O2)', async () => {
    const { run, at, eventId, people } = await planned()
    at('2026-03-19T21:00:00+01:00')
    await run(attendEvent, { eventId, met: [{ named: ada }] })
    const { personId } = (await people())[0]!
    const { body } = await run(composeDraft, { personId, kind: 'request', channel: 'email' })
    expect(body).toContain('We met at Careers in nursing.')
  })
  test('stay in touch with the user when the event is removed as a mistake (F3)', async () => {
    const { run, read, at, eventId, undo } = await planned()
    at('2026-03-19T21:00:00+01:00')
    await run(attendEvent, { eventId, met: [{ named: ada }] })
    await run(removeEvent, { eventId })
    expect(await read((tx) => tx.find(eventPerson, 'byEvent', {}))).toEqual([])
    const [left] = await read((tx) => tx.find(touch, 'byTime', {}))
    expect(left).toMatchObject({ outcome: 'met at Careers in nursing' })
    expect(left!.eventId).toBeUndefined()
    expect((await undo()).conflicts).toEqual([])
    expect(await read((tx) => tx.find(touch, 'byEvent', { eventId }))).toHaveLength(1)
  })
  test('are taken back with the evening by one undo', async () => {
    const { run, read, at, eventId, undo } = await planned()
    at('2026-03-19T21:00:00+01:00')
    await run(attendEvent, { eventId, met: [{ named: ada }] })
    expect((await undo()).conflicts).toEqual([])
    expect(await read((tx) => tx.find(person, 'byName', {}))).toEqual([])
    expect(await read((tx) => tx.find(touch, 'byEvent', {}))).toEqual([])
  })
})

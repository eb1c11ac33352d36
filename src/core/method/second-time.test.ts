import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { followUp, moveOn, recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { editPerson } from '../people/commands.ts'
import { addTouch } from '../touches/commands.ts'
import { editPolicy } from './commands.ts'

/** What happens when the same is done a second time, early, or out of turn: found by lives of a year (tests/oracle). */

const monday = '2026-03-02T10:00:00+01:00'
const talk = { minutes: 30, mode: 'video' } as const

describe('a second request', () => {
  test('written while they are away waits until they are back, like the first (X5)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: asked.id, answer: 'out-of-office', until: '2026-04-06' })
    w.at('2026-03-04T10:00:00+01:00')
    await w.run(followUp, { approachId: asked.id })
    w.at('2026-04-06T12:00:00+02:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-04-20T12:00:00+02:00')
    expect(await w.agenda()).toEqual(['move-on Nadia Haddad (O7)'])
  })
  test('takes the place of the first: a late answer belongs to it, and nobody is asked for a time twice (O5, O7)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const first = await w.run(startApproach, { personId: nadia.id })
    await w.run(moveOn, { approachId: first.id })
    const second = await w.run(startApproach, { personId: nadia.id })
    await expect(w.run(recordReply, { approachId: first.id, answer: 'yes' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { approachId: second.id },
    })
    await w.run(recordReply, { approachId: second.id, answer: 'yes' })
    expect(await w.agenda()).toEqual(['schedule Nadia Haddad (O5)'])
  })
  test('outlives the talk that the first one led to (O5)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const first = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: first.id, answer: 'yes' })
    const at = Date.parse('2026-03-12T15:00:00+01:00')
    const { id } = await w.run(arrangeConversation, { personId: nadia.id, at, ...talk })
    const second = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: second.id, answer: 'yes' })
    await w.run(recordConversation, { conversationId: id, outcome: 'cancelled' })
    expect(await w.agenda()).toEqual(['schedule Nadia Haddad (O5)'])
  })
})

test('an earlier time in the place of a talk that was cancelled is another time (O5)', async () => {
  const w = world(monday)
  const nadia = await w.add('Nadia Haddad')
  const far = Date.parse('2026-03-27T15:00:00+01:00')
  const { id } = await w.run(arrangeConversation, { personId: nadia.id, at: far, ...talk })
  await w.run(recordConversation, { conversationId: id, outcome: 'cancelled' })
  expect(await w.agenda()).toEqual(['schedule Nadia Haddad (O5)'])
  const near = Date.parse('2026-03-16T15:00:00+01:00')
  await w.run(arrangeConversation, { personId: nadia.id, at: near, ...talk })
  expect(await w.agenda()).toEqual([])
})

test('a request that is under way asks for the time of a talk that fell through, though it is no answer to that (O5)', async () => {
  const w = world(monday)
  const nadia = await w.add('Nadia Haddad')
  const at = Date.parse('2026-03-12T15:00:00+01:00')
  const { id } = await w.run(arrangeConversation, { personId: nadia.id, at, ...talk })
  const asked = await w.run(startApproach, { personId: nadia.id })
  await w.run(recordReply, { approachId: asked.id, answer: 'yes' })
  await w.run(recordConversation, { conversationId: id, outcome: 'cancelled' })
  expect(await w.agenda()).toEqual(['schedule Nadia Haddad (O5)'])
})

test('whoever is chosen again after a request is to be written to again; twice in a row is once (O3)', async () => {
  const w = world(monday)
  const nadia = await w.add('Nadia Haddad', { chosen: true })
  w.at('2026-03-03T10:00:00+01:00')
  await w.run(editPerson, { personId: nadia.id, chosen: true })
  const [step] = await w.allSteps()
  expect(step!.dueAt).toBe(Date.parse('2026-03-09T10:00:00+01:00'))
  const asked = await w.run(startApproach, { personId: nadia.id })
  await w.run(moveOn, { approachId: asked.id })
  expect(await w.agenda()).toEqual([])
  w.at('2026-06-01T10:00:00+02:00')
  await w.run(editPerson, { personId: nadia.id, chosen: true })
  expect(await w.agenda()).toEqual(['introduce Nadia Haddad (O3)'])
})

test('a turn that is taken in the morning counts for the week, though it comes up in the afternoon (X7)', async () => {
  const w = world('2026-03-02T16:00:00+01:00')
  await w.run(editPolicy, { values: { touchesPerWeek: 1 } })
  const nadia = await w.add('Nadia Haddad', { keepInTouch: 'yes' })
  const tomas = await w.add('Tomás Reyes', { keepInTouch: 'yes' })
  for (const { id: personId } of [nadia, tomas]) await w.run(addTouch, { personId, kind: 'email' })
  w.at('2026-06-01T09:00:00+02:00')
  await w.run(editPolicy, { values: { cadenceDays: 91 } })
  const [shown, ...others] = await w.today()
  expect(others).toEqual([])
  await w.run(addTouch, { personId: shown!.subjectId, kind: 'email' })
  expect(await w.agenda()).toEqual([])
})

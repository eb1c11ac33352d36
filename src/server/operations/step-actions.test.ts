import { expect, test } from 'vitest'
import type { z } from 'zod'
import { world } from '../../../tests/world.ts'
import { followUp, recordReply, startApproach } from '../../core/approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../../core/conversations/commands.ts'
import { addEvent, attendEvent } from '../../core/events/commands.ts'
import { wantToMeet } from '../../core/events/people-commands.ts'
import { type StepKind, stepKinds } from '../../core/method/step.ts'
import { addOpening } from '../../core/openings/commands.ts'
import { editPerson } from '../../core/people/commands.ts'
import { person } from '../../core/people/person.ts'
import { addPromise, closePromise } from '../../core/promises/commands.ts'
import { addTouch } from '../../core/touches/commands.ts'
import { allOperations } from './registry.ts'

test('every kind of step has one action, and the registry knows its operation and every input it fills', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  const soon = Date.parse('2026-03-05T10:00:00+01:00')
  const past = Date.parse('2026-03-01T10:00:00+01:00')
  const talk = async (name: string, at: number) => {
    const { id } = await w.add(name)
    return w.run(arrangeConversation, { personId: id, at, minutes: 30, mode: 'video' })
  }
  await w.add('To introduce', { chosen: true })
  const waiting = await w.add('To follow up')
  await w.run(startApproach, { personId: waiting.id })
  const silent = await w.add('To move on from')
  const { id: twice } = await w.run(startApproach, { personId: silent.id })
  await w.run(followUp, { approachId: twice })
  const willing = await w.add('To schedule')
  const { id: accepted } = await w.run(startApproach, { personId: willing.id })
  await w.run(recordReply, { approachId: accepted, answer: 'yes' })
  await talk('To prepare, confirm, attend, record', soon)
  const { id: over } = await talk('To thank', past)
  await w.run(recordConversation, {
    conversationId: over,
    outcome: 'held',
    advice: ['Take the statistics course'],
    names: [{ name: 'Named' }, { name: 'Met', organization: 'Elsewhere' }],
  })
  const people = await w.read((tx) => tx.find(person, 'byName', { nameKey: 'met' }))
  const { id: second } = await w.run(arrangeConversation, {
    personId: people[0]!.id,
    at: past,
    minutes: 30,
    mode: 'video',
  })
  await w.run(recordConversation, { conversationId: second, outcome: 'held', stayInTouch: 'no' })
  const kept = await w.add('To keep in touch with', { keepInTouch: 'yes' })
  await w.run(addTouch, { personId: kept.id, kind: 'coffee' })
  await w.run(addPromise, { personId: kept.id, text: 'Send the article' })

  const event = { kind: 'fair', fee: 1000, travel: 'By train', registrationDeadline: '2026-03-04' } as const
  const { id: ahead } = await w.run(addEvent, { ...event, name: 'To register for', startsAt: soon })
  await w.run(wantToMeet, { eventId: ahead, people: [{ personId: kept.id }] })
  await w.run(addEvent, { kind: 'fair', name: 'To attend, to record', startsAt: soon })
  const { id: attended } = await w.run(addEvent, { kind: 'fair', name: 'Over', startsAt: past })
  await w.run(attendEvent, { eventId: attended, met: [{ named: { name: 'Met there' } }] })
  const { id: promised } = await w.run(addPromise, { personId: kept.id, text: 'A list', by: 'them' })
  await w.run(closePromise, { promiseId: promised })
  await w.run(editPerson, { personId: kept.id, organization: 'Lakeside Health' })
  const opening = { title: 'To apply for', organization: 'Lakeside Health', deadline: '2026-04-01' }
  await w.run(addOpening, opening)

  const steps = await w.allSteps()
  expect([...new Set(steps.map(({ kind }) => kind))].sort()).toEqual([...stepKinds].sort())
  const operations = new Map((await allOperations()).map((one) => [one.name, one]))
  for (const { kind, action } of steps) {
    const operation = operations.get(action.operation)
    expect(operation, `${kind satisfies StepKind}: ${action.operation}`).toBeDefined()
    const { shape } = operation!.input as z.ZodObject
    for (const [name, value] of Object.entries(action.input)) {
      expect(shape, `${action.operation} takes ${name}`).toHaveProperty(name)
      expect((shape[name] as z.ZodType).safeParse(value).success, `${action.operation} ${name}`).toBe(true)
    }
  }
})

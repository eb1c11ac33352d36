import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { introduction } from '../introductions/introduction.ts'
import { promise } from '../promises/promise.ts'
import { arrangeConversation, prepareConversation, recordConversation } from './commands.ts'
import { conversation } from './conversation.ts'
import { noteConversation, withTicks } from './note.ts'

async function inTheTalk() {
  const w = world('2026-03-02T10:00:00+01:00')
  const whom = await w.add('Nadia Haddad')
  const { id } = await w.run(arrangeConversation, {
    personId: whom.id,
    at: Date.parse('2026-03-10T15:00:00+01:00'),
    minutes: 30,
    mode: 'video',
  })
  await w.run(prepareConversation, {
    conversationId: id,
    questions: [
      { text: 'What surprised you?', mustAsk: true },
      { text: 'Who hires juniors?', mustAsk: false },
    ],
  })
  w.at('2026-03-10T15:10:00+01:00')
  return { w, id }
}

test('what is written in the talk stands in the record when nothing else is said (F3, N2, C7)', async () => {
  const { w, id } = await inTheTalk()
  await w.run(noteConversation, {
    conversationId: id,
    notes: 'On call every sixth week',
    asked: ['What surprised you?'],
    namesHeard: ['Tomás Reyes, planner, City of Evanston'],
    offers: ['Send her the map'],
    stayInTouch: 'no',
  })
  w.at('2026-03-10T15:40:00+01:00')
  const held = await w.run(recordConversation, { conversationId: id, outcome: 'held' })
  expect(held).toMatchObject({ notes: 'On call every sixth week', stayInTouch: 'no' })
  expect(held.questions.map(({ asked }) => asked ?? false)).toEqual([true, false])
  const named = await w.read((tx) => tx.find(introduction, 'byConversation', { conversationId: id }))
  expect(named).toHaveLength(1)
  const promised = await w.read((tx) => tx.find(promise, 'byConversation', { conversationId: id }))
  expect(promised.map(({ text }) => text)).toEqual(['Send her the map'])
})

test('what is said when it is recorded replaces what was noted, nothing at all too (F3)', async () => {
  const { w, id } = await inTheTalk()
  await w.run(noteConversation, { conversationId: id, notes: 'short', namesHeard: ['A Slip'], offers: ['x'] })
  w.at('2026-03-10T15:40:00+01:00')
  const held = await w.run(recordConversation, {
    conversationId: id,
    outcome: 'held',
    notes: 'written out',
    names: [],
    promises: [],
  })
  expect(held).toMatchObject({ notes: 'written out', stayInTouch: 'yes' })
  expect(await w.read((tx) => tx.find(introduction, 'byConversation', { conversationId: id }))).toEqual([])
  expect(await w.read((tx) => tx.find(promise, 'byConversation', { conversationId: id }))).toEqual([])
})

test('a note leaves what it does not name as it was, and refuses to say nothing (F3)', async () => {
  const { w, id } = await inTheTalk()
  await w.run(noteConversation, { conversationId: id, notes: 'first', asked: ['Who hires juniors?'] })
  await w.run(noteConversation, { conversationId: id, namesHeard: ['Tomás Reyes'] })
  const row = await w.read((tx) => tx.get(conversation, id))
  expect(row).toMatchObject({ notes: 'first', namesHeard: ['Tomás Reyes'] })
  expect(row!.questions.filter(({ asked }) => asked).map(({ text }) => text)).toEqual(['Who hires juniors?'])
  await expect(w.run(noteConversation, { conversationId: id })).rejects.toThrow(/nothing to note/)
})

test('ticks are those that are named; a question that came up joins the list (C5)', () => {
  const list = [
    { text: 'What surprised you?', mustAsk: true, asked: true, answer: 'The night' },
    { text: 'Who hires juniors?', mustAsk: false },
  ]
  expect(withTicks(list, ['who hires juniors', 'And the pace?'])).toEqual([
    { text: 'What surprised you?', mustAsk: true, answer: 'The night' },
    { text: 'Who hires juniors?', mustAsk: false, asked: true },
    { text: 'And the pace?', mustAsk: false, asked: true },
  ])
})

import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { addEvent } from '../events/commands.ts'
import { addField } from '../fields/commands.ts'
import { addResearch } from '../research/commands.ts'
import { addTouch } from './commands.ts'
import { keepingList } from './keeping-list.ts'
import { reasonsToWrite, seasonOf } from './reasons.ts'

test('the quarter’s list has whose turn comes, the longest waiting first, each with reasons to write (F4, F5)', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  await w.run(addField, { name: 'Water engineering' })
  const later = await w.add('Later', { keepInTouch: 'yes' })
  const first = await w.add('First', {
    keepInTouch: 'yes',
    fields: ['Water engineering'],
    addresses: [{ city: 'Evanston' }],
  })
  const held = Date.parse('2026-03-02T09:00:00+01:00')
  const talk = { personId: first.id, at: held, minutes: 30, mode: 'video' } as const
  const said = { advice: ['Read the report'], highlight: 'How she began' }
  const { id } = await w.run(arrangeConversation, talk)
  await w.run(recordConversation, { conversationId: id, outcome: 'held', ...said })
  w.at('2026-03-09T10:00:00+01:00')
  await w.run(addTouch, { personId: later.id, kind: 'coffee' })
  await w.run(addResearch, { about: 'Water engineering', text: 'The new weir opens in May' })
  const startsAt = Date.parse('2026-04-14T09:00:00+02:00')
  await w.run(addEvent, { kind: 'conference', name: 'River Days', startsAt, place: 'Town hall, Evanston' })

  const list = await w.read(keepingList)
  expect(list.map(({ person }) => person.name)).toEqual(['First', 'Later'])
  expect(list[0]!.reasons.map(({ text }) => text)).toEqual([
    'Tell them what you did with their advice: Read the report',
    'You are in Evanston on 14 April for River Days. Suggest a coffee.',
    'You noted about Water engineering: The new weir opens in May',
  ])
  expect(list[1]!.reasons).toEqual([])
})

test('whoever is not kept in touch with, and whose turn comes later than the quarter, is not on the list (F4)', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  await w.add('Only listed')
  await w.add('Once a year', { keepInTouch: 'yes', cadenceDays: 365 })
  expect(await w.read(keepingList)).toEqual([])
})

test('in December good wishes are a reason, and what they said is always one (F5)', () => {
  expect(seasonOf('2026-12-01')).toBe('the new year')
  expect(seasonOf('2027-01-14')).toBe('the new year')
  expect(seasonOf('2027-01-15')).toBeUndefined()
  const none = { notes: [], advice: [], visits: [] }
  const reasons = reasonsToWrite({ ...none, season: 'the new year', valued: 'How you began' })
  expect(reasons.map(({ wish }) => wish.kind)).toEqual(['seasonal', 'keep-in-touch'])
  expect(reasonsToWrite(none)).toEqual([])
})

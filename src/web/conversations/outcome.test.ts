import { expect, test } from 'vitest'
import { nobody, nothingNoted, nothingPromised, outcomeOf } from './outcome.ts'

test('what was left empty is not recorded; promises go to who made them (F2, N2)', () => {
  const noted = {
    ...nothingNoted(),
    highlight: ' How she began ',
    advice: ['Take statistics', ' '],
    names: [{ name: 'Reyes, Tomás', role: 'planner, senior', organization: 'City, Evanston' }, nobody()],
    promises: [
      { text: 'Send the map', dueOn: '2026-03-20', by: 'me' as const },
      { text: 'Send the list', dueOn: '', by: 'them' as const },
      nothingPromised(),
    ],
  }
  expect(outcomeOf('c', noted)).toEqual({
    conversationId: 'c',
    outcome: 'held',
    highlight: 'How she began',
    advice: ['Take statistics'],
    names: [{ name: 'Reyes Tomás', role: 'planner senior', organization: 'City, Evanston' }],
    promises: [{ text: 'Send the map', dueOn: '2026-03-20' }],
    theirPromises: [{ text: 'Send the list' }],
    notes: undefined,
    stayInTouch: 'yes',
  })
})

test('of a talk that fell through only the notes are recorded', () => {
  expect(outcomeOf('c', { ...nothingNoted(), outcome: 'no-show', advice: ['x'], notes: 'Waited' })).toEqual({
    conversationId: 'c',
    outcome: 'no-show',
    notes: 'Waited',
  })
})

import { expect, test } from 'vitest'
import type { Conversation } from '../../core/conversations/conversation.ts'
import { leftOver, nobody, notedIn, nothingNoted, nothingPromised, outcomeOf } from './outcome.ts'

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

test('the form begins with what was noted in the talk, under what was written in it already (F3, N2)', () => {
  const talk = {
    status: 'arranged',
    notes: 'On call every sixth week',
    namesHeard: ['Tomás Reyes, planner, City of Evanston'],
    offers: ['Send the map'],
    stayInTouch: 'no',
  } as unknown as Extract<Conversation, { status: 'arranged' }>
  const begun = notedIn(talk)
  expect(begun).toEqual({
    ...nothingNoted(),
    notes: 'On call every sixth week',
    names: [{ name: 'Tomás Reyes', role: 'planner', organization: 'City of Evanston' }],
    promises: [{ text: 'Send the map', dueOn: '', by: 'me' }],
    stayInTouch: 'no',
  })
  expect(leftOver(begun, { ...nothingNoted(), highlight: 'How she began' })).toEqual({
    ...begun,
    highlight: 'How she began',
  })
})

import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { step } from '../method/step.ts'
import { afterSending } from './after-sending.ts'
import { composeDraft, sendLetter } from './commands.ts'
import type { LetterKind } from './letter.ts'

const timeZone = 'Europe/Berlin'

async function sentenceAfter(w: ReturnType<typeof world>, personId: string, kind: LetterKind, at: string) {
  w.at(at)
  const { id } = await w.run(composeDraft, { personId, kind })
  await w.run(sendLetter, { letterId: id })
  const steps = await w.read((tx) => tx.find(step, 'bySubject', { subjectId: personId }))
  return afterSending(steps, { now: Date.parse(at), timeZone })
}

test('after a request a follow-up comes in two weeks, and after that others (O6, O7)', async () => {
  const w = world('2026-11-25T10:00:00+01:00')
  const { id } = await w.add('Nadia Haddad', { chosen: true })
  expect(await sentenceAfter(w, id, 'request', '2026-11-25T10:00:00+01:00')).toBe(
    'If there is no reply by 9 December, Today will ask for one follow-up.',
  )
  expect(await sentenceAfter(w, id, 'follow-up', '2026-12-09T11:00:00+01:00')).toBe(
    'If there is no reply by 23 December, Today will name others to try.',
  )
})

test('a thank-you opens the next exchange: the promise, the progress, or the next quarter (F2, F4, X6)', async () => {
  const w = world('2026-03-02T10:00:00+01:00')
  const { id: personId } = await w.add('Nadia Haddad')
  const at = Date.parse('2026-03-02T11:00:00+01:00')
  const { id } = await w.run(arrangeConversation, { personId, at, minutes: 30, mode: 'video' })
  w.at('2026-03-02T12:00:00+01:00')
  await w.run(recordConversation, {
    conversationId: id,
    outcome: 'held',
    advice: ['Take statistics'],
    promises: [{ text: 'Send the article', dueOn: '2026-03-10' }],
    theirPromises: [{ text: 'Send the reading list' }],
  })
  expect(await sentenceAfter(w, personId, 'thank-you', '2026-03-02T13:00:00+01:00')).toBe(
    'What you promised them is due on 10 March.',
  )
})

test('where nothing follows, it says so', () => {
  expect(afterSending([], { now: 0, timeZone })).toBe('Nothing more is due with them now.')
})

import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { composeDraft, sendLetter } from '../letters/commands.ts'
import { namedPerson } from '../people/named-person.ts'
import { addIntroduction, updateIntroduction } from './commands.ts'
import { introduction } from './introduction.ts'
import { type IntroductionStatus, introductionStatuses, mayBecome } from './progress.ts'

const monday = '2026-03-02T10:00:00+01:00'

async function named() {
  const w = world(monday)
  const nadia = await w.add('Nadia Haddad')
  const row = await w.run(addIntroduction, {
    fromPersonId: nadia.id,
    named: namedPerson('Tomás Reyes, planner, City of Evanston'),
  })
  const statusOf = async () => (await w.read((tx) => tx.get(introduction, row.id)))!.status
  const update = (status: IntroductionStatus) => w.run(updateIntroduction, { introductionId: row.id, status })
  return { w, nadia, tomasId: row.toPersonId, introductionId: row.id, statusOf, update }
}

describe('an introduction', () => {
  test('begins with a name, also outside of a talk, and asks to be used (N2)', async () => {
    const { w } = await named()
    expect(await w.agenda(14)).toEqual(['use-referral Tomás Reyes (N2)'])
  })
  test('goes its way by what happens: written to, met, reported back (N2, X1)', async () => {
    const { w, nadia, tomasId, introductionId, statusOf } = await named()
    await w.run(startApproach, { personId: tomasId })
    expect(await statusOf()).toBe('contacted')
    const at = Date.parse('2026-03-02T09:00:00+01:00')
    const talk = await w.run(arrangeConversation, { personId: tomasId, at, minutes: 20, mode: 'phone' })
    await w.run(recordConversation, { conversationId: talk.id, outcome: 'held' })
    expect(await statusOf()).toBe('met')
    const letter = await w.run(composeDraft, { personId: nadia.id, kind: 'report-back', introductionId })
    await w.run(sendLetter, { letterId: letter.id })
    expect(await statusOf()).toBe('reported-back')
    for (const before of ['met', 'met', 'contacted', 'contacted', 'named']) {
      await w.undo()
      expect(await statusOf()).toBe(before)
    }
  })
  test('is under way, too, when a talk is arranged without a letter (N2)', async () => {
    const { w, tomasId, statusOf } = await named()
    const at = Date.parse('2026-03-12T09:00:00+01:00')
    await w.run(arrangeConversation, { personId: tomasId, at, minutes: 20, mode: 'phone' })
    expect(await statusOf()).toBe('contacted')
  })
  test('is not reported back before they met: a letter about it changes nothing, by hand it is refused (X1)', async () => {
    const { w, nadia, introductionId, statusOf, update } = await named()
    const letter = await w.run(composeDraft, { personId: nadia.id, kind: 'report-back', introductionId })
    await w.run(sendLetter, { letterId: letter.id })
    expect(await statusOf()).toBe('named')
    await expect(update('reported-back')).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
  test('goes forward by hand, may pass over what did not happen, and never goes back (N2)', async () => {
    const { update, statusOf } = await named()
    for (const status of ['offered', 'contacted', 'met', 'reported-back'] as const) await update(status)
    expect(await statusOf()).toBe('reported-back')
    for (const status of introductionStatuses)
      await expect(update(status)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
  test('has a way that ends: no status leads back to itself', () => {
    for (const from of introductionStatuses)
      for (const to of introductionStatuses) if (mayBecome(from, to)) expect(mayBecome(to, from)).toBe(false)
    expect(introductionStatuses.filter((from) => mayBecome(from, 'reported-back'))).toEqual(['met'])
  })
})

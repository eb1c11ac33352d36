import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { composeDraft, sendLetter } from '../letters/commands.ts'
import { addPerson, editPerson } from '../people/commands.ts'
import { addPromise } from '../promises/commands.ts'
import { editPolicy, editProfile } from './commands.ts'
import { checkPolicy, officePolicy, policyOf } from './policy.ts'
import { policyFields } from './policy-fields.ts'
import { policyReasons } from './policy-reasons.ts'
import { profileNames } from './profiles.ts'

const monday = '2026-03-02T10:00:00+01:00'

describe('the profile 3b7', () => {
  const kestrel = { organization: 'Kestrel Labs' }
  async function asked() {
    const w = world(monday)
    await w.run(editPolicy, { values: {}, profile: '3b7' })
    const nadia = await w.add('Nadia Haddad', kestrel)
    const approach = await w.run(startApproach, { personId: nadia.id })
    return { w, nadia, approach }
  }
  test('asks for a second contact there after three business days, for the follow-up after seven (X8)', async () => {
    const { w } = await asked()
    w.at('2026-03-04T20:00:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-05T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (X8)'])
    w.at('2026-03-11T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (X8) !', 'follow-up Nadia Haddad (O6)'])
  })
  test('is content once a colleague was written to, or an answer came (X8)', async () => {
    const { w, approach } = await asked()
    w.at('2026-03-05T08:00:00+01:00')
    const elsewhere = await w.add('Tomás Reyes', { organization: 'Other' })
    await w.run(startApproach, { personId: elsewhere.id })
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (X8)'])
    const colleague = await w.add('Dana Petrov', { organization: 'KESTREL  labs' })
    await w.run(startApproach, { personId: colleague.id })
    expect(await w.agenda()).toEqual([])
    await w.undo()
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (X8)'])
    await w.run(recordReply, { approachId: approach.id, answer: 'no' })
    expect(await w.agenda()).toEqual([])
  })
  test('finds the second contact also in somebody who has come to the employer since (X8)', async () => {
    const { w, nadia } = await asked()
    const dana = await w.add('Dana Petrov', { organization: 'Other' })
    await w.run(startApproach, { personId: dana.id })
    w.at('2026-03-05T08:00:00+01:00')
    expect(await w.agenda()).toHaveLength(2)
    await w.run(editPerson, { personId: dana.id, ...kestrel })
    const steps = await w.allSteps()
    expect(steps.filter(({ kind }) => kind === 'introduce')).toEqual([])
    expect((await w.derivedAnew([nadia.id, dana.id])).map(({ id }) => id)).toEqual(steps.map(({ id }) => id))
  })
  test('goes back to the office’s two weeks with one command, and every step follows (O6)', async () => {
    const { w } = await asked()
    await w.run(editPolicy, { values: {}, profile: 'office' })
    w.at('2026-03-15T20:00:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-16T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
  })
})

describe('the clock', () => {
  test('a follow-up due on a holiday waits for the next day that is none (X5)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    await w.run(startApproach, { personId: nadia.id })
    await w.run(editPolicy, { values: {}, ownHolidays: ['2026-03-16'] })
    w.at('2026-03-16T20:00:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-17T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
  })
  test('during a vacation nothing falls due but appointments and words given (X5)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    await w.run(startApproach, { personId: nadia.id })
    await w.run(addPromise, { personId: nadia.id, text: 'Send the article', dueOn: '2026-03-16' })
    await w.run(editProfile, { away: { from: '2026-03-10', until: '2026-03-20' } })
    w.at('2026-03-16T20:00:00+01:00')
    expect(await w.agenda()).toEqual(['keep-promise Nadia Haddad (F2)'])
    w.at('2026-03-20T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['keep-promise Nadia Haddad (F2) !', 'follow-up Nadia Haddad (O6)'])
    await w.run(editProfile, { away: 'none' })
    expect(await w.agenda()).toEqual(['keep-promise Nadia Haddad (F2) !', 'follow-up Nadia Haddad (O6) !'])
  })
  test('a move to another time zone moves the days with the user (X5)', async () => {
    const w = world('2026-03-02T23:30:00+01:00')
    const nadia = await w.add('Nadia Haddad')
    await w.run(startApproach, { personId: nadia.id })
    w.at('2026-03-16T10:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
    await w.run(editProfile, { timeZone: 'Pacific/Auckland' })
    expect(await w.agenda()).toEqual([])
  })
})

describe('advice that was given', () => {
  test('asks after two weeks what the user did with it, and is content once that was told (X6)', async () => {
    const w = world(monday)
    const nadia = await w.run(addPerson, { name: 'Nadia Haddad', origin: 'direct-contact' })
    const talk = await w.run(arrangeConversation, {
      personId: nadia.id,
      at: Date.parse('2026-03-02T11:00:00+01:00'),
      minutes: 30,
      mode: 'phone',
    })
    w.at('2026-03-02T12:00:00+01:00')
    await w.run(recordConversation, {
      conversationId: talk.id,
      outcome: 'held',
      advice: ['Take statistics'],
      stayInTouch: 'no',
    })
    const thanks = await w.run(composeDraft, { personId: nadia.id, kind: 'thank-you' })
    await w.run(sendLetter, { letterId: thanks.id })
    w.at('2026-03-15T20:00:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-16T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['tell-progress Nadia Haddad (X6)'])
    const [due] = await w.today()
    expect(due!.why).toContain('Take statistics.')
    const report = await w.run(composeDraft, { personId: nadia.id, kind: 'report-back' })
    await w.run(sendLetter, { letterId: report.id })
    expect(await w.agenda(366)).toEqual([])
  })
})

describe('the policy', () => {
  test.each(profileNames)('of the profile %s is within its own ranges (X8)', (name) => {
    expect(() => checkPolicy(policyOf(name))).not.toThrow()
  })
  test('refuses what is out of range, no choice, or above its counterpart, and names the field', () => {
    const wrong = (values: object, field: string) =>
      expect(() => checkPolicy({ ...officePolicy, ...values })).toThrowError(
        expect.objectContaining({ details: expect.objectContaining({ field }) }),
      )
    wrong({ replyWaitDays: 0 }, 'replyWaitDays')
    wrong({ replyWaitDays: 1.5 }, 'replyWaitDays')
    wrong({ clock: 'lunar' }, 'clock')
    wrong({ askIsQuestion: 'yes' }, 'askIsQuestion')
    wrong({ askMinutesFrom: 40 }, 'askMinutesFrom')
    wrong({ letterWordsBest: 130 }, 'letterWordsBest')
  })
  test('names for each field the rule that it belongs to', () => {
    for (const [name, { rule }] of Object.entries(policyFields)) {
      expect(rule).toMatch(/^[WNOPCFX]\d$/)
      expect(policyReasons[name as keyof typeof policyFields]).toMatch(/\.$/)
    }
  })
})

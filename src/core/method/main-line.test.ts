import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { followUp, moveOn, recordReply, startApproach } from '../approaches/commands.ts'
import { arrangeConversation, confirmConversation, recordConversation } from '../conversations/commands.ts'
import { updateIntroduction } from '../introductions/commands.ts'
import { introduction } from '../introductions/introduction.ts'
import { editPerson } from '../people/commands.ts'
import { person } from '../people/person.ts'
import { addPromise, closePromise } from '../promises/commands.ts'
import { addTouch } from '../touches/commands.ts'
import { dismissStep, editPolicy, snoozeStep } from './commands.ts'

const monday = '2026-03-02T10:00:00+01:00'

describe('who gets steps', () => {
  test('nobody who is only listed: an address book is no pile of guilt', async () => {
    const w = world(monday)
    await w.add('Nadia Haddad')
    expect(await w.agenda(366)).toEqual([])
  })
  test('whoever the user wants to meet is to be written to (O3)', async () => {
    const w = world(monday)
    await w.add('Nadia Haddad', { chosen: true })
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (O3)'])
  })
  test('nobody marked "do not contact", who cannot be written to either', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { chosen: true, doNotContact: true })
    expect(await w.agenda(366)).toEqual([])
    await expect(w.run(startApproach, { personId: nadia.id })).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
  test('nobody before the day until which they are paused', async () => {
    const w = world(monday)
    await w.add('Nadia Haddad', { chosen: true, pausedUntil: '2026-03-09' })
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-09T00:30:00+01:00')
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (O3)'])
  })
})

describe('approaches', () => {
  test('asks for one follow-up after two weeks, then moves on (O6, O7)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { chosen: true })
    const asked = await w.run(startApproach, { personId: nadia.id, channel: 'email' })
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-15T23:59:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-16T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
    w.at('2026-03-17T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6) !'])
    await w.run(followUp, { approachId: asked.id })
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-31T09:00:00+02:00')
    expect(await w.agenda()).toEqual(['move-on Nadia Haddad (O7)'])
    await expect(w.run(followUp, { approachId: asked.id })).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await w.run(moveOn, { approachId: asked.id })
    expect(await w.agenda(366)).toEqual([])
  })
  test('counts the days of the wait across a change of clocks (O6)', async () => {
    const w = world('2026-03-20T10:00:00+01:00')
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    expect(asked.status).toBe('waiting')
    const [due] = await w.allSteps()
    expect(due!.dueAt).toBe(Date.parse('2026-04-03T10:00:00+02:00'))
  })
  test('names three others when moving on: the same field or organisation first, then the warmest (O7)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { organization: 'Lakeside Health', fields: ['Nursing'] })
    await w.add('Warm Stranger', { closeness: 4 })
    await w.add('Cool Stranger', { closeness: 1 })
    await w.add('Imani Iyer', { organization: 'lakeside  HEALTH' })
    await w.add('Chidi Okafor', { fields: ['nursing'] })
    const busy = await w.add('Busy Colleague', { organization: 'Lakeside Health' })
    await w.run(startApproach, { personId: busy.id })
    const asked = await w.run(startApproach, { personId: nadia.id })
    const { alternatives } = await w.run(moveOn, { approachId: asked.id })
    expect(alternatives.map(({ name }) => name)).toEqual(['Chidi Okafor', 'Imani Iyer', 'Warm Stranger'])
  })
  test('a late reply reopens an approach that was moved on from (O7)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(moveOn, { approachId: asked.id })
    w.at('2026-06-01T10:00:00+02:00')
    await w.run(recordReply, { approachId: asked.id, answer: 'yes' })
    expect(await w.agenda(2)).toEqual(['schedule Nadia Haddad (O5)'])
  })
  test('an out-of-office reply makes the clock stand still (X5)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: asked.id, answer: 'out-of-office', until: '2026-03-09' })
    w.at('2026-03-16T20:00:00+01:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-23T08:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
  })
  test('"later" comes back on the day they named (O6)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: asked.id, answer: 'later', until: '2026-05-04' })
    w.at('2026-05-03T12:00:00+02:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-05-04T12:00:00+02:00')
    expect(await w.agenda()).toEqual(['follow-up Nadia Haddad (O6)'])
  })
  test('a decline asks for nothing more', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: asked.id, answer: 'no' })
    expect(await w.agenda(366)).toEqual([])
  })
  test('a second request while the first is open is refused, and too many at one employer are told (X7)', async () => {
    const w = world(monday)
    const people = await Promise.all(
      ['Ada', 'Ben', 'Cleo'].map((name) => w.add(name, { organization: 'Fabrikam' })),
    )
    const results = []
    for (const one of people) results.push(await w.run(startApproach, { personId: one.id }))
    expect(results.map(({ advice }) => advice.length)).toEqual([0, 0, 1])
    expect(results[2]!.advice[0]!.rule).toBe('X7')
    await expect(w.run(startApproach, { personId: people[0]!.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

describe('conversations', () => {
  async function arranged() {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { organization: 'Lakeside Health' })
    const asked = await w.run(startApproach, { personId: nadia.id })
    await w.run(recordReply, { approachId: asked.id, answer: 'yes' })
    const at = Date.parse('2026-03-12T15:00:00+01:00')
    const talk = await w.run(arrangeConversation, {
      personId: nadia.id,
      at,
      minutes: 30,
      mode: 'in-person' as const,
      travelMinutes: 20,
    })
    return { w, nadia, asked, talk }
  }
  test('a yes asks for a time, a time for preparing and confirming, then attending and recording (P1, X2, C2, F3)', async () => {
    const { w, talk } = await arranged()
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-10T16:00:00+01:00')
    expect(await w.agenda()).toEqual(['confirm Nadia Haddad (X2)', 'prepare Nadia Haddad (P1)'])
    await w.run(confirmConversation, { conversationId: talk.id })
    w.at('2026-03-12T08:00:00+01:00')
    const [attend] = (await w.today()).filter(({ kind }) => kind === 'attend')
    expect(attend).toMatchObject({ dueAt: Date.parse('2026-03-12T14:30:00+01:00'), rule: 'C2' })
    w.at('2026-03-12T16:00:00+01:00')
    expect(await w.agenda()).toEqual(['record Nadia Haddad (F3)'])
  })
  test('the thank-you is due 48 hours after the end, and overdue after that (F1)', async () => {
    const { w, nadia, talk } = await arranged()
    w.at('2026-03-12T15:40:00+01:00')
    await w.run(recordConversation, { conversationId: talk.id, outcome: 'held', highlight: 'Her first ward' })
    const [thanks] = await w.today()
    expect(thanks).toMatchObject({
      kind: 'thank',
      overdue: false,
      dueAt: Date.parse('2026-03-14T15:30:00+01:00'),
    })
    w.at('2026-03-14T15:31:00+01:00')
    expect(await w.agenda()).toEqual(['thank Nadia Haddad (F1) !'])
    await w.run(addTouch, { personId: nadia.id, kind: 'card', thanks: true })
    expect(await w.agenda()).toEqual([])
  })
  test('each person named becomes a referral to use, and what came of it goes back to who named them (N2, X1)', async () => {
    const { w, nadia, talk } = await arranged()
    w.at('2026-03-12T15:40:00+01:00')
    await w.run(recordConversation, {
      conversationId: talk.id,
      outcome: 'held',
      names: [{ name: 'Tomás Reyes', role: 'planner', organization: 'City of Evanston' }],
    })
    expect(await w.agenda(14)).toContain('use-referral Tomás Reyes (N2)')
    const [tomas] = await w.read((tx) => tx.find(person, 'byName', { nameKey: 'tomas reyes' }))
    expect(tomas).toMatchObject({
      origin: 'personal-referral',
      referredById: nadia.id,
      organization: 'City of Evanston',
    })
    await w.run(startApproach, { personId: tomas!.id })
    w.at('2026-03-20T09:00:00+01:00')
    const second = await w.run(arrangeConversation, {
      personId: tomas!.id,
      at: Date.parse('2026-03-20T10:00:00+01:00'),
      minutes: 20,
      mode: 'video',
    })
    w.at('2026-03-20T10:30:00+01:00')
    await w.run(recordConversation, { conversationId: second.id, outcome: 'held' })
    w.at('2026-04-02T12:00:00+02:00')
    expect(await w.agenda()).not.toContain('report-back Nadia Haddad (X1)')
    w.at('2026-04-03T12:00:00+02:00')
    expect(await w.agenda()).toContain('report-back Nadia Haddad (X1)')
    const [named] = await w.read((tx) => tx.find(introduction, 'byFrom', { fromPersonId: nadia.id }))
    await w.run(updateIntroduction, { introductionId: named!.id, status: 'reported-back' })
    expect(await w.agenda()).not.toContain('report-back Nadia Haddad (X1)')
  })
  test('a talk that fell through asks for another time (O5)', async () => {
    const { w, talk } = await arranged()
    w.at('2026-03-12T15:40:00+01:00')
    await w.run(recordConversation, { conversationId: talk.id, outcome: 'no-show' })
    expect(await w.agenda(2)).toEqual(['schedule Nadia Haddad (O5)'])
  })
  test('what lies ahead cannot be recorded as held, nor a record be written twice', async () => {
    const { w, talk } = await arranged()
    const record = { conversationId: talk.id, outcome: 'held' as const }
    await expect(w.run(recordConversation, record)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    w.at('2026-03-12T15:40:00+01:00')
    await w.run(recordConversation, record)
    await expect(w.run(recordConversation, record)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('keeping in touch', () => {
  test('each quarter, counted from the last touch by either side (F4)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { keepInTouch: 'yes' })
    await w.run(addTouch, { personId: nadia.id, kind: 'coffee' })
    w.at('2026-05-30T10:00:00+02:00')
    expect(await w.agenda()).toEqual([])
    w.at('2026-05-31T10:00:00+02:00')
    expect(await w.agenda()).toEqual(['keep-in-touch Nadia Haddad (F4)'])
    await w.run(addTouch, { personId: nadia.id, kind: 'email', from: 'them' })
    expect(await w.agenda()).toEqual([])
    w.at('2026-08-29T10:00:00+02:00')
    expect(await w.agenda()).toEqual(['keep-in-touch Nadia Haddad (F4)'])
  })
  test('no more in a week than can be meant; the rest wait their turn and are not called overdue (X7)', async () => {
    const w = world(monday)
    for (let i = 0; i < 8; i++) {
      const one = await w.add(`Person ${i}`, { keepInTouch: 'yes' })
      await w.run(addTouch, { personId: one.id, kind: 'email', at: Date.parse(monday) - i * 86_400_000 })
    }
    w.at('2026-07-06T10:00:00+02:00')
    const shown = await w.today()
    expect(shown.map((one) => one.subjectName)).toEqual([7, 6, 5, 4, 3].map((i) => `Person ${i}`))
    expect(shown.some(({ overdue }) => overdue)).toBe(false)
    await w.run(addTouch, { personId: shown[0]!.subjectId, kind: 'email' })
    expect((await w.today()).map((one) => one.subjectName)).toEqual([6, 5, 4, 3].map((i) => `Person ${i}`))
    w.at('2026-07-13T10:00:00+02:00')
    expect(await w.today()).toHaveLength(5)
  })
  test('a quarter that is let pass counts as kept (F4)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { keepInTouch: 'yes' })
    await w.run(addTouch, { personId: nadia.id, kind: 'coffee' })
    w.at('2026-06-01T10:00:00+02:00')
    const [due] = await w.today()
    await w.run(dismissStep, { stepId: due!.id, reason: 'On parental leave' })
    expect(await w.agenda(89)).toEqual([])
    expect(await w.agenda(90)).toEqual(['keep-in-touch Nadia Haddad (F4)'])
  })
  test('an own cadence for a person holds before the policy (F4)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { keepInTouch: 'yes', cadenceDays: 30 })
    await w.run(addTouch, { personId: nadia.id, kind: 'coffee' })
    w.at('2026-04-01T10:00:00+02:00')
    expect(await w.agenda()).toEqual(['keep-in-touch Nadia Haddad (F4)'])
  })
})

describe('promises', () => {
  test('are due within a week unless a day was said, and come first once they are overdue (F2)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const other = await w.add('Bjorn Smith', { chosen: true })
    const made = await w.run(addPromise, { personId: nadia.id, text: 'Send the article' })
    expect(made.dueOn).toBe('2026-03-09')
    expect(await w.agenda()).toEqual(['keep-promise Nadia Haddad (F2)', `introduce ${other.name} (O3)`])
    w.at('2026-03-10T09:00:00+01:00')
    expect((await w.agenda())[0]).toBe('keep-promise Nadia Haddad (F2) !')
    await w.run(closePromise, { promiseId: made.id })
    expect(await w.agenda()).toEqual([`introduce ${other.name} (O3) !`])
  })
})

describe('the policy', () => {
  test('changed, derives every step anew; outside its range it is refused (O6)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad')
    const first = await w.run(startApproach, { personId: nadia.id })
    await w.run(editPolicy, { values: { replyWaitDays: 10 } })
    const next = await w.add('Bjorn Smith')
    await w.run(startApproach, { personId: next.id })
    w.at('2026-03-12T12:00:00+01:00')
    expect(await w.agenda()).toEqual(['follow-up Bjorn Smith (O6)', 'follow-up Nadia Haddad (O6)'].sort())
    await expect(w.run(editPolicy, { values: { replyWaitDays: 0 } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(first.status).toBe('waiting')
  })
})

describe('decisions of the user', () => {
  test('a step put off comes back on its day, and is not late for that', async () => {
    const w = world(monday)
    await w.add('Nadia Haddad', { chosen: true })
    const [due] = await w.today()
    await w.run(snoozeStep, { stepId: due!.id, until: '2026-03-20' })
    expect(await w.agenda()).toEqual([])
    w.at('2026-03-20T07:00:00+01:00')
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (O3)'])
    expect((await w.today())[0]!.id).toBe(due!.id)
  })
  test('a step set aside stays away until something new happens', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { chosen: true })
    const [due] = await w.today()
    await w.run(dismissStep, { stepId: due!.id, reason: 'Not now' })
    expect(await w.agenda(366)).toEqual([])
    w.at('2026-03-30T07:00:00+02:00')
    await w.run(editPerson, { personId: nadia.id, chosen: false })
    await w.run(editPerson, { personId: nadia.id, chosen: true })
    expect(await w.agenda()).toEqual(['introduce Nadia Haddad (O3)'])
  })
})

describe('undo', () => {
  test('of each command, last first, brings back the steps as they were', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { chosen: true })
    const states = [await w.allSteps()]
    const asked = await w.run(startApproach, { personId: nadia.id })
    states.push(await w.allSteps())
    await w.run(followUp, { approachId: asked.id, sentAt: Date.parse('2026-03-20T10:00:00+01:00') })
    states.push(await w.allSteps())
    await w.run(recordReply, { approachId: asked.id, answer: 'yes' })
    states.push(await w.allSteps())
    const plain = (steps: Awaited<ReturnType<typeof w.allSteps>>) =>
      steps.map(({ revision: _, updatedAt: __, ...rest }) => rest)
    for (const state of states.toReversed().slice(1)) {
      await w.undo()
      expect(plain(await w.allSteps())).toEqual(plain(state))
      expect(plain(await w.derivedAnew([nadia.id]))).toEqual(plain(state))
    }
  })
})

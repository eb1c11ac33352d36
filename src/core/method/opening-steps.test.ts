import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { composeDraft, sendLetter } from '../letters/commands.ts'
import { addOpening, askAdvocate, editOpening } from '../openings/commands.ts'
import { editPerson } from '../people/commands.ts'
import { addPromise, closePromise } from '../promises/commands.ts'
import { dismissStep } from './commands.ts'

const monday = '2026-03-02T10:00:00+01:00'

async function considered(deadline?: string) {
  const w = world(monday)
  const facts = { title: 'Summer assistant', organization: 'Lakeside Health' }
  const { id } = await w.run(addOpening, deadline ? { ...facts, deadline } : facts)
  const ally = async (name: string, organization = 'lakeside HEALTH') => {
    const one = await w.add(name, { organization })
    const { id: promiseId } = await w.run(addPromise, { personId: one.id, text: 'Send a list', by: 'them' })
    await w.run(closePromise, { promiseId })
    return one
  }
  const agendaAt = (instant: string) => {
    w.at(instant)
    return w.agenda()
  }
  return { ...w, openingId: id, ally, agendaAt }
}

describe('applying', () => {
  test('is asked for from two weeks before the deadline, until it is done or over (W6)', async () => {
    const { run, agendaAt, openingId, undo } = await considered('2026-04-30')
    expect(await agendaAt('2026-04-15T23:00:00+02:00')).toEqual([])
    expect(await agendaAt('2026-04-16T08:00:00+02:00')).toEqual(['apply Summer assistant (W6)'])
    expect(await agendaAt('2026-05-01T08:00:00+02:00')).toEqual(['apply Summer assistant (W6) !'])
    await run(editOpening, { openingId, status: 'applied' })
    expect(await agendaAt('2026-05-01T08:00:00+02:00')).toEqual([])
    await undo()
    await run(editOpening, { openingId, outcome: 'expired' })
    expect(await agendaAt('2026-05-01T08:00:00+02:00')).toEqual([])
  })
  test('has no date where none is known', async () => {
    const { allSteps } = await considered()
    expect(await allSteps()).toEqual([])
  })
})

describe('asking for help', () => {
  test('needs an ally at that organisation: an informant is not asked yet (W5)', async () => {
    const { run, add, at, agenda, allSteps } = await considered()
    const nadia = await add('Nadia Haddad', { organization: 'Lakeside Health' })
    const talk = { personId: nadia.id, at: Date.parse(monday), minutes: 30, mode: 'video' } as const
    const { id: conversationId } = await run(arrangeConversation, talk)
    at('2026-03-02T11:00:00+01:00')
    await run(recordConversation, { conversationId, outcome: 'held', stayInTouch: 'no' })
    expect((await allSteps()).map(({ kind }) => kind)).toEqual(['thank'])
    const { id: promiseId } = await run(addPromise, { personId: nadia.id, text: 'Send a list', by: 'them' })
    await run(closePromise, { promiseId })
    expect(await agenda()).toContain('ask-advocate Summer assistant (W5)')
  })
  test('is due a week after there is an ally, and no later than the deadline (W5)', async () => {
    const { ally, agendaAt, allSteps } = await considered('2026-03-05')
    await ally('Nadia Haddad')
    const step = (await allSteps()).find(({ kind }) => kind === 'ask-advocate')
    expect(step!.dueAt).toBe(Date.parse('2026-03-05T00:00:00+01:00'))
    const open = await considered()
    open.at('2026-03-20T10:00:00+01:00')
    await open.ally('Nadia Haddad')
    expect((await open.allSteps())[0]!.dueAt).toBe(Date.parse('2026-03-27T10:00:00+01:00'))
    expect(await agendaAt(monday)).toContain('ask-advocate Summer assistant (W5)')
  })
  test('is done by the letter that asks, and undone with it (W5)', async () => {
    const { run, ally, allSteps, undo } = await considered()
    await ally('Nadia Haddad')
    const kinds = async () => (await allSteps()).map(({ kind }) => kind)
    const step = (await allSteps()).find(({ kind }) => kind === 'ask-advocate')!
    const { person: personId, opening: openingId } = step.action.input as Record<string, string>
    const letter = await run(composeDraft, { personId: personId!, kind: 'introduction-request', openingId })
    expect(await kinds()).toContain('ask-advocate')
    await run(sendLetter, { letterId: letter.id })
    expect(await kinds()).not.toContain('ask-advocate')
    await undo()
    expect(await kinds()).toContain('ask-advocate')
  })
  test('ends when one was asked, when the opening has an offer, or when they leave the organisation (W5)', async () => {
    const { run, ally, allSteps, openingId, undo } = await considered()
    const nadia = await ally('Nadia Haddad')
    await run(askAdvocate, { openingId, personId: nadia.id })
    expect(await allSteps()).toEqual([])
    await undo()
    await run(editOpening, { openingId, status: 'offer' })
    expect(await allSteps()).toEqual([])
    await undo()
    expect(await allSteps()).toHaveLength(1)
    await run(editPerson, { personId: nadia.id, organization: 'Elsewhere' })
    expect(await allSteps()).toEqual([])
    await run(editOpening, { openingId, organization: 'elsewhere' })
    expect(await allSteps()).toHaveLength(1)
  })
  test('names everybody who might help, whoever has been an ally for longest first (W5)', async () => {
    const { ally, at, allSteps, run } = await considered()
    await ally('Nadia Haddad')
    at('2026-03-03T10:00:00+01:00')
    await ally('Tomás Reyes')
    await ally('Not There', 'Elsewhere')
    const [step] = await allSteps()
    expect(step!.why).toMatch(/^Nadia Haddad .* So might Tomás Reyes\.$/)
    await run(dismissStep, { stepId: step!.id, reason: 'I would rather do it alone' })
    expect(await allSteps()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { world } from '../../../tests/world.ts'
import { editProfile } from '../method/commands.ts'
import { officePolicy } from '../method/policy.ts'
import { rehearse, sayOf } from '../profile/commands.ts'
import { addResearch } from '../research/commands.ts'
import { conversationBrief } from './brief.ts'
import { arrangeConversation, confirmConversation, prepareConversation } from './commands.ts'
import { pickForConversation } from './pick-questions.ts'
import { missingPreparation, readinessInWords, type Talk } from './readiness.ts'

const questions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    text: `What surprised you in year ${at + 1}?`,
    mustAsk: false,
  }))

/** A talk on the tenth, arranged on the second. */
async function arranged(mode: 'in-person' | 'phone' = 'in-person') {
  const w = world('2026-03-02T10:00:00+01:00')
  const whom = await w.add('Nadia Haddad', { organization: 'Lakeside Hospital', fields: ['nursing'] })
  const at = Date.parse('2026-03-10T10:00:00+01:00')
  const { id } = await w.run(arrangeConversation, { personId: whom.id, at, minutes: 30, mode })
  const ready = async () => (await w.read((tx) => conversationBrief(tx, id))).readiness
  return {
    w,
    id,
    ready,
    prepare: (more: object) => w.run(prepareConversation, { conversationId: id, ...more }),
  }
}

describe('readiness', () => {
  it('counts every part, and all of them can be done (P1-P6, C1, C2, X2)', async () => {
    const { w, id, ready, prepare } = await arranged()
    expect(await ready()).toMatchObject({
      done: 2,
      of: 9,
      missing: ['P2', 'P3', 'C2', 'P1', 'P6', 'P5', 'C1'],
    })
    await prepare({
      aims: ['what a first year is like'],
      place: 'Ward 3',
      travelMinutes: 20,
      dressChosen: true,
    })
    await w.run(pickForConversation, { conversationId: id })
    await w.run(addResearch, { about: 'Lakeside Hospital', text: 'It opened a second ward in January.' })
    await w.run(editProfile, {
      name: 'Maya Lindgren',
      year: 'second-year',
      major: 'biology',
      question: 'What surprised you',
      experiences: ['a summer in a lab'],
    })
    await w.run(sayOf, { about: 'a summer in a lab', sentence: 'A summer in a lab taught me to wait.' })
    await w.run(rehearse, { seconds: 14 })
    expect(await ready()).toMatchObject({ done: 9, of: 9, missing: [], percent: 100 })
    w.at('2026-03-08T12:00:00+01:00')
    expect(await ready()).toMatchObject({ done: 8, missing: ['X2'] })
    await w.run(confirmConversation, { conversationId: id })
    expect((await ready()).missing).toEqual([])
  })

  it('puts first what gives most for each minute, when little time is left', async () => {
    const { w, ready } = await arranged()
    w.at('2026-03-10T09:38:00+01:00')
    const { missing } = await ready()
    expect(missing.slice(0, 2)).toEqual(['P2', 'X2'])
    expect(missing.at(-1)).toBe('P1')
  })

  it('counts a note on the organisation as research, for the step, too (P1)', async () => {
    const { w, prepare } = await arranged()
    await prepare({ aims: ['what a first year is like'], questions: questions(10) })
    w.at('2026-03-08T10:00:00+01:00')
    expect(await w.agenda()).toContain('prepare Nadia Haddad (P1)')
    await w.run(addResearch, { about: 'Lakeside Hospital', text: 'It opened a second ward in January.' })
    expect(await w.agenda()).not.toContain('prepare Nadia Haddad (P1)')
    await w.undo()
    expect(await w.agenda()).toContain('prepare Nadia Haddad (P1)')
  })

  it('names a question that should be put better (P4)', async () => {
    const { ready, prepare } = await arranged()
    await prepare({ questions: [...questions(9), { text: 'Do you like it?', mustAsk: true }] })
    expect((await ready()).next).toContainEqual(
      expect.objectContaining({ rule: 'P4', text: 'put a question better: “Do you like it?”' }),
    )
  })

  it('asks for a quiet place and a number, where the talk is by telephone (C1, C2)', async () => {
    const { ready } = await arranged('phone')
    const texts = (await ready()).next.map(({ text }) => text)
    expect(texts).toEqual(
      expect.arrayContaining(['choose a quiet place', 'note the number, or who calls whom']),
    )
  })

  it('asks a step for research, aims and questions alone (P1-P3)', () => {
    const talk: Talk = {
      mode: 'phone',
      startsAt: 0,
      aims: [],
      questions: questions(9),
      research: [],
      createdAt: 0,
      status: 'arranged',
    }
    expect(missingPreparation(talk, officePolicy, false).map(({ rule, text }) => `${rule} ${text}`)).toEqual([
      'P1 look up the field and the organisation',
      'P2 decide what you want to know',
      'P3 one more question',
    ])
    expect(
      missingPreparation({ ...talk, aims: ['a'], questions: questions(10) }, officePolicy, true),
    ).toEqual([])
  })
})

describe('aims', () => {
  it('are three at most, and can be taken off again (P2)', async () => {
    const { prepare } = await arranged()
    await prepare({ aims: ['one', 'two', 'three'] })
    await expect(prepare({ aims: ['four'] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'aims' },
    })
    expect((await prepare({ drop: ['two'], aims: ['four'] })).aims).toEqual(['one', 'three', 'four'])
    await expect(prepare({ drop: ['five'] })).rejects.toMatchObject({ details: { field: 'drop' } })
  })
})

it('is said in a sentence: how much, and what gives most first (P1-P6)', async () => {
  const { ready, prepare } = await arranged()
  await prepare({ aims: ['What a first year is like'], questions: questions(10), place: 'Main desk' })
  const said = readinessInWords(await ready())
  expect(said).toMatch(/^\d of 9 ready\. Missing: look up how long the way takes; .+; and \d more\.$/)
  expect(readinessInWords({ done: 9, of: 9, next: [] })).toBe('9 of 9 ready.')
})

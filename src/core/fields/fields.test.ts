import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { arrangeConversation, recordConversation } from '../conversations/commands.ts'
import { person } from '../people/person.ts'
import { topics as questionTopics } from '../questions/bank-question.ts'
import { addResearch } from '../research/commands.ts'
import { learntFrom, topicNames } from '../research/topics.ts'
import { addField, editField } from './commands.ts'
import { readComparison } from './load-comparison.ts'

const monday = '2026-03-02T10:00:00+01:00'

async function talkWith(
  w: ReturnType<typeof world>,
  personId: string,
  learnt: string[],
  advice: string[] = [],
) {
  const talk = await w.run(arrangeConversation, {
    personId,
    at: Date.parse('2026-03-02T09:00:00+01:00'),
    minutes: 30,
    mode: 'video',
  })
  await w.run(recordConversation, {
    conversationId: talk.id,
    outcome: 'held',
    learnt: learnt.map(learntFrom),
    advice,
  })
}

describe('a field', () => {
  test('is explored from the day on which it was added, and is there once (W1)', async () => {
    const w = world(monday)
    expect(await w.run(addField, { name: 'Nursing' })).toMatchObject({ since: '2026-03-02', exploring: true })
    await expect(w.run(addField, { name: 'nursing' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
  test('takes everybody who works in it along when it is renamed, and undo brings all back (W6)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { fields: ['nursing', 'Teaching'] })
    const both = await w.add('Chidi Okafor', { fields: ['Care', 'Nursing'] })
    const { id } = await w.run(addField, { name: 'Nursing' })
    const fieldsOf = async (of: string) => (await w.read((tx) => tx.get(person, of)))!.fields
    await w.run(editField, { fieldId: id, name: 'Care' })
    expect(await fieldsOf(nadia.id)).toEqual(['Care', 'Teaching'])
    expect(await fieldsOf(both.id)).toEqual(['Care'])
    await w.undo()
    expect(await fieldsOf(nadia.id)).toEqual(['nursing', 'Teaching'])
    expect(await fieldsOf(both.id)).toEqual(['Care', 'Nursing'])
  })
})

describe('fields compared', () => {
  test('say who told what and when, by topic, and whoever works in two is heard in both (W6)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { fields: ['Nursing'] })
    const chidi = await w.add('Chidi Okafor', { fields: ['Nursing', 'Public health'] })
    await w.add('Unrelated Person', { fields: ['Law'] })
    await w.run(addField, { name: 'Nursing' })
    await w.run(addField, { name: 'Public health' })
    await talkWith(
      w,
      nadia.id,
      ['courses: Statistics', 'career story: By way of a summer job'],
      ['Shadow a ward'],
    )
    await talkWith(w, chidi.id, ['courses: Epidemiology'])
    await w.run(addResearch, {
      about: 'Nursing',
      text: 'Grants exist',
      topic: 'support',
      url: 'https://example.org',
    })
    const compared = await w.read((tx) => readComparison(tx))
    const [nursing, health] = compared
    const said = (one: typeof nursing, topic: string) =>
      one!.topics.find((it) => it.topic === topic)!.said.map(({ text, person: who }) => [text, who])
    expect(
      compared.map(({ name, people, met, conversations }) => [name, people, met, conversations]),
    ).toEqual([
      ['Nursing', 2, 2, 2],
      ['Public health', 1, 1, 1],
    ])
    expect(said(nursing, 'courses')).toEqual([
      ['Statistics', 'Nadia Haddad'],
      ['Epidemiology', 'Chidi Okafor'],
    ])
    expect(said(nursing, 'support')).toEqual([['Grants exist', undefined]])
    expect(said(health, 'courses')).toEqual([['Epidemiology', 'Chidi Okafor']])
    expect(said(health, 'support')).toEqual([])
    expect(nursing!.topics.flatMap((it) => it.said.map(({ on }) => on))[0]).toBe('2026-03-02')
    expect(nursing!.topics.at(-1)!.said).toMatchObject([
      { text: 'Shadow a ward', person: 'Nadia Haddad', on: '2026-03-02' },
    ])
  })
  test('hear somebody who works in two fields only in the one that they spoke of, where that is on record (W6)', async () => {
    const w = world(monday)
    const chidi = await w.add('Chidi Okafor', { fields: ['Nursing', 'Public health'] })
    await talkWith(w, chidi.id, ['courses (public HEALTH): Epidemiology', 'courses: Statistics'])
    const [nursing, health] = await w.read((tx) => readComparison(tx, ['Nursing', 'Public health']))
    const courses = (one: typeof nursing) =>
      one!.topics.find(({ topic }) => topic === 'courses')!.said.map(({ text }) => text)
    expect(courses(nursing)).toEqual(['Statistics'])
    expect(courses(health).toSorted()).toEqual(['Epidemiology', 'Statistics'])
  })
  test('may be fields that somebody works in and the user has not named yet, spelled in any way', async () => {
    const w = world(monday)
    await w.add('Nadia Haddad', { fields: ['City planning'] })
    const [one] = await w.read((tx) => readComparison(tx, ['CITY  planning']))
    expect(one).toMatchObject({ name: 'City planning', exploring: false, people: 1 })
    await expect(w.read((tx) => readComparison(tx, ['Alchemy']))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what was learnt', () => {
  test('is filed under the topics that questions have, their close aside (W6)', () => {
    const asked = questionTopics.filter((topic) => topic !== 'closing')
    expect(topicNames).toEqual(expect.arrayContaining([...asked]))
  })
  test('names its topic, by a beginning or the title, and keeps further colons (W6)', () => {
    expect(learntFrom('Courses: first: statistics')).toEqual({ topic: 'courses', text: 'first: statistics' })
    expect(learntFrom('market: A portfolio')).toEqual({ topic: 'marketable', text: 'A portfolio' })
    expect(learntFrom('support: Ask in May').topic).toBe('support')
    expect(learntFrom('field: It grows').topic).toBe('trends')
    expect(learntFrom('courses (Law): Latin')).toEqual({ topic: 'courses', field: 'Law', text: 'Latin' })
    expect(learntFrom('career story: By chance').topic).toBe('career-story')
  })
  test.each(['Statistics', 'c: Statistics', 'weather: Rain', 'courses:', ': x'])(
    'is asked again where no topic is meant: %s',
    (line) => {
      expect(() => learntFrom(line)).toThrow('Topics:')
    },
  )
})

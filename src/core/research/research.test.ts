import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { addEvent } from '../events/commands.ts'
import { editOrganizationCommand } from '../organizations/commands.ts'
import { organization } from '../organizations/organization.ts'
import { person } from '../people/person.ts'
import { tables } from '../tables.ts'
import { researchFor, stillToLookUp } from './about-person.ts'
import { addResearch, removeResearch } from './commands.ts'
import { researchNote } from './research-note.ts'

const monday = '2026-03-02T10:00:00+01:00'
const editOrganization = editOrganizationCommand(tables)

describe('research notes', () => {
  test('are found for a person: on themselves, their organisation, their fields (P1)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { organization: 'Lakeside Health', fields: ['Nursing'] })
    await w.add('Somebody Else', { organization: 'Fabrikam' })
    await w.run(addResearch, { about: 'lakeside health', text: 'A new clinic' })
    await w.run(addResearch, { about: 'Nursing', text: 'Short of people' })
    await w.run(addResearch, { about: 'Nadia Haddad', text: 'Wrote on night shifts' })
    await w.run(addResearch, { about: 'Fabrikam', text: 'Makes gloves' })
    const notes = await w.read(async (tx) => researchFor(tx, (await tx.get(person, nadia.id))!))
    expect(notes.map(({ about, name, note }) => [about, name, note.text])).toEqual([
      ['person', 'Nadia Haddad', 'Wrote on night shifts'],
      ['organization', 'Lakeside Health', 'A new clinic'],
      ['field', 'Nursing', 'Short of people'],
    ])
  })
  test('ask which is meant where a name says too little, and what it is where it is new (P1)', async () => {
    const w = world(monday)
    await w.add('Mercy', { organization: 'Mercy' })
    await expect(w.run(addResearch, { about: 'Mercy', text: 'x' })).rejects.toMatchObject({
      code: 'AMBIGUOUS',
    })
    await expect(w.run(addResearch, { about: 'Law', text: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await w.run(addResearch, { about: 'organization:Mercy', text: 'x' })
    await w.run(addResearch, { about: 'field:Law', text: 'x' })
    expect(await w.read((tx) => tx.find(researchNote, 'byTime', {}))).toHaveLength(2)
  })
  test('may be about an event, too (P1)', async () => {
    const w = world(monday)
    await w.run(addEvent, { name: 'Careers fair', kind: 'fair', startsAt: Date.parse(monday) })
    await w.run(addResearch, { about: 'careers FAIR', text: 'Forty stands' })
    expect(await w.read((tx) => tx.find(researchNote, 'byTime', {}))).toMatchObject([
      { text: 'Forty stands' },
    ])
    await expect(w.run(addResearch, { about: 'event:Other fair', text: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
  test('come and go, and undo brings them back', async () => {
    const w = world(monday)
    const { id } = await w.run(addResearch, { about: 'field:Law', text: 'x' })
    await w.run(removeResearch, { noteId: id })
    await w.undo()
    expect(await w.read((tx) => tx.get(researchNote, id))).toMatchObject({ text: 'x' })
  })
})

describe('an organisation', () => {
  test('has a row only when something is said of it, and its new name goes to everybody there (P1)', async () => {
    const w = world(monday)
    const nadia = await w.add('Nadia Haddad', { organization: 'Lakeside Health' })
    const rows = () => w.read((tx) => tx.find(organization, 'byName', {}))
    expect(await rows()).toEqual([])
    await w.run(editOrganization, { organization: 'LAKESIDE health', name: 'Lakeside Care', target: true })
    expect(await rows()).toMatchObject([{ name: 'Lakeside Care', nameKey: 'lakeside care', target: true }])
    const here = await w.read((tx) => tx.get(person, nadia.id))
    expect(here).toMatchObject({ organization: 'Lakeside Care', organizationKey: 'lakeside care' })
    await w.undo()
    expect(await rows()).toEqual([])
    expect(await w.read((tx) => tx.get(person, nadia.id))).toMatchObject({ organization: 'Lakeside Health' })
  })
  test('does not take the name of another that has a row', async () => {
    const w = world(monday)
    await w.run(editOrganization, { organization: 'A', target: true })
    await w.run(editOrganization, { organization: 'B', target: true })
    await expect(w.run(editOrganization, { organization: 'B', name: 'a' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

test('what nothing is noted about yet: their organisation, each field, themselves (P1)', () => {
  const whom = { name: 'Nadia Haddad', organization: 'Lakeside Health', fields: ['nursing', 'midwifery'] }
  expect(stillToLookUp(whom, [])).toEqual(['Lakeside Health', 'nursing', 'midwifery', 'Nadia Haddad'])
  const notes = [
    { about: 'organization', name: 'Lakeside Health' },
    { about: 'field', name: 'Nursing' },
    { about: 'person', name: 'Nadia Haddad' },
  ] as const
  expect(stillToLookUp(whom, notes)).toEqual(['midwifery'])
})

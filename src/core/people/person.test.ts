import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { approach } from '../approaches/approach.ts'
import { startApproach } from '../approaches/commands.ts'
import { tables } from '../tables.ts'
import { editPerson } from './commands.ts'
import { mergePeopleCommand } from './merge.ts'
import { identityKeys, linkedInKey, person } from './person.ts'
import { removePersonCommand } from './remove.ts'

const now = '2026-03-02T10:00:00+01:00'

test.each([
  ['https://www.linkedin.com/in/nadia-haddad/', 'linkedin:nadia-haddad'],
  ['http://de.linkedin.com/in/Nadia-Haddad?trk=x', 'linkedin:nadia-haddad'],
  ['linkedin.com/in/s%C3%B8ren', 'linkedin:søren'],
  ['linkedin.com/in/bad%', 'linkedin:bad%'],
  ['https://www.linkedin.com/mwlite/in/nadia/en', 'linkedin:nadia'],
  ['http://www.linkedin.com/pub/nadia-haddad/12/3a/4b5', 'linkedin:nadia-haddad-4b53a12'],
  ['https://example.org/in/nadia', undefined],
])('the LinkedIn address %s is known as %s', (url, key) => {
  expect(linkedInKey(url)).toBe(key)
})

test('the same e-mail address is the same however it is written', () => {
  expect(identityKeys({ emails: [' Nadia@Example.ORG '], urls: [], importedFrom: [] })).toEqual([
    'email:nadia@example.org',
  ])
})

test('a merge keeps the first, fills what it lacks, and brings all that is on record', async () => {
  const w = world(now)
  const first = await w.add('Nadia Haddad', { emails: ['nadia@example.org'], role: 'Nurse' })
  const second = await w.add('N. Haddad', {
    emails: ['n@example.org'],
    role: 'Head nurse',
    organization: 'Lakeside Health',
  })
  await w.run(startApproach, { personId: second.id })
  const merged = await w.run(mergePeopleCommand(tables), { personId: first.id, otherId: second.id })
  expect(merged).toMatchObject({
    name: 'Nadia Haddad',
    role: 'Nurse',
    organization: 'Lakeside Health',
    organizationKey: 'lakeside health',
    emails: ['nadia@example.org', 'n@example.org'],
  })
  expect(await w.read((tx) => tx.get(person, second.id))).toBeUndefined()
  expect(await w.read((tx) => tx.find(approach, 'byPerson', { personId: first.id }))).toHaveLength(1)
  await w.undo()
  expect(await w.read((tx) => tx.get(person, second.id))).toMatchObject({ name: 'N. Haddad' })
  expect(await w.read((tx) => tx.find(approach, 'byPerson', { personId: second.id }))).toHaveLength(1)
})

test('whoever is removed takes along what is on record about them, and undo brings all of it back', async () => {
  const w = world(now)
  const nadia = await w.add('Nadia Haddad')
  const named = await w.add('Tomás Reyes', { referredById: nadia.id })
  await w.run(startApproach, { personId: nadia.id })
  await w.run(removePersonCommand(tables), { personId: nadia.id })
  expect(await w.read((tx) => tx.get(person, named.id))).not.toHaveProperty('referredById', nadia.id)
  expect(await w.allSteps()).toEqual([])
  await w.undo()
  expect(await w.read((tx) => tx.get(person, named.id))).toHaveProperty('referredById', nadia.id)
  expect(await w.allSteps()).toHaveLength(1)
})

test('nobody is their own referrer, and a fact that was cleared is gone', async () => {
  const w = world(now)
  const nadia = await w.add('Nadia Haddad', { organization: 'Lakeside Health' })
  await expect(w.run(editPerson, { personId: nadia.id, referredById: nadia.id })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  const cleared = await w.run(editPerson, { personId: nadia.id, clear: ['organization'] })
  expect([cleared.organization, cleared.organizationKey]).toEqual([undefined, undefined])
})

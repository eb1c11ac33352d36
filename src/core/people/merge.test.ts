import fc from 'fast-check'
import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import type { AnyTable } from '../kernel/table.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { touch } from '../touches/touch.ts'
import { attachment } from './attachment.ts'
import { editPerson } from './commands.ts'
import { editMany } from './edit-many.ts'
import { duplicatesOnRecord, keepApart } from './keep-apart.ts'
import { mergedPerson, mergePeopleCommand } from './merge.ts'
import { type Person, person } from './person.ts'
import { currentId, personAlias } from './person-alias.ts'
import { photoIn, photoOf, removePhoto, setPhoto } from './photos.ts'
import { removePersonCommand } from './remove.ts'
import { twoPeople } from './two-people.ts'

const now = '2026-03-02T10:00:00+01:00'
const merge = mergePeopleCommand(tables)
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const plain = (rows: readonly object[]) => rows.map((row) => ({ ...row, revision: 0, updatedAt: 0 }))

test('the id of an entry that was merged goes on meaning the person, through further merges, until undo', async () => {
  const w = world(now)
  const [a, b, c] = [await w.add('Nadia Haddad'), await w.add('N. Haddad'), await w.add('Dr. Haddad')]
  await w.run(merge, { personId: b.id, otherId: c.id })
  await w.run(merge, { personId: a.id, otherId: b.id })
  expect(await w.read((tx) => currentId(tx, c.id))).toBe(a.id)
  await w.undo()
  expect(await w.read((tx) => currentId(tx, c.id))).toBe(b.id)
  await w.undo()
  expect(await w.read((tx) => currentId(tx, c.id))).toBe(c.id)
  expect(await w.read((tx) => tx.find(personAlias, 'id', {}))).toEqual([])
})

test('the user chooses whose word holds, and the other word is noted rather than lost', async () => {
  const w = world(now)
  const one = await w.add('Nadia Haddad', { role: 'Nurse', organization: 'Adatum', closeness: 4 })
  const two = await w.add('N. Haddad', {
    role: 'Director',
    organization: 'Lakeside Health',
    notes: 'Met in May',
  })
  const merged = await w.run(merge, {
    ...{ personId: one.id, otherId: two.id, fromOther: ['role', 'organization', 'closeness'] as const },
  })
  expect(merged).toMatchObject({
    ...{ name: 'Nadia Haddad', role: 'Director', organization: 'Lakeside Health', closeness: 2 },
    ...{ organizationKey: 'lakeside health' },
    notes: 'Met in May\n\nAlso: name N. Haddad; organisation Adatum; role Nurse',
  })
})

test('two people once kept apart are not proposed again, and may be merged all the same', async () => {
  const w = world(now)
  const [one, two] = [await w.add('Jonas Smith'), await w.add('Jonas Smith')]
  expect(await w.read(duplicatesOnRecord)).toMatchObject([{ person: { id: one.id }, other: { id: two.id } }])
  await w.run(keepApart, { personId: two.id, otherId: one.id })
  expect(await w.read(duplicatesOnRecord)).toEqual([])
  await w.run(merge, { personId: one.id, otherId: two.id })
  expect(await w.read((tx) => tx.find(twoPeople, 'id', {}))).toEqual([])
  await w.undo()
  expect(await w.read(duplicatesOnRecord)).toEqual([])
})

test('a photo is kept as it is, goes along with a merge, and comes back with undo', async () => {
  const w = world(now)
  const [one, two] = [await w.add('Nadia Haddad'), await w.add('N. Haddad')]
  await expect(w.run(setPhoto, { personId: one.id, bytes: new Uint8Array([60, 115]) })).rejects.toMatchObject(
    {
      code: 'INVALID_INPUT',
    },
  )
  await w.run(setPhoto, { personId: two.id, bytes: png })
  await w.run(merge, { personId: one.id, otherId: two.id })
  const photo = await w.read((tx) => photoOf(tx, one.id))
  expect(photoIn(photo!)).toEqual({ mediaType: 'image/png', bytes: png })
  await w.undo()
  expect(await w.read((tx) => photoOf(tx, one.id))).toBeUndefined()
  await w.run(removePhoto, { personId: two.id })
  expect(await w.read((tx) => tx.find(attachment, 'id', {}))).toEqual([])
  await w.undo()
  await w.run(removePersonCommand(tables), { personId: two.id })
  expect(await w.read((tx) => tx.find(attachment, 'id', {}))).toEqual([])
})

const texts = (...values: string[]) => fc.subarray(values)
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const facts = fc.record({
  name: fc.constantFrom('Nadia Haddad', 'N. Haddad', '李'),
  emails: texts('a@example.org', 'b@example.org'),
  phones: texts('+49 30 1234567', '030 7654321'),
  urls: texts('linkedin.com/in/a', 'example.org'),
  tags: texts('x', 'y'),
  fields: texts('health', 'press'),
  organization: optional(fc.constantFrom('Adatum', 'Lakeside Health')),
  role: optional(fc.constantFrom('Nurse', 'Director')),
  department: optional(fc.constantFrom('Cardiology', 'Press')),
  nickname: optional(fc.constantFrom('Nadi', 'Naddy')),
  birthday: optional(fc.constantFrom('--03-22', '1990-03-22')),
  notes: optional(fc.constantFrom('Met in May', 'Met')),
  labels: optional(
    fc.dictionary(fc.constantFrom('a@example.org', '+49 30 1234567'), fc.constantFrom('work', 'home')),
  ),
  addresses: optional(fc.subarray([{ city: 'Berlin' }, { city: 'Rome', label: 'home' }])),
  customFields: optional(
    fc.subarray([
      { name: 'Assistant', value: 'Ada' },
      { name: 'Desk', value: '4' },
    ]),
  ),
})

test('no merge loses a value, and undo is as if it had not been', async () => {
  await fc.assert(
    fc.asyncProperty(facts, facts, fc.boolean(), async (left, right, fromOther) => {
      const w = world(now)
      const given = (row: object) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
      const add = ({ name, ...more }: typeof left) => w.add(name, given(more))
      const [one, two] = [await add(left), await add(right)]
      await w.run(addTouch, { personId: two.id, kind: 'coffee' })
      const everything = () =>
        w.read(async (tx) =>
          Promise.all(
            ([person, touch, personAlias, twoPeople, attachment] as AnyTable[]).map(async (table) =>
              plain(await tx.find(table, 'id', {})),
            ),
          ),
        )
      const before = await everything()
      const choice = fromOther ? (['name', 'role', 'organization', 'birthday'] as const) : []
      const merged = await w.run(merge, { personId: one.id, otherId: two.id, fromOther: choice })
      const all = JSON.stringify(merged)
      for (const row of [one, two] as unknown as Person[]) {
        for (const list of ['emails', 'phones', 'urls', 'tags', 'fields', 'phoneKeys'] as const)
          for (const value of row[list] ?? []) expect(merged[list]).toContain(value)
        for (const fact of [
          'name',
          'organization',
          'role',
          'department',
          'nickname',
          'birthday',
          'notes',
        ] as const)
          if (row[fact] !== undefined) expect(all).toContain(row[fact])
        for (const thing of [...(row.addresses ?? []), ...(row.customFields ?? [])])
          expect([...(merged.addresses ?? []), ...(merged.customFields ?? [])]).toContainEqual(thing)
      }
      expect(await w.read((tx) => tx.find(touch, 'byPerson', { personId: one.id }))).toHaveLength(1)
      await w.undo()
      expect(await everything()).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

test('who is merged with nobody else’s facts stays as they are', async () => {
  const w = world(now)
  const one = (await w.add('Nadia Haddad', { role: 'Nurse' })) as Person
  const same = { ...one, id: 'other' }
  expect(mergedPerson(one, same, [])).toEqual(one)
})

test('tags are added and taken off one by one, and fields of one’s own set by name', async () => {
  const w = world(now)
  const { id: personId } = await w.add('Nadia Haddad', { tags: ['Panel', 'old'] })
  const edited = await w.run(editPerson, {
    ...{ personId, addTags: ['panel', 'new'], removeTags: ['OLD'] },
    setFields: [{ name: 'Assistant', value: 'Ada' }],
  })
  expect(edited).toMatchObject({
    tags: ['Panel', 'new'],
    customFields: [{ name: 'Assistant', value: 'Ada' }],
  })
  const without = await w.run(editPerson, { personId, setFields: [{ name: 'Assistant', value: '' }] })
  expect(without.customFields).toEqual([])
})

test('several people are changed in one command that one undo takes back; who has it already is left', async () => {
  const w = world(now)
  const at = { organization: 'Lakeside Health' }
  const [one, two] = [await w.add('Nadia Haddad', at), await w.add('Jonas Smith', { ...at, tags: ['panel'] })]
  const three = await w.add('Keiko Tanaka')
  const byCondition = await w.run(editMany, {
    chosen: { atOrganization: 'lakeside health' },
    facts: { addTags: ['panel'] },
  })
  expect(byCondition).toMatchObject({ found: 2, changed: [{ id: one.id }] })
  await w.undo()
  expect((await w.read((tx) => tx.get(person, one.id)))?.tags).toEqual([])
  const byName = await w.run(editMany, { chosen: { people: [two.id, three.id] }, facts: { closeness: 5 } })
  expect(byName.changed).toHaveLength(2)
  await expect(w.run(editMany, { chosen: {}, facts: { closeness: 1 } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

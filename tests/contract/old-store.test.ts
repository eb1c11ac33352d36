import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { rebuildWhenStale } from '../../src/core/method/rebuild.ts'
import { type Step, step } from '../../src/core/method/step.ts'
import { type Person, person } from '../../src/core/people/person.ts'
import { tables } from '../../src/core/tables.ts'
import { first } from '../../src/server/store/migrations/0001-first.ts'
import { nextId } from './network.ts'
import { newFolder } from './open-stores.ts'

describe('a store of the first release', () => {
  test('is filed by the rules of today when it is opened: its people are found, listed and asked about', async () => {
    const place = await newFolder()
    const old = await place.open([], { migrations: [first] })
    const { ownerId } = old
    await old.close()
    const [nadia, jonas] = [nextId(), nextId()]
    const file = new DatabaseSync(join(place.folder, 'acquaint.db'))
    const insert =
      file.prepare(`insert into person (owner_id, id, revision, updated_at, name, name_key, origin, emails,
      phones, urls, closeness, fields, tags, do_not_contact, imported_from, unknown, chosen_at, created_at)
      values (?, ?, 0, 1, ?, ?, 'direct-contact', ?, ?, '[]', 2, '[]', '["fair"]', 0, '[]', '[]', 1, 1)`)
    insert.run(
      ownerId,
      nadia,
      'Nadia Haddad',
      'nadia haddad',
      '["N.Haddad+jobs@gmail.com"]',
      '["+49 30 5550101"]',
    )
    insert.run(ownerId, jonas, 'Jonas Søby', 'jonas søby', '[]', '[]')
    const key = file.prepare('insert into person_key (owner_id, key, id) values (?, ?, ?)')
    key.run(ownerId, 'email:n.haddad+jobs@gmail.com', nadia)
    key.run(ownerId, 'phone:49305550101', nadia)
    key.run(ownerId, 'tag:fair', nadia)
    file.close()

    const store = await place.open(tables)
    const call = {
      ownerId,
      now: Date.parse('2026-03-02T10:00:00Z'),
      timeZone: 'Europe/Berlin',
      newId: nextId,
    }
    expect(await rebuildWhenStale(store, call)).toBe(true)
    expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
    await store.read(ownerId, async (session) => {
      const found = async (key: string) => (await session.find(person, 'keys', { key })).map(({ id }) => id)
      expect(await found('email:nhaddad@gmail.com')).toEqual([nadia])
      expect(await found('email:n.haddad+jobs@gmail.com')).toEqual([])
      expect(await found('phone:+49305550101')).toEqual([nadia])
      expect((await found('tag:fair')).sort()).toEqual([nadia, jonas].sort())
      expect(((await session.find(person, 'byName', {})) as Person[]).map(({ name }) => name)).toEqual([
        'Jonas Søby',
        'Nadia Haddad',
      ])
      expect(await session.find(person, 'byName', { nameKey: 'jonas soby' })).toMatchObject([{ id: jonas }])
      const steps = (await session.find(step, 'bySubject', {})) as Step[]
      expect(new Set(steps.map(({ subjectId }) => subjectId))).toEqual(new Set([nadia, jonas]))
    })
    expect(await rebuildWhenStale(store, call)).toBe(false)
    await store.close()
    await place.remove()
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Id } from '../../src/core/kernel/ids.ts'
import { standing } from '../../src/core/method/standing.ts'
import { type Person, person, withKeys } from '../../src/core/people/person.ts'
import { tables } from '../../src/core/tables.ts'
import type { PeopleFilter } from '../../src/server/operations/reads.ts'
import type { OpenStore } from '../../src/server/store/open-store.ts'
import { networkIn, nextId } from './network.ts'
import { newDatabase, newFolder, onBothDatabases, type Place } from './open-stores.ts'

const someone = (name: string, more: Partial<Person> = {}) =>
  withKeys({
    id: nextId(),
    name,
    origin: 'direct-contact' as const,
    emails: [],
    phones: [],
    urls: [],
    closeness: 1,
    fields: [],
    tags: [],
    doNotContact: false,
    importedFrom: [],
    unknown: [],
    createdAt: 0,
    ...more,
  })

async function add(
  store: OpenStore,
  ownerId: Id,
  people: readonly ReturnType<typeof someone>[],
): Promise<void> {
  await networkIn(store, tables, ownerId).change(async (tx) => {
    for (const one of people) await tx.put(person, one)
  })
}

describe('a list of people', () => {
  onBothDatabases((newPlace) => {
    let place: Place
    let store: OpenStore
    const ownerId = nextId()
    const names = async (filter: Partial<PeopleFilter>) =>
      (await store.listPeople(ownerId, { limit: 50, ...filter })).people.map(({ name }) => name)
    beforeAll(async () => {
      place = await newPlace()
      store = await place.open(tables)
      await add(store, ownerId, [
        someone('Søren van der Berg', {
          organization: 'Café Müller',
          tags: ['Alumni'],
          fields: ['Consulting'],
        }),
        someone('Ann Lee', {
          role: 'Senior Engineer',
          notes: 'met at the Null conference',
          organization: 'Acme',
        }),
        someone('李小龍', { origin: 'personal-referral', organization: 'ACME' }),
        someone('Анна Каренина', { emails: ['anna@example.org'] }),
        someone('𝒜da 🦊 Lovelace', { notes: `${'x'.repeat(5000)} ${'word '.repeat(10)}` }),
        someone('O\'Brien \\ "quoted" & | ! :* (near)'),
      ])
      await add(store, nextId(), [someone('Ann Other'), someone('Zed')])
    })
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    })

    test('is in the order of the folded names, of this owner only', async () => {
      expect(await names({})).toEqual([
        '𝒜da 🦊 Lovelace',
        'Ann Lee',
        'O\'Brien \\ "quoted" & | ! :* (near)',
        'Søren van der Berg',
        'Анна Каренина',
        '李小龍',
      ])
    })

    test('finds people by the beginnings of words, without diacritics, in any of their texts', async () => {
      expect(await names({ search: 'soren' })).toEqual(['Søren van der Berg'])
      expect(await names({ search: 'BERG sør' })).toEqual(['Søren van der Berg'])
      expect(await names({ search: 'cafe mul' })).toEqual(['Søren van der Berg'])
      expect(await names({ search: 'engi' })).toEqual(['Ann Lee'])
      expect(await names({ search: 'null' })).toEqual(['Ann Lee'])
      expect(await names({ search: 'алу' })).toEqual([])
      expect(await names({ search: 'анн' })).toEqual(['Анна Каренина'])
      expect(await names({ search: '李' })).toEqual(['李小龍'])
      expect(await names({ search: 'ada' })).toEqual(['𝒜da 🦊 Lovelace'])
      expect(await names({ search: 'x'.repeat(3000) })).toEqual(['𝒜da 🦊 Lovelace'])
      expect(await names({ search: 'anna@example' })).toEqual(['Анна Каренина'])
      expect(await names({ search: 'ann soren' })).toEqual([])
    })

    test('takes signs that databases give a meaning for what they are: no words', async () => {
      expect(await names({ search: `"' & | ! :* ( ) \\ -` })).toHaveLength(6)
      expect(await names({ search: `o'br "quo` })).toHaveLength(1)
      expect(await names({ search: 'NEAR OR AND NOT' })).toEqual([])
    })

    test('is narrowed by origin, organisation, field, tag and standing', async () => {
      expect(await names({ origin: 'personal-referral' })).toEqual(['李小龍'])
      expect(await names({ organization: 'acme' })).toEqual(['Ann Lee', '李小龍'])
      expect(await names({ field: 'consulting', tag: 'ALUMNI' })).toEqual(['Søren van der Berg'])
      const [ann] = (await store.listPeople(ownerId, { search: 'ann lee', limit: 1 })).people
      await networkIn(store, tables, ownerId).change((tx) =>
        tx.put(standing, { id: ann!.id, standing: 'met', rung: 'informant' }),
      )
      expect(await names({ standing: 'met' })).toEqual(['Ann Lee'])
      expect(await names({ standing: 'listed' })).toHaveLength(5)
      expect(await names({ step: 'thank' })).toEqual([])
    })

    test('comes in pages that follow each other, also when somebody is added in between', async () => {
      const first = await store.listPeople(ownerId, { limit: 2 })
      expect(first).toMatchObject({ total: 6, cursor: expect.any(String) })
      await add(store, ownerId, [someone('Aaron')])
      const second = await store.listPeople(ownerId, { limit: 2, cursor: first.cursor! })
      expect(second.people.map(({ name }) => name)).toEqual([
        'O\'Brien \\ "quoted" & | ! :* (near)',
        'Søren van der Berg',
      ])
      expect(second.total).toBe(7)
      const third = await store.listPeople(ownerId, { limit: 2, cursor: second.cursor! })
      expect(third.cursor).toBeNull()
      await expect(store.listPeople(ownerId, { limit: 2, cursor: 'xx' })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
      await networkIn(store, tables, ownerId).undo()
    })

    test('forgets the words that somebody no longer has', async () => {
      const other = nextId()
      const one = someone('Before')
      await add(store, other, [one])
      await add(store, other, [{ ...one, ...withKeys({ name: 'After' }) }])
      expect((await store.listPeople(other, { search: 'before', limit: 5 })).total).toBe(0)
      expect((await store.listPeople(other, { search: 'after', limit: 5 })).total).toBe(1)
      await networkIn(store, tables, other).change((tx) => tx.remove(person, one.id))
      expect((await store.listPeople(other, { search: 'after', limit: 5 })).total).toBe(0)
    })
  })
})

const missing = inject('postgresMissing')

describe.skipIf(missing)(
  missing ? `search on both databases: ${missing}` : 'search on both databases',
  () => {
    test('finds the same people for any names and any question', { timeout: 120_000 }, async () => {
      const places = [await newFolder(), await newDatabase()]
      const stores = await Promise.all(places.map((place) => place.open(tables)))
      const script = fc.constantFrom(
        'aàâ',
        'ßsæœ',
        'еёЖ',
        'ابت',
        'अआि',
        '李小龍',
        'がカー',
        '한국',
        '𝒜𐐀',
        'ÏıİI',
        '\'"\\:*&',
        '١2²Ⅷ',
      )
      const word = script.chain((letters) =>
        fc.string({ unit: fc.constantFrom(...letters, 'a', 'b'), minLength: 1, maxLength: 5 }),
      )
      const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({ name: text, notes: fc.oneof(text, fc.string({ unit: 'binary', maxLength: 8 })) }),
            { maxLength: 8 },
          ),
          fc.array(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 4 })), {
            minLength: 1,
            maxLength: 4,
          }),
          async (people, questions) => {
            const ownerId = nextId()
            const rows = people.map(({ name, notes }) => someone(name, { notes }))
            const answers = await Promise.all(
              stores.map(async (store) => {
                await add(store, ownerId, rows)
                const found: Id[][] = []
                for (const search of [...questions, ...people.map(({ name }) => name.slice(0, 3))]) {
                  found.push(
                    (await store.listPeople(ownerId, { search, limit: 50 })).people.map(({ id }) => id),
                  )
                }
                return found
              }),
            )
            expect(answers[1]).toEqual(answers[0])
          },
        ),
        { numRuns: 150 },
      )
      for (const store of stores) {
        expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
        await store.close()
      }
      for (const place of places) await place.remove()
    })
  },
)

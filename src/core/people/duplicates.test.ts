import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NewPerson, personOf } from './commands.ts'
import { findDuplicates, pairKey } from './duplicates.ts'
import type { Person } from './person.ts'

const somebody = (index: number, name: string, facts: Partial<NewPerson> & { phoneKeys?: string[] } = {}) =>
  ({
    ...personOf(
      { name, origin: 'direct-contact', ...facts },
      `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      index,
    ),
    ...{ revision: 1, updatedAt: 1 },
  }) as Person

const found = (...people: Person[]) =>
  findDuplicates(people, new Set()).map(({ reason, confidence }) => `${confidence}: ${reason}`)

type Facts = Partial<NewPerson> & { phoneKeys?: string[] }

describe('two entries may be one person’s', () => {
  const at = { organization: 'Adatum' }
  const number = { phoneKeys: ['+49301234567'] }
  const info = { emails: ['info@example.org'] }
  const cases: { told: string; one: [string, Facts]; other: [string, Facts] }[] = [
    {
      told: 'likely: same LinkedIn profile',
      one: ['Nadia Haddad', { urls: ['linkedin.com/in/nadia'] }],
      other: ['N. Meier', { urls: ['https://de.linkedin.com/in/Nadia/'] }],
    },
    {
      told: 'likely: same e-mail address',
      one: ['Nadia Haddad', { emails: ['n@gmail.com'] }],
      other: ['Dr. Nadia Haddad', { emails: ['n+x@gmail.com'] }],
    },
    {
      told: 'possible: same e-mail address, but another name or profile',
      one: ['Nadia Haddad', info],
      other: ['Jonas Smith', info],
    },
    {
      told: 'likely: one name has the other in it, same telephone number',
      one: ['Nadia Haddad', number],
      other: ['Nadia A. Haddad', number],
    },
    {
      told: 'likely: same name, same organisation',
      one: ['Nadia Haddad', at],
      other: ['Nadia Haddad', { organization: 'ADATUM' }],
    },
    {
      told: 'possible: one name has the other in it, same organisation',
      one: ['N. Haddad', at],
      other: ['Nadia Haddad', at],
    },
    {
      told: 'possible: one name has the other in it, and no address that speaks against it',
      one: ['Nadia Haddad', {}],
      other: ['Dr. Nadia Haddad', at],
    },
  ]
  test.each(cases)('$told', ({ told, one, other }) => {
    expect(found(somebody(1, ...one), somebody(2, ...other))).toEqual([told])
  })
})

describe('two entries stay two', () => {
  test('who have one name and one employer, but two profiles or two mailboxes', () => {
    const at = { organization: 'Adatum' }
    const profile = (slug: string) => ({ ...at, urls: [`linkedin.com/in/${slug}`] })
    expect(found(somebody(1, 'Jonas Smith', profile('a')), somebody(2, 'Jonas Smith', profile('b')))).toEqual(
      [],
    )
    const mail = (box: string) => ({ ...at, emails: [`${box}@example.org`] })
    expect(found(somebody(1, 'Jonas Smith', mail('a')), somebody(2, 'Jonas Smith', mail('b')))).toEqual([])
  })
  test('who have the number of one switchboard', () => {
    const office = { phoneKeys: ['+49301234567'] }
    expect(found(somebody(1, 'Nadia Haddad', office), somebody(2, 'Nadia Meier', office))).toEqual([])
  })
  test('of whom the user said so', () => {
    const [one, two] = [somebody(1, 'Jonas Smith'), somebody(2, 'Jonas Smith')]
    expect(findDuplicates([one, two], new Set([pairKey(two.id, one.id)]))).toEqual([])
  })
})

test('the answer does not hang on the order of the people', () => {
  const word = fc.constantFrom('Nadia', 'N.', 'Haddad', 'Smith')
  const facts = fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    emails: fc.subarray(['a@example.org', 'b@example.org']),
    organization: fc.constantFrom(undefined, 'Adatum'),
  })
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 12 }), (list) => {
      const people = list.map(({ name, emails, organization }, index) =>
        somebody(index, name, { emails, ...(organization && { organization }) }),
      )
      const keys = (order: Person[]) =>
        findDuplicates(order, new Set())
          .map(({ person, other, reason }) => `${person.id} ${other.id} ${reason}`)
          .sort()
      expect(keys(people.toReversed())).toEqual(keys(people))
    }),
  )
})

test('30,000 people, eighteen of every name, are compared in about a second', () => {
  const people = Array.from({ length: 30_000 }, (_, i) =>
    somebody(i, `Given${i % 40} Family${i % 41}`, {
      ...{ organization: `Company ${i % 160}`, urls: [`linkedin.com/in/person-${i}`] },
      ...(i % 2 && { emails: [`p${i}@example.org`] }),
    }),
  )
  const start = performance.now()
  findDuplicates(people, new Set())
  expect(performance.now() - start).toBeLessThan(5000)
})

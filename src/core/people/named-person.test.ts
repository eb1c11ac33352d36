import { expect, test } from 'vitest'
import { lineOf, namedPerson } from './named-person.ts'

test('somebody named is the same after being written as a line, whatever is missing (N2)', () => {
  for (const one of [
    { name: 'Ada Obi', role: 'ward sister', organization: 'Northgate' },
    { name: 'Ada Obi', role: 'ward sister', organization: undefined },
    { name: 'Ada Obi', role: undefined, organization: 'Northgate, Inc.' },
    { name: 'Pelé', role: undefined, organization: undefined },
  ])
    expect(namedPerson(lineOf(one))).toEqual(one)
})

test('a comma in a name does not turn its rest into a role', () => {
  expect(namedPerson(lineOf({ name: 'Obi,  Ada', organization: 'Northgate' }))).toMatchObject({
    name: 'Obi Ada',
    organization: 'Northgate',
  })
})

import { expect, test } from 'vitest'
import { whomMeant } from './whom-meant.ts'

const people = [
  { id: 'one', nameKey: 'ada obi' },
  { id: 'two', nameKey: 'li wei' },
  { id: 'three', nameKey: 'li wei' },
]

test('a name written down at an event means the only one who has it, or somebody new (N6)', () => {
  expect(whomMeant({ name: 'Ada  OBI' }, people)).toEqual({ personId: 'one' })
  expect(whomMeant({ name: 'Bo' }, people)).toEqual({ named: { name: 'Bo' } })
})

test('a name that several have is for the user to tell apart, as by the organisation (N6)', () => {
  expect(whomMeant({ name: 'Li Wei' }, people)).toBeUndefined()
  const named = { name: 'Li Wei', organization: 'Northgate' }
  expect(whomMeant(named, people)).toEqual({ named })
})

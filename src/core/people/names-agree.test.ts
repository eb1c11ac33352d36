import { expect, test } from 'vitest'
import { namesAgree } from './names-agree.ts'

const agree = (a: string, b: string) => namesAgree({ name: a, emails: [] }, { name: b, emails: [] })

test.each([
  ['Nadia Haddad', 'Dr. Nadia Haddad'],
  ['Nadia Haddad', 'HADDAD, Nadia'],
  ['Nadia Haddad', 'N. Haddad'],
  ['Nadia Haddad', 'Nadia Meier'],
  ['Jon Smith', 'Jonathan Smith'],
  ['Søren van der Berg', 'Soren Berg'],
  ['Nadia', 'Nadia Haddad'],
  ['小林 健', '小林 健'],
])('"%s" and "%s" can be one person who has an address in common', (a, b) => {
  expect(agree(a, b)).toBe(true)
  expect(agree(b, a)).toBe(true)
})

test.each([
  ['Nadia Haddad', 'Lakeside Health'],
  ['Nadia Haddad', 'Sami Haddad'],
  ['Nadia Haddad', 'Jonas Smith'],
  ['Nadia Haddad', '小林 健'],
])('"%s" and "%s" are two, though they share an address', (a, b) => {
  expect(agree(a, b)).toBe(false)
  expect(agree(b, a)).toBe(false)
})

test('somebody who is called by the address has no name to compare', () => {
  const address = 'nh@example.com'
  expect(namesAgree({ name: address, emails: [address] }, { name: 'Nadia Haddad', emails: [address] })).toBe(
    true,
  )
})

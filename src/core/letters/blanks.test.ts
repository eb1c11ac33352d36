import { expect, it } from 'vitest'
import { blanksIn, countWords } from './blanks.ts'

it('finds each blank with its place', () => {
  const text = 'Dear [their name],\nthank you for [what you valued most].'
  expect(blanksIn(text)).toEqual([
    { start: 5, end: 17, text: '[their name]' },
    { start: 33, end: 55, text: '[what you valued most]' },
  ])
  for (const { start, end, text: blank } of blanksIn(text)) expect(text.slice(start, end)).toBe(blank)
})

it('takes empty, open and broken brackets for no blank', () => {
  expect(blanksIn('[] [ a\nb ] [ ]] [[')).toEqual([{ start: 11, end: 14, text: '[ ]' }])
})

it('finds blanks in a long text of brackets at once', () => {
  expect(blanksIn('['.repeat(100_000))).toEqual([])
})

it('counts words as runs that hold a letter or a digit (X3)', () => {
  expect(countWords('Dear Dr. Haddad, 20 to 30 minutes – thank you')).toBe(9)
  expect(countWords(' \n ')).toBe(0)
})

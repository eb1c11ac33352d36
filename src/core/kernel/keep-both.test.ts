import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepBoth } from './keep-both.ts'

test('a text that was changed on two devices keeps both', () => {
  expect(keepBoth('Met at the fair.', 'Met at the fair. Has a dog.', 'Met at the fair.')).toBe(
    'Met at the fair. Has a dog.',
  )
  expect(keepBoth('Met.', 'Met. Has a dog.', 'Met. Likes boats.')).toBe('Met. Likes boats. Has a dog.')
  expect(keepBoth('Met.', 'Met in May.', 'We met.')).toBe('We met.\n\nMet in May.')
  expect(keepBoth('Met.', '', 'We met.')).toBe('We met.')
})

test('whatever was written is in what is kept', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, text, (before, mine, theirs) => {
      const kept = keepBoth(before, mine, theirs)
      if (mine !== before && mine.trim() && !mine.startsWith(before)) expect(kept).toContain(mine)
      if (theirs !== before && theirs.trim()) expect(kept).toContain(theirs)
    }),
  )
})

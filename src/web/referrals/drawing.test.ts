import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameOf, shortened } from './drawing.ts'

test('whoever named somebody stands inside of the drawing, however far the layout spreads (N2)', () => {
  const place = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }))
  fc.assert(
    fc.property(fc.dictionary(fc.uuid(), place, { minKeys: 1 }), (places) => {
      const frame = frameOf(places, 600, 400)
      for (const [x, y] of Object.values(places)) {
        expect(frame.toX(x)).toBeGreaterThanOrEqual(0)
        expect(frame.toX(x)).toBeLessThanOrEqual(600)
        expect(frame.toY(y)).toBeGreaterThanOrEqual(0)
        expect(frame.toY(y)).toBeLessThanOrEqual(400)
      }
    }),
  )
})

test('a long name is cut in the drawing, never in the middle of a sign (N2)', () => {
  expect(shortened('Amara Nwosu')).toBe('Amara Nwosu')
  expect(shortened('𠮷'.repeat(30), 5)).toBe('𠮷𠮷𠮷𠮷…')
})

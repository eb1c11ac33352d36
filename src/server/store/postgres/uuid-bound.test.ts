import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidNotBelow } from './uuid-bound.ts'

test('a bound of any text separates the same UUIDs as the text does', () => {
  const near = fc.tuple(
    fc.uuid(),
    fc.nat(40),
    fc.string({ maxLength: 2, unit: fc.constantFrom('0', 'f', 'g', '-', 'A', 'z', '~', '9') }),
  )
  const bound = fc.oneof(
    fc.string({ maxLength: 3 }),
    near.map(([uuid, length, end]) => uuid.slice(0, length) + end),
  )
  fc.assert(
    fc.property(fc.uuid(), bound, (id, text) => {
      const uuid = uuidNotBelow(text)
      expect(uuid !== undefined && id >= uuid).toBe(id >= text)
    }),
    { numRuns: 2000 },
  )
})

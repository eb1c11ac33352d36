import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eachLine, splitLines } from './split-lines.ts'

it('gives the same lines one after another as all at once', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r\r\n', '\ra'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (one) => {
      expect([...eachLine(one)]).toEqual(splitLines(one))
    }),
    { numRuns: 500 },
  )
})

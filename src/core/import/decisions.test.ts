import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RowDecision, readDecision, writeDecision } from './decisions.ts'

test('a decision that is written is read as it was, whatever the file is called', () => {
  const line = fc.integer({ min: 0, max: 999_999_999 })
  const file = fc.option(
    fc.string({ minLength: 1 }).filter((name) => !/[\n\r\u2028\u2029]/.test(name)),
    { nil: undefined },
  )
  const what = fc.oneof(
    fc.constantFrom({ what: 'new' as const }, { what: 'skip' as const }),
    fc.uuid().map((personId) => ({ what: 'merge' as const, personId })),
  )
  fc.assert(
    fc.property(line, file, what, (line, file, what) => {
      const decision: RowDecision = { ...(file !== undefined && { file }), line, ...what }
      expect(readDecision(writeDecision(decision))).toEqual(decision)
    }),
  )
})

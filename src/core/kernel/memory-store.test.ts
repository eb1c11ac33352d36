import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryRows } from './memory-store.ts'
import { compareRows } from './order.ts'
import { type BaseRow, table } from './table.ts'
import type { Where } from './tx.ts'
import { matches } from './unit-of-work.ts'

interface Thing extends BaseRow {
  kind: string
  rank?: number
}
const thing = table<Thing>()({
  name: 'thing',
  columns: { kind: 'text', rank: 'integer' },
  indexes: { byKind: ['kind', 'rank'] },
})
const rank = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })
const row = fc.tuple(fc.nat(150), fc.constantFrom('a', 'b'), rank).map(([n, kind, rank]) => ({
  id: `id ${n}`,
  kind,
  ...(rank !== undefined && { rank }),
  revision: 1,
  updatedAt: 0,
}))
const change = fc.oneof(
  { weight: 4, arbitrary: row.map((after) => ({ id: after.id, after })) },
  { weight: 1, arbitrary: row.map(({ id }) => ({ id, after: undefined })) },
)
const options = fc.record(
  { from: fc.nat(9), before: fc.nat(9), limit: fc.nat(20), reverse: fc.boolean() },
  { requiredKeys: [] },
)
const where = fc.constantFrom<Where>({ kind: 'a' }, { kind: 'b' }, { kind: 'a', rank: 3 })

test('rows that are kept in order are found as rows that are looked through', () => {
  const batches = fc.array(
    fc.tuple(fc.array(change, { minLength: 1, maxLength: 200, size: 'max' }), where, options),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(batches, (steps) => {
      const rows = memoryRows((_, index) => index === 'byKind')
      for (const [changes, where, given] of steps) {
        // The column after the rank is the id.
        const { from, before, ...rest } = given
        const asked = 'rank' in where ? rest : given
        rows.apply(changes.map(({ id, after }) => ({ table: thing, id, after })))
        const all = [...rows.all(thing).values()]
          .filter((one) => matches(thing, 'byKind', where, asked, one))
          .sort((a, b) => compareRows(['kind', 'rank'], a, b))
        if (asked.reverse) all.reverse()
        expect(rows.find(thing, 'byKind', where, asked)).toEqual(all.slice(0, asked.limit))
      }
    }),
  )
})

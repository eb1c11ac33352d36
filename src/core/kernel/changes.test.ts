import { expect, test } from 'vitest'
import { person } from '../people/person.ts'
import { touch } from '../touches/touch.ts'
import { type Cursor, changesAfter } from './changes.ts'
import { memoryRows } from './memory-store.ts'

test('slices of any size bring every row once, however many share a revision', async () => {
  const rows = memoryRows()
  const id = (n: number) => `0198c2aa-0000-7000-8000-${String(n).padStart(12, '0')}`
  for (let n = 0; n < 50; n++) {
    const after = { id: id(n), revision: 1 + Math.floor(n / 17), updatedAt: 0 }
    rows.apply([{ table: n % 3 ? person : touch, id: id(n), after: after as never }])
  }
  const session = { find: async (...question: Parameters<typeof rows.find>) => rows.find(...question) }
  for (const limit of [1, 2, 7, 16, 17, 49, 50, 51]) {
    const got: string[] = []
    let cursor: Cursor = { had: 0 }
    for (let more = true; more; ) {
      const changes = await changesAfter(session, [person, touch], cursor, 9, limit)
      expect(changes.rows.length).toBeLessThanOrEqual(limit)
      got.push(...changes.rows.map(({ row }) => row.id))
      cursor = changes.next
      more = changes.more
    }
    expect(got.sort()).toEqual(Array.from({ length: 50 }, (_, n) => id(n)))
    expect(cursor).toEqual({ had: 9 })
  }
})

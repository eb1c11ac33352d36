import { describe, expect, test } from 'vitest'
import { type Cursor, changesAfter } from '../../src/core/kernel/changes.ts'
import type { Id } from '../../src/core/kernel/ids.ts'
import { networkIn, nextId } from './network.ts'
import { onEveryStore } from './open-stores.ts'
import { sample, sampleMigrations, sampleTables } from './sample-table.ts'

describe('what changed after a cursor', () => {
  onEveryStore(sampleTables, { migrations: sampleMigrations }, (store) => {
    /** Follows the cursor to its end, in slices of so many rows; `between` happens after the first. */
    async function pull(ownerId: Id, from: Cursor, limit: number, between = async () => {}) {
      const removed: Id[] = []
      const rows: string[] = []
      let cursor = from
      for (let first = true; ; first = false) {
        const revision = await store().write(ownerId, async (session) => session.revision)
        const changes = await store().read(ownerId, (session) =>
          changesAfter(session, [sample], cursor, revision, limit),
        )
        expect(changes.rows.length + changes.removed.length).toBeLessThanOrEqual(limit)
        removed.push(...changes.removed.map(({ id }) => id))
        rows.push(...changes.rows.map(({ row }) => (row as unknown as { name: string }).name))
        cursor = changes.next
        if (first) await between()
        if (!changes.more) return { removed, rows, cursor }
      }
    }

    test.each([1, 2, 3, 5, 100])(
      'comes whole in slices of %i, in the middle of a command too',
      async (limit) => {
        const { ownerId, change } = networkIn(store(), sampleTables)
        const ids = Array.from({ length: 10 }, nextId)
        const put = (from: number, to: number, said = '') =>
          change(async (tx) => {
            for (let n = from; n < to; n++)
              await tx.put(sample, { id: ids[n]!, name: `${n}${said}`, labels: [] })
          })
        await put(0, 7)
        await put(7, 10)
        const all = await pull(ownerId, { had: 0 }, limit)
        expect(all).toMatchObject({ rows: ids.map((_, n) => `${n}`), removed: [] })
        await put(2, 4, ' again')
        await change(async (tx) => {
          for (const n of [0, 5, 9]) await tx.remove(sample, ids[n]!)
        })
        await change((tx) => tx.put(sample, { id: ids[5]!, name: '5 is back', labels: [] }))
        const news = await pull(ownerId, all.cursor, limit)
        expect(news.rows).toEqual(['2 again', '3 again', '5 is back'])
        expect(news.removed.sort()).toEqual([ids[0], ids[5], ids[9]].sort())
        expect(await pull(ownerId, news.cursor, limit)).toMatchObject({ rows: [], removed: [] })
      },
    )

    test('what changes between two slices is told by the next pull', async () => {
      const { ownerId, change } = networkIn(store(), sampleTables)
      const ids = Array.from({ length: 6 }, nextId)
      const named = (n: number, name: string) => ({ id: ids[n]!, name, labels: [] })
      await change(async (tx) => {
        for (const n of ids.keys()) await tx.put(sample, named(n, `${n}`))
      })
      const first = await pull(ownerId, { had: 0 }, 2, async () => {
        await change((tx) => tx.put(sample, named(0, '0 later')))
        await change((tx) => tx.put(sample, named(4, '4 later')))
      })
      const next = await pull(ownerId, first.cursor, 2)
      expect([...first.rows, ...next.rows].slice(-2)).toEqual(['0 later', '4 later'])
      expect(new Set([...first.rows, ...next.rows])).toEqual(
        new Set(['0', '1', '2', '3', '5', '0 later', '4 later']),
      )
    })
  })
})

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { FindOptions, Where } from '../../src/core/kernel/tx.ts'
import { tables } from '../../src/core/tables.ts'
import { findRows } from '../../src/server/store/find-rows.ts'
import { sqliteDialect } from '../../src/server/store/sqlite/dialect.ts'
import { nextId } from './network.ts'
import { newFolder } from './open-stores.ts'

const values = { id: nextId(), text: 'a', date: 'a', integer: 1, instant: 1, boolean: true, json: '' }

test('SQLite reads every find along its index, from the owner on, and sorts nothing', async () => {
  const place = await newFolder()
  await (await place.open(tables)).close()
  const database = new DatabaseSync(join(place.folder, 'acquaint.db'))
  const planOf = async (
    table: (typeof tables)[number],
    index: string,
    where: Where,
    options: FindOptions,
  ) => {
    let plan = ''
    const query = async (sql: string) => {
      const steps = database.prepare(`explain query plan ${sql}`).all() as { detail: string }[]
      plan = steps.map(({ detail }) => detail).join('; ')
      return []
    }
    await findRows(sqliteDialect, { query }, nextId(), table, index, where, options)
    return plan
  }
  for (const table of tables) {
    for (const [index, columns] of [['id', ['id']] as const, ...Object.entries(table.indexes)]) {
      for (let given = 0; given <= columns.length; given++) {
        const where: Record<string, string | number | boolean> = {}
        for (const column of columns.slice(0, given)) where[column] = values[table.columns[column]!]
        const bounded = table.columns[columns[given] ?? 'id']!
        const bound = values[bounded] as number
        const options = [
          {},
          { limit: 10, reverse: true },
          bounded === 'boolean' ? {} : { from: bound, limit: 10 },
        ]
        for (const option of options) {
          const plan = await planOf(table, index, where, option)
          const named = index === 'id' ? 'PRIMARY KEY' : 'INDEX'
          expect(plan, `${table.name}.${index} ${given}`).toMatch(
            new RegExp(`^SEARCH ${table.name} USING ${named}.*\\(owner_id=\\?`),
          )
          expect(plan, `${table.name}.${index} ${given}`).not.toContain('TEMP B-TREE')
        }
      }
    }
  }
  database.close()
  await place.remove()
})

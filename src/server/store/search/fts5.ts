import { sql } from 'kysely'
import type { Id } from '../../../core/kernel/ids.ts'
import type { Connection } from '../connection.ts'
import { searchTable } from '../names.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * SQLite: an FTS5 index without content of its own, and a table that says which row each of its numbers is. The words
 * arrive folded and without a space or sign in them, so the plainest tokenizer takes them as they are.
 */
export const fts5: SearchIndex = {
  create: (table) => [
    `create table ${numbers(table)} (number integer primary key, owner_id text not null, id text not null, unique (owner_id, id)) strict`,
    `create virtual table ${searchTable(table)} using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ],

  file: async (connection, ownerId, table, filings) => {
    let next = 0
    if (filings.some(({ before, after }) => after && !before)) {
      const [row] = await connection.query(`select coalesce(max(number), 0) + 1 from ${numbers(table)}`, [])
      next = row![0] as number
    }
    for (const { id, before, after } of filings) {
      let number = before ? await numberOf(connection, ownerId, table, id) : undefined
      if (number !== undefined) {
        await connection.query(`delete from ${searchTable(table)} where rowid = ?`, [number])
        if (!after) await connection.query(`delete from ${numbers(table)} where number = ?`, [number])
      }
      if (after) {
        if (number === undefined) {
          number = next++
          await connection.query(`insert into ${numbers(table)} values (?, ?, ?)`, [number, ownerId, id])
        }
        await connection.query(`insert into ${searchTable(table)} (rowid, words) values (?, ?)`, [
          number,
          after.join(' '),
        ])
      }
    }
  },

  ask: (_, words) => words.map((word) => `"${word}"*`).join(' '),

  matches: (ownerId, table, question) => {
    const hits = sql`select rowid from ${sql.table(searchTable(table))} where ${sql.table(searchTable(table))} match ${question}`
    // The plus keeps SQLite from reading all of the owner's numbers instead of those that were hit.
    return sql`id in (select id from ${sql.table(numbers(table))} where number in (${hits}) and +owner_id = ${ownerId})`
  },

  filed: async (connection, ownerId, table) => {
    const words = `${searchTable(table)}_words`
    await connection.query(
      `create virtual table if not exists temp.${words} using fts5vocab(main, ${searchTable(table)}, instance)`,
      [],
    )
    // The list of words has no index: it is read once as a whole, not once for each row.
    const filed = new Map(
      (await connection.query(
        `select doc, group_concat(term, ' ' order by term) from temp.${words} group by doc`,
        [],
      )) as [number, string][],
    )
    const rows = await connection.query(`select number, id from ${numbers(table)} where owner_id = ?`, [
      ownerId,
    ])
    return new Map(rows.map(([number, id]) => [id as string, filed.get(number as number)?.split(' ') ?? []]))
  },

  clear: async (connection, ownerId, table) => {
    const mine = `select number from ${numbers(table)} where owner_id = ?`
    await connection.query(`delete from ${searchTable(table)} where rowid in (${mine})`, [ownerId])
    await connection.query(`delete from ${numbers(table)} where owner_id = ?`, [ownerId])
  },
}

const numbers = (table: string) => `${searchTable(table)}_number`

async function numberOf(
  connection: Connection,
  ownerId: Id,
  table: string,
  id: Id,
): Promise<number | undefined> {
  const [row] = await connection.query(`select number from ${numbers(table)} where owner_id = ? and id = ?`, [
    ownerId,
    id,
  ])
  return row?.[0] as number | undefined
}

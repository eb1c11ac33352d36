import { sql } from 'kysely'
import type { Id } from '../../../core/kernel/ids.ts'
import { batches } from '../batches.ts'
import type { SqlValue } from '../connection.ts'
import { searchTable } from '../names.ts'
import type { SearchIndex } from './search-index.ts'

const rowsInOneInsert = 256

/**
 * PostgreSQL: a table of tsvectors made of our own words, asked with lexemes of our own: none of its dictionaries or
 * parsers has a say. Every lexeme begins with its owner, so that one owner's words lie together in the index, and a
 * short prefix does not read everybody's.
 */
export const tsvector: Omit<SearchIndex, 'create'> = {
  file: async (connection, ownerId, table, filings) => {
    const gone = filings.flatMap(({ id, after }) => (after ? [] : [id]))
    for (const ids of batches(gone, rowsInOneInsert)) {
      const places = ids.map((_, i) => `$${i + 2}`).join(', ')
      await connection.query(`delete from ${searchTable(table)} where owner_id = $1 and id in (${places})`, [
        ownerId,
        ...ids,
      ])
    }
    const prefix = lexemePrefix(ownerId)
    const filed = filings.flatMap(({ id, after }) => (after ? [{ id, words: after }] : []))
    for (const rows of batches(filed, rowsInOneInsert)) {
      const values: SqlValue[] = [ownerId]
      for (const { id, words } of rows)
        values.push(id, `{${words.map((word) => `"${prefix}${word}"`).join(',')}}`)
      await connection.query(insertText(table, rows.length), values)
    }
  },

  ask: (ownerId, words) => words.map((word) => `'${lexemePrefix(ownerId)}${word}':*`).join(' & '),

  matches: (ownerId, table, question) =>
    sql`id in (select id from ${sql.table(searchTable(table))} where owner_id = ${ownerId} and words @@ cast(${question} as tsquery))`,

  filed: async (connection, ownerId, table) => {
    const rows = await connection.query(
      `select id, array_to_string(tsvector_to_array(words), ' ') from ${searchTable(table)} where owner_id = $1`,
      [ownerId],
    )
    const { length } = lexemePrefix(ownerId)
    const wordsOf = (text: string) =>
      text === '' ? [] : text.split(' ').map((lexeme) => lexeme.slice(length))
    return new Map(rows.map(([id, text]) => [id as string, wordsOf(text as string)]))
  },

  clear: async (connection, ownerId, table) => {
    await connection.query(`delete from ${searchTable(table)} where owner_id = $1`, [ownerId])
  },
}

/** The owner's id in 22 letters that mean nothing to a tsquery. */
const lexemePrefix = (ownerId: Id): string =>
  Buffer.from(ownerId.replaceAll('-', ''), 'hex').toString('base64url')

function insertText(table: string, rows: number): string {
  const places = Array.from(
    { length: rows },
    (_, i) => `($1, $${2 * i + 2}, array_to_tsvector(cast($${2 * i + 3} as text[])))`,
  )
  return `insert into ${searchTable(table)} (owner_id, id, words) values ${places.join(', ')}
    on conflict (owner_id, id) do update set words = excluded.words`
}

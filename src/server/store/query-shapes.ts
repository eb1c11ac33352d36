import { type Compilable, type SelectQueryBuilder, sql } from 'kysely'
import type { SqlValue } from './connection.ts'
import type { StoredTables } from './stored-tables.ts'

/**
 * The text of a query and its values in order. A query is built once for each set of names that have a value: while it
 * is built, `value` gives a mark for each of them, which tells where the query wants it.
 */
export type QueryShapes = (
  what: string,
  values: Readonly<Record<string, SqlValue>>,
  build: (value: (name: string) => string) => Compilable,
) => { sql: string; parameters: SqlValue[] }

const mark = '\0'

export function queryShapes(): QueryShapes {
  const shapes = new Map<string, { sql: string; names: string[] }>()
  return (what, values, build) => {
    const key = `${what} ${Object.keys(values).join(' ')}`
    let shape = shapes.get(key)
    if (!shape) {
      const { sql, parameters } = build((name) => mark + name).compile()
      shape = { sql, names: (parameters as string[]).map((parameter) => parameter.slice(mark.length)) }
      shapes.set(key, shape)
    }
    return { sql: shape.sql, parameters: shape.names.map((name) => values[name]!) }
  }
}

/**
 * By name, then id. Where only `few` rows are expected they are found first and sorted then: the index on names would
 * have all of the others read past.
 */
export function ordered<Output>(
  query: SelectQueryBuilder<StoredTables, 'person', Output>,
  few: boolean,
): SelectQueryBuilder<StoredTables, 'person', Output> {
  const byName = few
    ? query.orderBy(sql`name_key || ''`, (order) => order.asc().nullsFirst())
    : query.orderBy('name_key', (order) => order.asc().nullsFirst())
  return byName.orderBy('id')
}

import type { Compilable, Kysely } from 'kysely'
import type { Connection, SqlValue } from './connection.ts'
import type { Dialect } from './dialect.ts'

const texts = new WeakMap<object, Map<string, string>>()

/**
 * The text of a query whose table and columns come from a declaration, built once for each shape. The values are the
 * caller's to pass, in the order in which the query names them; those given while building only hold a place.
 */
export function compiled(dialect: Dialect, shape: string, build: (kysely: AnyKysely) => Compilable): string {
  let known = texts.get(dialect)
  if (!known) {
    known = new Map()
    texts.set(dialect, known)
  }
  let text = known.get(shape)
  if (text === undefined) {
    text = build(dialect.kysely as unknown as AnyKysely).compile().sql
    known.set(shape, text)
  }
  return text
}

// biome-ignore lint/suspicious/noExplicitAny: tables that are only known when the program runs have no static type
export type AnyKysely = Kysely<any>

/** Runs a typed query and gives its rows as objects with these properties, in the order of the query's selection. */
export async function rowsOf<const Name extends string>(
  connection: Connection,
  query: Compilable,
  names: readonly Name[],
): Promise<Record<Name, SqlValue>[]> {
  const { sql, parameters } = query.compile()
  const rows = await connection.query(sql, parameters as SqlValue[])
  return rows.map(
    (row) => Object.fromEntries(names.map((name, i) => [name, row[i]])) as Record<Name, SqlValue>,
  )
}

/** Runs a query for what it does. */
export async function run(connection: Connection, query: Compilable): Promise<void> {
  const { sql, parameters } = query.compile()
  await connection.query(sql, parameters as SqlValue[])
}

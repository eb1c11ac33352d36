import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { SchemaDialect } from '../migrations/render.ts'
import { fts5 } from '../search/fts5.ts'

/** SQLite's ways. A prepared INSERT of one row, run many times, is as fast there as one of many rows. */
export const sqliteDialect: Dialect = {
  kysely: new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  rowsInOneInsert: 1,
  locksRows: false,
  search: fts5,
  bound: (_, value) => value,
}

/** Rows lie in the order of their key; strict, so that a number is never kept where a text belongs. */
export const sqliteSchema: SchemaDialect = {
  type: (kind) => (kind === 'integer' || kind === 'instant' || kind === 'boolean' ? 'integer' : 'text'),
  tableSuffix: ' strict, without rowid',
  absentFirst: '',
  afterOwned: () => [],
  createSearch: fts5.create,
  statistics: (table, index, columns) => [
    `insert into sqlite_stat1 (tbl, idx, stat) values ('${table}', '${index}', '${statisticsOf(columns)}')`,
  ],
}

/**
 * The statistics that ANALYZE would gather in a large network, so that plans are the same from the first row on: that
 * all rows have the same owner, and that every further column of an index narrows them down to a few. Without them
 * SQLite thinks the owner alone is worth as much.
 */
function statisticsOf(columns: number): string {
  const rows = 100_000
  const narrowing = Array.from({ length: columns - 1 }, (_, i) =>
    i === columns - 2 ? 1 : Math.max(2, 20 - 5 * i),
  )
  return [rows, rows, ...narrowing].join(' ')
}

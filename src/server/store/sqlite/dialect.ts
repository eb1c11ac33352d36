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
}

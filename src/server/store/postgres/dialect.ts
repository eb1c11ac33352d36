import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { SchemaDialect } from '../migrations/render.ts'
import { quoted, searchTable, snakeCase } from '../names.ts'
import { tsvector } from '../search/tsvector.ts'
import { uuidNotBelow } from './uuid-bound.ts'

/** PostgreSQL's ways, in statements that a cluster sharded by owner takes as well. */
export const postgresDialect: Dialect = {
  kysely: new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  rowsInOneInsert: 256,
  locksRows: true,
  search: { ...tsvector, create: createSearch },
  bound: (kind, value) => (kind === 'id' ? uuidNotBelow(value as string) : value),
}

/** `sharded`: the server is a Citus cluster, where owners' tables are distributed as they are made. */
export function postgresSchema(sharded: boolean): SchemaDialect {
  const afterOwned = (table: string) => [...(sharded ? [distribute(table)] : []), ...fence(table)]
  return {
    type: (kind) => {
      if (kind === 'id') return 'uuid'
      return kind === 'integer' || kind === 'instant' || kind === 'boolean' ? 'bigint' : 'text collate "C"'
    },
    tableSuffix: '',
    absentFirst: ' nulls first',
    afterOwned,
    statistics: () => [],
    createSearch: (table) => [
      ...createSearch(table),
      ...afterOwned(searchTable(table)),
      `create index ${searchTable(table)}_words on ${searchTable(table)} using gin (words)`,
    ],
  }
}

/**
 * Sets the owner for the rest of the transaction. A function that runs SET LOCAL, because the servers of a cluster are
 * told of that, and not of `set_config`.
 */
export const setOwnerFunction = `create or replace function set_owner(owner uuid) returns void language plpgsql as
  $$ begin execute format('set local app.owner_id = %L', owner); end $$`

function createSearch(table: string): string[] {
  const primaryKey = `constraint ${searchTable(table)}_pk primary key (owner_id, id)`
  return [
    `create table ${searchTable(table)} (owner_id uuid not null, id uuid not null, words tsvector not null, ${primaryKey})`,
  ]
}

const distribute = (table: string) => `select create_distributed_table('${snakeCase(table)}', 'owner_id')`

/** The second fence around an owner's rows; the first is that every statement names the owner. */
function fence(table: string): string[] {
  const mine = `owner_id = nullif(current_setting('app.owner_id', true), '')::uuid`
  return [
    `alter table ${quoted(table)} enable row level security`,
    `alter table ${quoted(table)} force row level security`,
    `create policy ${snakeCase(table)}_owner on ${quoted(table)} using (${mine}) with check (${mine})`,
  ]
}

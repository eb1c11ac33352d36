import { DomainError } from '../../../core/kernel/errors.ts'
import { run } from '../compiled.ts'
import type { Connection } from '../connection.ts'
import type { Dialect } from '../dialect.ts'
import type { Migration } from './operation.ts'
import { render, type SchemaDialect } from './render.ts'

/** The newest version that these migrations make. */
export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

/** Throws STORE_NEWER where the store was last used by a newer Acquaint. */
export function refuseNewer(version: number, migrations: readonly Migration[], place: string): void {
  const newest = newestVersion(migrations)
  if (version <= newest) return
  throw new DomainError(
    'STORE_NEWER',
    `${place} was written by a newer Acquaint (its schema is ${version}, this program knows ${newest}). ` +
      'Nothing was changed. Update Acquaint, or name another place.',
    { version, newest },
  )
}

/** Brings a store from this version to the newest, inside the caller's transaction. */
export async function migrate(
  connection: Connection,
  dialect: Dialect,
  schema: SchemaDialect,
  migrations: readonly Migration[],
  from: number,
): Promise<void> {
  const pending = migrations.filter(({ version }) => version > from)
  for (const { operations } of pending) {
    for (const operation of operations) {
      for (const statement of render(operation, schema)) await connection.query(statement, [])
    }
  }
  if (pending.length === 0) return
  const value = String(newestVersion(migrations))
  await run(
    connection,
    dialect.kysely
      .insertInto('store_info')
      .values({ key: 'schema_version', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
  )
}

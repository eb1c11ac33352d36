import type { Migration } from './operation.ts'

/** What the user said of the columns of tables, for the next file of the kind. */
export const importMapping: Migration = {
  version: 7,
  name: 'import mapping',
  operations: [{ create: 'rows', table: 'import_mapping', columns: { choices: 'json' } }],
}

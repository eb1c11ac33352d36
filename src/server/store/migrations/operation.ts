import type { ColumnKind } from '../../../core/kernel/table.ts'

/** One step of a migration, said once for both databases in the words of the declarations. */
export type Operation =
  /** A table of owners' rows; it begins with the columns that every row has (`ownerId`, `id`, `revision`, `updatedAt`). */
  | { create: 'rows'; table: string; columns: Readonly<Record<string, ColumnKind>> }
  /** A table of another shape. `owned`: its rows belong to owners, are kept apart by them, and sharded with them. */
  | {
      create: 'table'
      table: string
      columns: Readonly<Record<string, ColumnKind>>
      optional?: readonly string[]
      primaryKey: readonly string[]
      owned: boolean
    }
  | { create: 'keys'; table: string }
  | { create: 'search'; table: string }
  /** An index of owners' rows: `ownerId`, these columns, `id`. */
  | { create: 'index'; table: string; index: string; columns: readonly string[] }
  | { create: 'unique'; table: string; columns: readonly string[] }
  | { add: 'column'; table: string; column: string; kind: ColumnKind }
  | { drop: 'column'; table: string; column: string }
  | { drop: 'index'; table: string; index: string }

/** A numbered step from one version of the schema to the next. Released ones are never changed. */
export interface Migration {
  version: number
  name: string
  operations: readonly Operation[]
}

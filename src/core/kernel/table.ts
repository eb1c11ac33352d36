import type { Id } from './ids.ts'

/**
 * How a column's values are kept. `id` is a UUID; `instant` is epoch milliseconds; `date` is `YYYY-MM-DD`; `json` is any
 * JSON value. A property that is absent from the row is NULL in its column, and the other way round, so that a union on
 * `status` needs no translation.
 */
export type ColumnKind = 'id' | 'text' | 'integer' | 'boolean' | 'instant' | 'date' | 'json'

/** What every row of every table has. `revision` is the owner's revision at which the row was last written. */
export interface BaseRow {
  id: Id
  revision: number
  updatedAt: number
}

/** A row as a command makes it: the kernel adds revision and time when it is saved. */
export type Fresh<Row extends BaseRow> = Row extends unknown ? Omit<Row, 'revision' | 'updatedAt'> : never

type KeyOfUnion<Row> = Row extends unknown ? keyof Row : never

export interface TableSpec<Row extends BaseRow, Index extends string> {
  name: string
  columns: Record<Exclude<KeyOfUnion<Row>, keyof BaseRow>, ColumnKind>
  /** Index name to its columns, in order. `id` and `keys` are always there, and `byRevision` outside the journal. */
  indexes: Record<Index, readonly (KeyOfUnion<Row> & string)[]>
  /** Columns that hold another row's id, and that row's table: checked when a row is taken back by undo. */
  references?: Partial<Record<KeyOfUnion<Row> & string, string>>
  /** The column that names the person whom the row is about, for the history of a person. */
  person?: KeyOfUnion<Row> & string
  /** Many-valued lookups, each as `kind:value` in its normal form; found with the index `keys`. */
  keys?: (row: Row) => string[]
  /** Texts by which the row is found in a search. */
  search?: (row: Row) => string[]
  /** The row is a state, not a bag of facts: undo restores all of it or nothing. */
  atomic?: boolean
  /** `record`: what the user knows. `derived`: follows from records, never in journal or export. `journal`: the journal itself. */
  role?: 'record' | 'derived' | 'journal'
}

/** A table, declared once. Migrations, the three stores, export, undo and the replica all read this. */
export interface Table<Row extends BaseRow = BaseRow, Index extends string = string> {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnKind>>
  readonly indexes: Readonly<Record<Index, readonly string[]>>
  readonly references: Readonly<Record<string, string>>
  readonly person: string | undefined
  readonly keys: ((row: Row) => string[]) | undefined
  readonly search: ((row: Row) => string[]) | undefined
  readonly atomic: boolean
  readonly role: 'record' | 'derived' | 'journal'
}

/** Any table, where the row's type does not matter. */
// biome-ignore lint/suspicious/noExplicitAny: rows are used in both directions, so no narrower type fits every table
export type AnyTable = Table<any, string>

/** By which replicas ask for what has changed. */
const byRevision = ['revision'] as const

/** Declares a table: `table<Person>()({ name: 'person', ... })`. Called twice so that index names are inferred. */
export const table =
  <Row extends BaseRow>() =>
  <const Index extends string>(spec: TableSpec<Row, Index>): Table<Row, Index | 'byRevision'> => ({
    name: spec.name,
    columns: {
      id: 'id',
      revision: 'integer',
      updatedAt: 'instant',
      ...(spec.columns as Record<string, ColumnKind>),
    },
    indexes: (spec.role === 'journal' ? spec.indexes : { ...spec.indexes, byRevision }) as Record<
      Index | 'byRevision',
      readonly string[]
    >,
    references: (spec.references ?? {}) as Record<string, string>,
    person: spec.person,
    keys: spec.keys,
    search: spec.search,
    atomic: spec.atomic ?? false,
    role: spec.role ?? 'record',
  })

/** The columns of an index; `id` is every table's primary key. */
export function indexColumns(table: AnyTable, index: string): readonly string[] {
  if (index === 'id') return ['id']
  const columns = table.indexes[index]
  if (!columns) throw new Error(`${table.name} has no index ${index}`)
  return columns
}

/** Whether two values of a column are the same; JSON values are compared by their text. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two rows say the same, revision and time aside. */
export function sameRow(table: AnyTable, a: BaseRow, b: BaseRow): boolean {
  const left = a as unknown as Record<string, unknown>
  const right = b as unknown as Record<string, unknown>
  return recordColumns(table).every((column) => sameValue(left[column], right[column]))
}

/** The columns that a command decides: all but the kernel's own. */
export function recordColumns(table: AnyTable): string[] {
  return Object.keys(table.columns).filter((column) => column !== 'revision' && column !== 'updatedAt')
}

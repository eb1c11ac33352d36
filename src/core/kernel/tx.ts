import type { Id } from './ids.ts'
import type { BaseRow, Fresh, Table } from './table.ts'

type Scalar = string | number | boolean

/** Values for the leading columns of an index. The first may be a list: any of them. */
export type Where = Readonly<Record<string, Scalar | readonly string[]>>

/** `from` (inclusive) and `before` (exclusive) bound the index column that follows those of `where`. */
export interface FindOptions {
  from?: string | number
  before?: string | number
  limit?: number
  reverse?: boolean
}

/** Reads of one owner's rows, in the order of the index, then by id. Absent values come first. */
export interface ReadTx {
  /** The instant of the command, in epoch milliseconds: the only clock there is. */
  readonly now: number
  /** The IANA time zone in which days are counted when the profile names none. */
  readonly timeZone: string
  readonly ownerId: Id
  get<Row extends BaseRow, Index extends string>(table: Table<Row, Index>, id: Id): Promise<Row | undefined>
  find<Row extends BaseRow, Index extends string>(
    table: Table<Row, Index>,
    index: NoInfer<Index> | 'id' | 'keys',
    where: Where,
    options?: FindOptions,
  ): Promise<Row[]>
}

/** One command's view of one owner's rows: reads see what the command has put. Nothing is saved unless it succeeds. */
export interface Tx extends ReadTx {
  /** The key of the command, and the id of its journal entry. */
  readonly commandId: Id
  newId(): Id
  put<Row extends BaseRow, Index extends string>(
    table: Table<Row, Index>,
    row: NoInfer<Fresh<Row>>,
  ): Promise<void>
  remove<Row extends BaseRow, Index extends string>(table: Table<Row, Index>, id: Id): Promise<void>
  /** Tells how far long work has come; `done` of `total` in the words of `what`. */
  report(what: string, done: number, total: number): Promise<void>
}

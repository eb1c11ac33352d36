import type { Kysely } from 'kysely'
import type { Id } from '../../core/kernel/ids.ts'
import type { ColumnKind } from '../../core/kernel/table.ts'
import type { Connection, SqlValue } from './connection.ts'
import type { SearchIndex } from './search/search-index.ts'
import type { StoredTables } from './stored-tables.ts'

export type { SqlValue } from './connection.ts'

/** What differs between the databases, for everything that is written once for both. */
export interface Dialect {
  /** Builds queries and never runs them: their text is kept, their values come from us. */
  readonly kysely: Kysely<StoredTables>
  /** How many rows one INSERT carries: as many as one likes where each statement is a journey to a server. */
  readonly rowsInOneInsert: number
  /** Whether a counter's row is locked by reading it `FOR UPDATE`; SQLite's writer has the file to itself. */
  readonly locksRows: boolean
  readonly search: SearchIndex
  /** The bound of a range in this column's own type; nothing where every value lies below it. */
  bound(kind: ColumnKind, value: SqlValue): SqlValue | undefined
}

/** A database that is open, as everything else in this folder sees it. Every method is one transaction. */
export interface Database {
  readonly dialect: Dialect
  /** A consistent view of this owner's rows; without an owner, of what belongs to nobody (`store_info`, `token`). */
  read<T>(ownerId: Id | null, work: (connection: Connection) => Promise<T>): Promise<T>
  /** Writes this owner's rows; the transactions of one owner never overlap. */
  write<T>(ownerId: Id | null, work: (connection: Connection) => Promise<T>): Promise<T>
}

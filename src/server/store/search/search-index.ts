import type { Expression, SqlBool } from 'kysely'
import type { Id } from '../../../core/kernel/ids.ts'
import type { Connection } from '../dialect.ts'

/** A row's words as they were filed, and as they are to be filed: absent where there was, or will be, no row. */
export interface Filing {
  id: Id
  before: string[] | undefined
  after: string[] | undefined
}

/** Full text search as both databases offer it: the words are ours, so that the answers are the same. */
export interface SearchIndex {
  /** The statements that create the index of a table. */
  create(table: string): string[]
  file(connection: Connection, ownerId: Id, table: string, filings: readonly Filing[]): Promise<void>
  /** A condition on a query of the table: the row has, for each of the words, one that begins with it. */
  matches(ownerId: Id, table: string, words: readonly string[]): Expression<SqlBool>
  /** All that is filed for an owner: each row's words, sorted. */
  filed(connection: Connection, ownerId: Id, table: string): Promise<Map<Id, string[]>>
  /** Removes all that is filed for an owner. */
  clear(connection: Connection, ownerId: Id, table: string): Promise<void>
}

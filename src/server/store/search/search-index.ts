import type { Expression, SqlBool } from 'kysely'
import type { Id } from '../../../core/kernel/ids.ts'
import type { Connection } from '../connection.ts'

/** A row's words as they were filed, and as they are to be filed: absent where there was, or will be, no row. */
interface Filing {
  id: Id
  before: string[] | undefined
  after: string[] | undefined
}

/** Full text search as both databases offer it: the words are ours, so that the answers are the same. */
export interface SearchIndex {
  /** The statements that create the index of a table. */
  create(table: string): string[]
  file(connection: Connection, ownerId: Id, table: string, filings: readonly Filing[]): Promise<void>
  /** A condition on a query of the table: the row answers the question that `ask` made. */
  matches(ownerId: Id, table: string, question: string): Expression<SqlBool>
  /** The question that is answered by rows that have, for each of the words, one that begins with it. */
  ask(ownerId: Id, words: readonly string[]): string
  /** All that is filed for an owner: each row's words, sorted. */
  filed(connection: Connection, ownerId: Id, table: string): Promise<Map<Id, string[]>>
  /** Removes all that is filed for an owner. */
  clear(connection: Connection, ownerId: Id, table: string): Promise<void>
}

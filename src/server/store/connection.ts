/** What both databases take and give for every kind of column. */
export type SqlValue = string | number | null

/** One connection, inside a transaction. Rows come as arrays, in the order of the columns asked for. */
export interface Connection {
  query(sql: string, values: readonly SqlValue[]): Promise<SqlValue[][]>
}

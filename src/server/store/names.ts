/** `nameKey` as both databases write it: `name_key`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** An SQL identifier. Names come from declarations, never from users. */
export const quoted = (name: string): string => `"${snakeCase(name)}"`

/** The table of a table's many-valued keys. */
export const keyTable = (table: string): string => `${table}_key`

/** The table, or virtual table, of a table's search index. */
export const searchTable = (table: string): string => `${table}_search`

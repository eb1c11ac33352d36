import { type AnyTable, type BaseRow, recordColumns } from '../../kernel/table.ts'
import { collectionName, networkVersion } from './collections.ts'

/**
 * A whole network as JSON: every row of every table of records, ids and all, one row to a line. Instants are ISO 8601
 * in UTC, what is absent is left out. `exportedAt` is epoch milliseconds.
 */
export function writeNetwork(
  network: readonly (readonly [AnyTable, readonly BaseRow[]])[],
  exportedAt: number,
): string {
  const head = { version: networkVersion, exportedAt: new Date(exportedAt).toISOString() }
  const collections = network.map(([table, rows]) => {
    const lines = rows.map((row) => JSON.stringify(written(table, row)))
    const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n]` : '[]'
    return `${JSON.stringify(collectionName(table))}: ${list}`
  })
  return `{\n${[`"acquaint": ${JSON.stringify(head)}`, ...collections].join(',\n')}\n}\n`
}

function written(table: AnyTable, row: BaseRow): Record<string, unknown> {
  const cells = row as unknown as Record<string, unknown>
  const result: Record<string, unknown> = {}
  for (const column of recordColumns(table)) {
    const value = cells[column]
    if (value === undefined || value === null) continue
    result[column] = table.columns[column] === 'instant' ? instantText(value as number) : value
  }
  return result
}

/** An instant as a text; beyond the years that a date can say it stays a number. */
const instantText = (value: number): string | number =>
  Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : value

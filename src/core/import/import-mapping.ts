import type { ColumnChoice } from '../formats/csv/columns.ts'
import { derivedId } from '../kernel/ids.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'

/** What the user said of the columns of a table, for the next file with the same header; its id follows from that. */
export interface ImportMapping extends BaseRow {
  choices: ColumnChoice[]
}

export const importMapping = table<ImportMapping>()({
  name: 'import_mapping',
  columns: { choices: 'json' },
  indexes: {},
})

const idOf = (signature: string): string => derivedId('import mapping', signature)

/** What the user has said of the columns of tables with this header. */
export async function rememberedChoices(tx: ReadTx): Promise<(signature: string) => readonly ColumnChoice[]> {
  const rows = await tx.find(importMapping, 'id', {})
  const byId = new Map(rows.map(({ id, choices }) => [id, choices]))
  return (signature) => byId.get(idOf(signature)) ?? []
}

/** Keeps what the user says of a table's columns; what was said before of others stays. */
export async function rememberChoices(
  tx: Tx,
  signature: string,
  said: readonly ColumnChoice[],
): Promise<void> {
  const id = idOf(signature)
  const before = (await tx.get(importMapping, id))?.choices ?? []
  const kept = before.filter(({ column }) => !said.some((one) => one.column === column))
  await tx.put(importMapping, { id, choices: [...kept, ...said] })
}

import { recordTables } from '../formats/json/collections.ts'
import { writeNetwork } from '../formats/json/write-network.ts'
import type { AnyTable, BaseRow } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'

/** The whole network as Acquaint JSON, which "import" takes back row for row. */
export async function exportNetwork(tx: ReadTx, tables: readonly AnyTable[]): Promise<string> {
  const network: [AnyTable, BaseRow[]][] = []
  for (const table of recordTables(tables)) network.push([table, await tx.find(table, 'id', {})])
  return writeNetwork(network, tx.now)
}

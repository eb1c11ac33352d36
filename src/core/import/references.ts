import { collectionName } from '../formats/json/collections.ts'
import type { NetworkProblem, ReadRow } from '../formats/json/read-network.ts'
import { shapes } from '../formats/json/shapes.ts'
import type { Id } from '../kernel/ids.ts'
import type { AnyTable, BaseRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { inSlices } from './slices.ts'

/** The rows of a file by table and id, on their way into the network. */
export type Incoming = ReadonlyMap<AnyTable, Map<Id, ReadRow>>

/** The same rows as the network has them before. */
export type Stored = ReadonlyMap<AnyTable, ReadonlyMap<Id, BaseRow>>

interface Reference {
  table: AnyTable
  target: AnyTable
  column: string
}

/**
 * Takes out of the incoming rows whatever is about a row that is neither in the file nor in the network, and whatever
 * is about those; where a row means something without the other, only the reference goes. Answers what went.
 */
export async function keepReferences(
  tx: Tx,
  tables: readonly AnyTable[],
  incoming: Incoming,
  stored: Stored,
): Promise<NetworkProblem[]> {
  const references = referencesOf(tables, incoming)
  const here = await idsInNetwork(tx, incoming, stored, references)
  const problems: NetworkProblem[] = []
  for (let again = true; again; ) {
    again = false
    for (const { table, target, column } of references) {
      const rows = incoming.get(table)!
      for (const [id, read] of rows) {
        const wanted = read.row[column] as Id | undefined
        if (wanted === undefined || incoming.get(target)!.has(wanted) || here.has(wanted)) continue
        const needed = shapes[table.name]?.needs(read.row).includes(column) ?? true
        if (needed) {
          rows.delete(id)
          again = true
        } else {
          const { [column]: _, ...rest } = read.row
          rows.set(id, { ...read, row: rest as typeof read.row })
        }
        problems.push({
          table: collectionName(table),
          index: read.index,
          field: column,
          reason: `names a ${target.name} that is neither in the file nor here; ${needed ? 'the row is left out' : 'the row is taken without it'}`,
          text: wanted,
        })
      }
    }
  }
  return problems
}

function referencesOf(tables: readonly AnyTable[], incoming: Incoming): Reference[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  return [...incoming.keys()].flatMap((table) =>
    Object.entries(table.references).flatMap(([column, name]) => {
      const target = byName.get(name)
      return target ? [{ table, target, column }] : []
    }),
  )
}

/** Of the ids that are referred to, those that the network has: a row of the file may yet be left out. */
async function idsInNetwork(
  tx: Tx,
  incoming: Incoming,
  stored: Stored,
  references: readonly Reference[],
): Promise<ReadonlySet<Id>> {
  const here = new Set<Id>([...stored.values()].flatMap((rows) => [...rows.keys()]))
  for (const [target, group] of Map.groupBy(references, (reference) => reference.target)) {
    const wanted = new Set<Id>()
    for (const { table, column } of group) {
      for (const { row } of incoming.get(table)!.values()) {
        const id = row[column] as Id | undefined
        if (id !== undefined && !incoming.get(target)!.has(id)) wanted.add(id)
      }
    }
    await inSlices(tx, 'looked up', [...wanted], async (id) => {
      for (const row of (await tx.find(target, 'id', { id })) as BaseRow[]) here.add(row.id)
    })
  }
  return here
}

import { command } from '../kernel/command.ts'
import type { Id } from '../kernel/ids.ts'
import type { AnyTable, BaseRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson } from './commands.ts'
import { person } from './person.ts'

/** The index of a table that finds rows by this column. */
export function indexOn(table: AnyTable, column: string): string {
  const found = Object.entries(table.indexes).find(([, columns]) => columns[0] === column)?.[0]
  if (!found) throw new Error(`${table.name} has no index on ${column}`)
  return found
}

/** Every column of the tables that holds a person's id, the person's own row aside. */
export function columnsWithPeople(tables: readonly AnyTable[]): [AnyTable, string][] {
  return tables.flatMap((table) =>
    Object.entries(table.references)
      .filter(([, target]) => target === 'person' && table.role === 'record')
      .map(([column]): [AnyTable, string] => [table, column]),
  )
}

/** Removes somebody with everything on record about them. Like any command it can be taken back. */
export const removePersonCommand = (tables: readonly AnyTable[]) =>
  command({
    name: 'people.remove',
    run: async (tx: Tx, { personId }: { personId: Id }) => {
      const row = await getPerson(tx, personId)
      for (const [table, column] of columnsWithPeople(tables)) {
        const rows: BaseRow[] = await tx.find(table, indexOn(table, column), { [column]: personId })
        for (const used of rows) {
          if (table === person) await tx.put(person, { ...used, referredById: undefined } as never)
          else await tx.remove(table, used.id)
        }
      }
      await tx.remove(person, personId)
      return row
    },
    summary: (_, removed) => `Removed ${removed.name}`,
  })

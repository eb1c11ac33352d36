import type { Id } from '../kernel/ids.ts'
import type { AnyTable } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { mergedPerson } from '../people/merge.ts'
import { type Person, person, withKeys } from '../people/person.ts'
import { personAlias } from '../people/person-alias.ts'
import { columnsWithPeople } from '../people/remove.ts'
import { twoPeople } from '../people/two-people.ts'
import type { Incoming } from './references.ts'
import { inSlices } from './slices.ts'

/**
 * A file from before two entries were merged has both: what it says of the one that is gone is said of the one that
 * stayed, whose word holds where both have one. So nobody comes back, and nothing that the file says is dropped.
 */
export async function followMerges(tx: Tx, tables: readonly AnyTable[], incoming: Incoming): Promise<void> {
  const people = incoming.get(person)
  if (!people || people.size === 0) return
  const current = new Map<Id, Id>()
  await inSlices(tx, 'looked up', [...people.keys()], async (id) => {
    for (const alias of await tx.find(personAlias, 'id', { id })) current.set(alias.id, alias.personId)
  })
  if (current.size === 0) return
  for (const [table, column] of columnsWithPeople(tables)) {
    const rows = incoming.get(table)
    for (const [id, read] of rows ?? []) {
      const known = current.get(read.row[column] as Id)
      if (known !== undefined) rows!.set(id, { ...read, row: { ...read.row, [column]: known } })
    }
  }
  const pairs = incoming.get(twoPeople)
  for (const [id, { row }] of pairs ?? []) if (row.personId === row.otherId) pairs!.delete(id)
  const gone = [...current].map(([id]) => people.get(id)!)
  for (const { row } of gone) people.delete(row.id)
  for (const personId of new Set(current.values())) {
    const stayed = await tx.get(person, personId)
    if (!stayed) continue
    const own = people.get(personId)
    const said = [...(own ? [own] : []), ...gone.filter(({ row }) => current.get(row.id) === personId)]
    const merged = said.reduce((whole, { row }) => mergedPerson(whole, row as unknown as Person, []), stayed)
    const { referredById, ...rest } = withKeys(merged)
    const row = referredById === personId ? rest : { ...rest, ...(referredById && { referredById }) }
    people.set(personId, { ...(own ?? said[0]!), row: row as never })
  }
}

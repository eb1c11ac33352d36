import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { AnyTable, BaseRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson } from './commands.ts'
import { type Person, person, withKeys } from './person.ts'
import { columnsWithPeople, indexOn } from './remove.ts'

/** Makes one person of two: the first stays, gets what it lacks of the second, and all that is on record about them. */
export const mergePeopleCommand = (tables: readonly AnyTable[]) =>
  command({
    name: 'people.merge',
    run: async (tx: Tx, { personId, otherId }: { personId: Id; otherId: Id }) => {
      if (personId === otherId) throw invalid('other', 'These are one and the same person already.')
      const kept = await getPerson(tx, personId)
      const other = await getPerson(tx, otherId)
      for (const [table, column] of columnsWithPeople(tables)) {
        const rows: BaseRow[] = await tx.find(table, indexOn(table, column), { [column]: otherId })
        for (const row of rows) await tx.put(table, { ...row, [column]: personId } as never)
      }
      const latest = await getPerson(tx, personId)
      const merged = withKeys(mergedPerson(latest, other))
      if (merged.referredById === personId || merged.referredById === otherId) merged.referredById = undefined
      await tx.put(person, merged)
      await tx.remove(person, otherId)
      return { ...merged, name: kept.name }
    },
    summary: (_, merged) => `Merged two entries of ${merged.name}`,
  })

/** What the two together say: the first's word holds where both have one, lists are joined, nothing is dropped. */
function mergedPerson(kept: Person, other: Person): Person {
  const filled = {
    ...other,
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
  }
  const joined = (a: string[], b: string[]) => [...new Set([...a, ...b])]
  return {
    ...(filled as Person),
    emails: joined(kept.emails, other.emails),
    phones: joined(kept.phones, other.phones),
    urls: joined(kept.urls, other.urls),
    fields: joined(kept.fields, other.fields),
    tags: joined(kept.tags, other.tags),
    importedFrom: joined(kept.importedFrom, other.importedFrom),
    unknown: joined(kept.unknown, other.unknown),
    notes:
      kept.notes && other.notes && kept.notes !== other.notes
        ? `${kept.notes}\n\n${other.notes}`
        : (kept.notes ?? other.notes),
    closeness: Math.max(kept.closeness, other.closeness),
    doNotContact: kept.doNotContact || other.doNotContact,
    createdAt: Math.min(kept.createdAt, other.createdAt),
  }
}

import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { AnyTable, BaseRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson } from './commands.ts'
import { joinedLabels, joinedParticulars } from './particulars.ts'
import { type Person, person, withKeys } from './person.ts'
import { personAlias } from './person-alias.ts'
import { columnsWithPeople, indexOn } from './remove.ts'
import { twoPeople } from './two-people.ts'

/** The facts of which only one holds, so that the user may choose whose. */
export const choosable = [
  ...['name', 'honorific', 'givenName', 'familyName', 'nickname', 'origin', 'source', 'referredById'],
  ...['organization', 'department', 'role', 'birthday', 'connectedOn', 'closeness'],
  ...['keepInTouch', 'cadenceDays', 'pausedUntil'],
] as const satisfies readonly (keyof Person)[]

export interface Merge {
  /** The entry that stays. */
  personId: Id
  /** The entry that goes. */
  otherId: Id
  /** The facts of which the other's word holds, where it has one. */
  fromOther?: readonly (keyof Person)[]
}

/**
 * Makes one person of two: the first stays, gets what it lacks of the second, and all that is on record about them. The
 * second's id goes on meaning that person.
 */
export const mergePeopleCommand = (tables: readonly AnyTable[]) =>
  command({
    name: 'people.merge',
    run: async (tx: Tx, { personId, otherId, fromOther = [] }: Merge) => {
      if (personId === otherId) throw invalid('other', 'These are one and the same person already.')
      await getPerson(tx, personId)
      const other = await getPerson(tx, otherId)
      for (const [table, column] of columnsWithPeople(tables)) {
        const rows: BaseRow[] = await tx.find(table, indexOn(table, column), { [column]: otherId })
        for (const row of rows) await tx.put(table, { ...row, [column]: personId } as never)
      }
      for (const pair of await tx.find(twoPeople, 'byPerson', { personId })) {
        if (pair.otherId === personId) await tx.remove(twoPeople, pair.id)
      }
      const latest = await getPerson(tx, personId)
      const merged = withKeys(mergedPerson(latest, other, fromOther))
      if (merged.referredById === personId || merged.referredById === otherId) merged.referredById = undefined
      await tx.put(person, merged)
      await tx.remove(person, otherId)
      await tx.put(personAlias, { id: otherId, personId })
      return merged
    },
    summary: (_, merged) => `Merged two entries of ${merged.name}`,
  })

/**
 * What the two together say: one word holds where both have one, lists are joined, and texts of which only one can hold
 * are noted below, so that nothing is dropped.
 */
export function mergedPerson(kept: Person, other: Person, fromOther: readonly (keyof Person)[]): Person {
  const first = { ...other, ...given(kept) }
  const filled: Person = { ...first, ...given(picked(other, fromOther)) }
  const joined = (a: string[], b: string[]) => [...new Set([...a, ...b])]
  const merged: Person = {
    ...filled,
    id: kept.id,
    emails: joined(kept.emails, other.emails),
    phones: joined(kept.phones, other.phones),
    urls: joined(kept.urls, other.urls),
    fields: joined(kept.fields, other.fields),
    tags: joined(kept.tags, other.tags),
    importedFrom: joined(kept.importedFrom, other.importedFrom),
    unknown: joined(kept.unknown, other.unknown),
    ...given({
      phoneKeys: kept.phoneKeys && other.phoneKeys && joined(kept.phoneKeys, other.phoneKeys),
      labels: joinedLabels(kept.labels, other.labels),
      addresses: joinedParticulars(kept.addresses, other.addresses),
      customFields: joinedParticulars(kept.customFields, other.customFields),
    }),
    closeness: fromOther.includes('closeness') ? other.closeness : Math.max(kept.closeness, other.closeness),
    doNotContact: kept.doNotContact || other.doNotContact,
    createdAt: Math.min(kept.createdAt, other.createdAt),
  }
  const notes = joinedNotes(kept.notes, other.notes)
  const also = spare(merged, [kept, other], notes ?? '')
  const all = [notes, also].filter(Boolean).join('\n\n')
  return all ? { ...merged, notes: all } : merged
}

const given = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row

const picked = (row: Person, columns: readonly (keyof Person)[]): Partial<Person> =>
  Object.fromEntries(columns.map((column) => [column, row[column]]))

function joinedNotes(mine: string | undefined, theirs: string | undefined): string | undefined {
  if (!mine || !theirs) return mine ?? theirs
  return mine.includes(theirs) ? mine : `${mine}\n\n${theirs}`
}

/** Facts of which a person has one, and how a note calls another. */
const noted: Partial<Record<keyof Person, string>> = {
  ...{ name: 'name', honorific: 'title', nickname: 'nickname', source: 'source' },
  ...{ organization: 'organisation', department: 'department', role: 'role', birthday: 'birthday' },
}

/** A line with what either said and no longer stands anywhere: "Also: name N. Haddad; role Head nurse". */
function spare(merged: Person, two: readonly Person[], notes: string): string | undefined {
  const lost = Object.entries(noted).flatMap(([column, word]) =>
    two.flatMap((row) => {
      const value = row[column as keyof Person]
      const stands = value === undefined || value === merged[column as keyof Person]
      return stands || notes.includes(`${word} ${value}`) ? [] : [`${word} ${value}`]
    }),
  )
  return lost.length > 0 ? `Also: ${lost.join('; ')}` : undefined
}

import { event, withEventKey } from '../events/event.ts'
import { type Field, field, fieldNameKey } from '../fields/field.ts'
import { collectionName, recordTables } from '../formats/json/collections.ts'
import type { NetworkFile, NetworkProblem, ReadRow } from '../formats/json/read-network.ts'
import type { Id } from '../kernel/ids.ts'
import { type AnyTable, type BaseRow, sameRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { policyChoice } from '../method/policy.ts'
import { opening, withOpeningKeys } from '../openings/opening.ts'
import { type Organization, organization, organizationKey } from '../organizations/organization.ts'
import { phoneKeysOf, readerOf } from '../people/home-country.ts'
import { identityKeys, type Person, person, withKeys } from '../people/person.ts'
import { profile } from '../profile/profile.ts'
import { followMerges } from './follow-merges.ts'
import { changedFacts, show } from './preview.ts'
import { type Incoming, keepReferences, type Stored } from './references.ts'
import { type Duplicate, nothingYet, type Preview, type Tally } from './result.ts'
import { inSlices } from './slices.ts'

/** Of these there is one for each owner, and its id is the owner's. */
const oneForEachOwner: ReadonlySet<AnyTable> = new Set<AnyTable>([profile, policyChoice])

/**
 * Takes a whole network in, row by row under the ids that they have: an exported network comes back as it was. Rows
 * that point to what is nowhere are left out and told.
 */
export async function importNetwork(
  tx: Tx,
  tables: readonly AnyTable[],
  file: NetworkFile,
  preview: Preview,
): Promise<{ people: Tally; records: Tally; duplicates: Duplicate[]; problems: NetworkProblem[] }> {
  const { incoming, problems } = rowsById(file, tables, tx.ownerId)
  await followMerges(tx, tables, incoming)
  const stored = await loadStored(tx, incoming)
  await readNumbers(tx, incoming)
  problems.push(...(await keepReferences(tx, tables, incoming, stored)))
  const duplicates = await alreadyHere(tx, incoming, stored)
  const people = nothingYet()
  const records = nothingYet()
  for (const [table, rows] of incoming) {
    const tally = table === person ? people : records
    await inSlices(tx, collectionName(table), [...rows.values()], async (part) => {
      for (const { row } of part) {
        const before = stored.get(table)?.get(row.id)
        if (table === person) {
          const one = row as unknown as Person
          show(preview, before && changedFacts(before as Person, one), one)
        }
        if (before && sameRow(table, before, row as unknown as BaseRow)) tally.unchanged += 1
        else {
          tally[before ? 'updated' : 'added'] += 1
          await tx.put(table, row)
        }
      }
    })
  }
  return { people, records, duplicates, problems }
}

function rowsById(
  file: NetworkFile,
  tables: readonly AnyTable[],
  ownerId: Id,
): { incoming: Incoming; problems: NetworkProblem[] } {
  const problems = [...file.problems]
  const incoming = new Map<AnyTable, Map<Id, ReadRow>>()
  for (const table of recordTables(tables)) {
    const byId = new Map<Id, ReadRow>()
    for (const read of file.rows.get(table) ?? []) {
      const row = ownRow(table, read.row, ownerId)
      if (!byId.has(row.id)) byId.set(row.id, { ...read, row })
      else {
        const reason = 'is one too many: there is one for each network, and the first is taken'
        problems.push({ table: collectionName(table), index: read.index, reason, text: '' })
      }
    }
    incoming.set(table, byId)
  }
  return { incoming, problems }
}

/** The columns of a table that follow from others, whatever the file says of them. */
const withDerived: ReadonlyMap<AnyTable, (row: never) => unknown> = new Map<
  AnyTable,
  (row: never) => unknown
>([
  [person, withKeys],
  [field, (row: Field) => ({ ...row, nameKey: fieldNameKey(row.name) })],
  [organization, (row: Organization) => ({ ...row, nameKey: organizationKey(row.name) })],
  [event, withEventKey],
  [opening, withOpeningKeys],
])

/** The row as this network keeps it. */
function ownRow(table: AnyTable, row: ReadRow['row'], ownerId: Id): ReadRow['row'] {
  if (oneForEachOwner.has(table)) return { ...row, id: ownerId }
  return (withDerived.get(table)?.(row as never) as ReadRow['row'] | undefined) ?? row
}

/** A file that another program wrote has the numbers, but not in their normal form. */
async function readNumbers(tx: Tx, incoming: Incoming): Promise<void> {
  const people = incoming.get(person) ?? new Map<Id, ReadRow>()
  const without = [...people].filter(([, { row }]) => row.phoneKeys === undefined)
  const phones = without.flatMap(([, { row }]) => (row as unknown as Person).phones)
  const read = await readerOf(tx, phones)
  for (const [id, one] of without) {
    const phoneKeys = phoneKeysOf((one.row as unknown as Person).phones, read)
    if (phoneKeys) people.set(id, { ...one, row: { ...one.row, phoneKeys } })
  }
}

async function loadStored(tx: Tx, incoming: Incoming): Promise<Stored> {
  const stored = new Map<AnyTable, Map<Id, BaseRow>>()
  for (const [table, rows] of incoming) {
    const found = new Map<Id, BaseRow>()
    await inSlices(tx, 'looked up', [...rows.keys()], async (id) => {
      for (const row of (await tx.find(table, 'id', { id })) as BaseRow[]) found.set(row.id, row)
    })
    stored.set(table, found)
  }
  return stored
}

/** New people with an address of somebody else here: they are taken, because the file's rows refer to them, and told. */
async function alreadyHere(tx: Tx, incoming: Incoming, stored: Stored): Promise<Duplicate[]> {
  const known = stored.get(person)
  const added = [...(incoming.get(person)?.values() ?? [])]
    .map(({ row }) => row as unknown as Person)
    .filter(({ id }) => !known?.has(id))
  const keys = [...new Set(added.flatMap(identityKeys))]
  const holders = new Map<string, Person>()
  await inSlices(tx, 'compared', keys, async (key) => {
    for (const row of await tx.find(person, 'keys', { key })) {
      for (const held of identityKeys(row)) holders.set(held, row)
    }
  })
  return added.flatMap((row) => {
    const key = identityKeys(row).find((one) => holders.has(one))
    if (key === undefined) return []
    const { id, name } = holders.get(key)!
    return [
      {
        ...{ name: row.name, existingId: id, existingName: name },
        ...{ confidence: 'likely' as const, what: 'new' as const },
        reason: `same ${kindOf(key)} as ${name}: added as another person`,
      },
    ]
  })
}

function kindOf(key: string): string {
  if (key.startsWith('email:')) return 'e-mail address'
  if (key.startsWith('phone:')) return 'telephone number'
  return key.startsWith('linkedin:') ? 'LinkedIn profile' : 'imported row'
}

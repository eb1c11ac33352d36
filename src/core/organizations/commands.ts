import { command } from '../kernel/command.ts'
import { DomainError } from '../kernel/errors.ts'
import type { AnyTable, BaseRow, Fresh } from '../kernel/table.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { person } from '../people/person.ts'
import { type Organization, organization, organizationKey } from './organization.ts'

export interface OrganizationEdit {
  /** Its name, or its id where it has a row. */
  organization: string
  name?: string
  target?: boolean
  why?: string
  notes?: string
}

/** Says something of an organisation, which gives it a row; a new name goes to whatever names it. */
export const editOrganizationCommand = (tables: readonly AnyTable[]) =>
  command({
    name: 'organizations.edit',
    run: async (tx: Tx, { organization: which, name, ...facts }: OrganizationEdit) => {
      const row = (await findOrganization(tx, which)) ?? (await newOrganization(tx, which))
      const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
      const edited: Fresh<Organization> = { ...row, ...said }
      if (name !== undefined && name !== row.name) {
        edited.name = name
        edited.nameKey = organizationKey(name)
        const taken = edited.nameKey === row.nameKey ? undefined : await findOrganization(tx, name)
        if (taken)
          throw new DomainError('CONFLICT', `There is something on record about ${taken.name} already.`)
        await rename(tx, tables, row.nameKey, edited)
      }
      await tx.put(organization, edited)
      return edited
    },
    summary: (_, edited) => `Changed the organisation ${edited.name}`,
  })

/** What is on record about an organisation, by its name or id. */
export async function findOrganization(tx: ReadTx, which: string): Promise<Organization | undefined> {
  const [byName] = await tx.find(organization, 'byName', { nameKey: organizationKey(which) })
  if (byName) return byName
  const [byId] = await tx.find(organization, 'id', { id: [which.toLowerCase()] })
  return byId
}

/** A row for an organisation that had none, spelled as the people there spell it. */
export async function newOrganization(tx: Tx, which: string): Promise<Fresh<Organization>> {
  const nameKey = organizationKey(which)
  const [there] = await tx.find(person, 'byOrganization', { organizationKey: nameKey }, { limit: 1 })
  const name = there?.organization ?? which
  return { id: tx.newId(), name, nameKey, target: false, createdAt: tx.now }
}

/** Every table that names an organisation keeps its text and its key side by side, with an index on the key. */
async function rename(
  tx: Tx,
  tables: readonly AnyTable[],
  from: string,
  { name, nameKey }: Fresh<Organization>,
): Promise<void> {
  for (const table of tables) {
    const index = Object.entries(table.indexes).find(([, columns]) => columns[0] === 'organizationKey')?.[0]
    if (!index || table.role !== 'record') continue
    const rows: BaseRow[] = await tx.find(table, index, { organizationKey: from })
    for (const row of rows)
      await tx.put(table, { ...row, organization: name, organizationKey: nameKey } as never)
  }
}

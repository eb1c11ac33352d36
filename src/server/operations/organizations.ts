import { z } from 'zod'
import type { Fresh } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { editOrganizationCommand } from '../../core/organizations/commands.ts'
import { type Organization, organization } from '../../core/organizations/organization.ts'
import { person } from '../../core/people/person.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { line, text } from './schemas.ts'

const organizationOut = z.object({
  id: z.string(),
  name: z.string(),
  target: z.boolean().describe('You would like to work or learn there'),
  why: z.string().nullable(),
  notes: z.string().nullable(),
  people: z.int().describe('How many of your people are there'),
})

async function present(tx: ReadTx, row: Fresh<Organization>): Promise<z.output<typeof organizationOut>> {
  const people = await tx.find(person, 'byOrganization', { organizationKey: row.nameKey })
  const { id, name, target, why, notes } = row
  return { id, name, target, why: why ?? null, notes: notes ?? null, people: people.length }
}

export const organizationsOperations = [
  queryOperation({
    name: 'organizations.list',
    summary: 'List the organisations about which you noted something',
    input: z.strictObject({ target: z.boolean().optional().describe('Only your targets, or none of them') }),
    output: z.array(organizationOut),
    errors: [],
    rights: 'read',
    rest: 'GET /organizations',
    commandLine: {
      words: ['organizations', 'list'],
      examples: ['organizations list --target'],
    },
    run: async (tx, { target }) => {
      const rows = await tx.find(organization, 'byName', {})
      const wanted = rows.filter((row) => target === undefined || row.target === target)
      return Promise.all(wanted.map((row) => present(tx, row)))
    },
  }),
  commandOperation({
    command: editOrganizationCommand(tables),
    summary: 'Say something of an organisation: a target or not, and why; or rename it everywhere',
    input: z.strictObject({
      organization: line('The organisation: its name'),
      name: line('Its new name').optional(),
      target: z.boolean().optional().describe('You would like to work or learn there'),
      why: line('Why').optional(),
      notes: text('Notes').optional(),
    }),
    output: organizationOut,
    errors: ['CONFLICT'],
    rights: 'write',
    rest: 'PATCH /organizations/{organization}',
    commandLine: {
      words: ['organizations', 'edit'],
      positional: ['organization'],
      examples: ['organizations edit "Lakeside Health" --target --why "They train on every ward"'],
    },
    toInput: (input) => input,
    present,
  }),
]

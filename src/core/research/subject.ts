import { event } from '../events/event.ts'
import { putField } from '../fields/commands.ts'
import { field, fieldNameKey } from '../fields/field.ts'
import { DomainError } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { findOrganization, newOrganization } from '../organizations/commands.ts'
import { organization, organizationKey } from '../organizations/organization.ts'
import { fieldKey, person } from '../people/person.ts'

const subjectTypes = ['person', 'organization', 'field', 'event'] as const
export type SubjectType = (typeof subjectTypes)[number]

/** What a note is about: a row, or a name that people carry and that has no row of its own yet. */
export interface Subject {
  type: SubjectType
  id?: Id
  name: string
}

/** The column of a note that holds the subject's id. */
export const subjectColumns = {
  person: 'personId',
  organization: 'organizationId',
  field: 'fieldId',
  event: 'eventId',
} as const

/**
 * Finds what "--about" means: a person, organisation, field or event by id or name, or by "field:Nursing" where a name is not enough.
 * Throws AMBIGUOUS with the candidates, or NOT_FOUND.
 */
export async function findSubject(tx: ReadTx, about: string): Promise<Subject> {
  const found = await candidates(tx, about)
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const which = found.map(
      ({ type, id, name }) => `${type}:${type === 'person' || type === 'event' ? id : name}`,
    )
    throw new DomainError(
      'AMBIGUOUS',
      `"${about}" could be any of these: ${which.join(', ')}. Write one of them.`,
      {
        field: 'about',
        candidates: found,
      },
    )
  }
  throw new DomainError(
    'NOT_FOUND',
    `Nobody and nothing here is called "${about}". For something new, write "field:${about}" or "organization:${about}".`,
    { field: 'about' },
  )
}

/** The same, with a row to point to: an organisation or field that has none is given one. */
export async function subjectWithRow(tx: Tx, about: string): Promise<Required<Subject>> {
  const { type, id, name } = await findSubject(tx, about)
  if (id !== undefined) return { type, id, name }
  if (type === 'field') return { type, name, id: (await putField(tx, { name })).id }
  const row = await newOrganization(tx, name)
  await tx.put(organization, row)
  return { type, name, id: row.id }
}

async function candidates(tx: ReadTx, about: string): Promise<Subject[]> {
  const colon = about.indexOf(':')
  const type = subjectTypes.find((one) => one === about.slice(0, Math.max(0, colon)).toLowerCase())
  if (!type) return (await Promise.all(subjectTypes.map((one) => search[one](tx, about)))).flat()
  const name = about.slice(colon + 1).trim()
  const found = await search[type](tx, name)
  const hasRow = type === 'person' || type === 'event'
  return found.length > 0 || hasRow || !name ? found : [{ type, name }]
}

const search: Record<SubjectType, (tx: ReadTx, name: string) => Promise<Subject[]>> = {
  person: async (tx, name) => {
    const rows = [
      ...(await tx.find(person, 'byName', { nameKey: fold(name) || name.toLowerCase() }, { limit: 10 })),
      ...(await tx.find(person, 'id', { id: [name.toLowerCase()] })),
    ]
    return rows.map((row) => ({ type: 'person', id: row.id, name: row.name }))
  },
  organization: async (tx, name) => {
    const row = await findOrganization(tx, name)
    if (row) return [{ type: 'organization', id: row.id, name: row.name }]
    const key = organizationKey(name)
    const [there] = await tx.find(person, 'byOrganization', { organizationKey: key }, { limit: 1 })
    return there?.organization ? [{ type: 'organization', name: there.organization }] : []
  },
  event: async (tx, name) => {
    const rows = [
      ...(await tx.find(event, 'byName', { nameKey: fold(name) || name.toLowerCase() }, { limit: 10 })),
      ...(await tx.find(event, 'id', { id: [name.toLowerCase()] })),
    ]
    return rows.map((row) => ({ type: 'event', id: row.id, name: row.name }))
  },
  field: async (tx, name) => {
    const [row] = [
      ...(await tx.find(field, 'byName', { nameKey: fieldNameKey(name) })),
      ...(await tx.find(field, 'id', { id: [name.toLowerCase()] })),
    ]
    if (row) return [{ type: 'field', id: row.id, name: row.name }]
    const [there] = await tx.find(person, 'keys', { key: fieldKey(name) }, { limit: 1 })
    const spelled = there?.fields.find((one) => fieldKey(one) === fieldKey(name))
    return spelled ? [{ type: 'field', name: spelled }] : []
  },
}

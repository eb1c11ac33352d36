import { field, fieldNameKey } from '../fields/field.ts'
import { fold } from '../kernel/fold.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { organization } from '../organizations/organization.ts'
import type { Person } from '../people/person.ts'
import { type ResearchNote, researchNote } from './research-note.ts'
import type { SubjectType } from './subject.ts'

/** A note with what it is about, for somebody who prepares (P1). */
export interface PreparedNote {
  about: SubjectType
  name: string
  note: ResearchNote
}

/** What nothing is noted about yet: their organisation and each of their fields, then themselves (P1). */
export function stillToLookUp(
  whom: Pick<Person, 'name' | 'organization' | 'fields'>,
  notes: readonly Pick<PreparedNote, 'about' | 'name'>[],
): string[] {
  const has = (about: SubjectType, name: string) =>
    notes.some((one) => one.about === about && fold(one.name) === fold(name))
  return [
    ...(whom.organization && !notes.some(({ about }) => about === 'organization') ? [whom.organization] : []),
    ...whom.fields.filter((name) => !has('field', name)),
    ...(notes.some(({ about }) => about === 'person') ? [] : [whom.name]),
  ]
}

/** What is known before talking with somebody: on themselves, their organisation, their fields, each newest first (P1). */
export async function researchFor(tx: ReadTx, whom: Person): Promise<PreparedNote[]> {
  const own = await tx.find(researchNote, 'byPerson', { personId: whom.id })
  const places = whom.organizationKey
    ? await tx.find(organization, 'byName', { nameKey: whom.organizationKey })
    : []
  const fields = await tx.find(field, 'byName', { nameKey: whom.fields.map(fieldNameKey) })
  const ofPlaces = await tx.find(researchNote, 'byOrganization', {
    organizationId: places.map(({ id }) => id),
  })
  const ofFields = await tx.find(researchNote, 'byField', { fieldId: fields.map(({ id }) => id) })
  const names = new Map([...places, ...fields].map(({ id, name }) => [id, name]))
  const labelled = (about: SubjectType, notes: ResearchNote[], nameOf: (note: ResearchNote) => string) =>
    notes.toReversed().map((note) => ({ about, name: nameOf(note), note }))
  return [
    ...labelled('person', own, () => whom.name),
    ...labelled(
      'organization',
      ofPlaces,
      (note) => names.get('organizationId' in note ? note.organizationId : '') ?? '',
    ),
    ...labelled(
      'field',
      ofFields.filter((note) => !own.some(({ id }) => id === note.id)),
      (note) => names.get(('fieldId' in note && note.fieldId) || '') ?? '',
    ),
  ]
}

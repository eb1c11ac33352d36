import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { dayOf } from '../method/clock.ts'
import { fieldKey, person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { type Field, field, fieldNameKey } from './field.ts'

export interface NewField {
  name: string
  since?: string
  exploring?: boolean
  notes?: string
}

/** A field that the user explores from now on (W1, W6). */
export const addField = command({
  name: 'fields.add',
  run: async (tx, facts: NewField) => {
    await mustBeFree(tx, facts.name)
    return putField(tx, facts)
  },
  summary: (_, added) => `Explores ${added.name}`,
})

/** A field with the method's defaults for what was not said. */
export async function putField(tx: Tx, { since, ...facts }: NewField): Promise<Fresh<Field>> {
  const row = {
    exploring: true,
    ...facts,
    id: tx.newId(),
    nameKey: fieldNameKey(facts.name),
    since: since ?? dayOf(tx.now, await userTimeZone(tx)),
  }
  await tx.put(field, row)
  return row
}

export type FieldEdit = Partial<NewField> & { fieldId: Id }

/** Changes what is said of a field; a new name goes to everybody who works in it. */
export const editField = command({
  name: 'fields.edit',
  run: async (tx, { fieldId, ...facts }: FieldEdit) => {
    const row = await tx.get(field, fieldId)
    if (!row) throw notFound('field', fieldId)
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const edited: Fresh<Field> = { ...row, ...said }
    if (edited.name !== row.name) {
      edited.nameKey = fieldNameKey(edited.name)
      if (edited.nameKey !== row.nameKey) await mustBeFree(tx, edited.name)
      await renameOnPeople(tx, row.name, edited.name)
    }
    await tx.put(field, edited)
    return edited
  },
  summary: (_, edited) => `Changed the field ${edited.name}`,
})

async function renameOnPeople(tx: Tx, from: string, to: string): Promise<void> {
  const [old, wanted] = [fieldKey(from), fieldKey(to)]
  for (const row of await tx.find(person, 'keys', { key: old })) {
    const kept = row.fields.filter((name) => old === wanted || fieldKey(name) !== wanted)
    await tx.put(person, { ...row, fields: kept.map((name) => (fieldKey(name) === old ? to : name)) })
  }
}

async function mustBeFree(tx: Tx, name: string): Promise<void> {
  const [there] = await tx.find(field, 'byName', { nameKey: fieldNameKey(name) })
  if (!there) return
  throw new DomainError(
    'CONFLICT',
    `The field ${there.name} is on record already. Use "fields edit" to change what is said of it.`,
    { fieldId: there.id },
  )
}

import { conversation } from '../conversations/conversation.ts'
import { notFound } from '../kernel/errors.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { dayOf } from '../method/clock.ts'
import { fieldKey, person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'
import { researchNote } from '../research/research-note.ts'
import { findSubject } from '../research/subject.ts'
import { type ComparedField, compareFields } from './compare.ts'
import { field } from './field.ts'

/** The fields named, or all that are explored, side by side. Throws NOT_FOUND for a name that nobody has. */
export async function readComparison(tx: ReadTx, names: readonly string[] = []): Promise<ComparedField[]> {
  const fields =
    names.length > 0 ? await fieldsNamed(tx, names) : await tx.find(field, 'byExploring', { exploring: true })
  const counts = new Map<string, number>()
  for (const { name } of fields)
    counts.set(name, (await tx.find(person, 'keys', { key: fieldKey(name) })).length)
  const conversations = await tx.find(conversation, 'byStart', {})
  const notes = await tx.find(researchNote, 'byTime', {})
  const told = [
    ...conversations.map(({ personId }) => personId),
    ...notes.flatMap((note) => ('personId' in note && note.personId) || []),
  ]
  const timeZone = await userTimeZone(tx)
  return compareFields({
    fields,
    conversations,
    notes,
    people: await tx.find(person, 'id', { id: [...new Set(told)] }),
    peopleInField: (name) => counts.get(name) ?? 0,
    dayOf: (instant) => dayOf(instant, timeZone),
  })
}

async function fieldsNamed(tx: ReadTx, names: readonly string[]) {
  const found = []
  for (const name of names) {
    const subject = await findSubject(tx, `field:${name}`)
    const row = subject.id === undefined ? undefined : await tx.get(field, subject.id)
    if (row) found.push(row)
    else {
      const [there] = await tx.find(person, 'keys', { key: fieldKey(name) }, { limit: 1 })
      if (!there) throw notFound('field', name)
      found.push({ name: there.fields.find((one) => fieldKey(one) === fieldKey(name)) ?? name })
    }
  }
  return found
}

import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import { sameRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { checkReferrer, chosenSince, editedPerson, type ListChanges, type PersonFacts } from './commands.ts'
import { fieldKey, type Origin, type Person, person } from './person.ts'

/** Whom a change is about: those named, and those who answer all of the conditions. */
export interface Chosen {
  people?: readonly Id[]
  withTag?: string
  inField?: string
  atOrganization?: string
  ofOrigin?: Origin
}

/** What several people can have in common. */
export type ManyFacts = Omit<
  PersonFacts,
  'name' | 'givenName' | 'familyName' | 'nickname' | 'emails' | 'phones' | 'urls' | 'labels' | 'birthday'
> &
  ListChanges

export interface ManyEdit {
  chosen: Chosen
  facts: ManyFacts
  clear?: string[]
}

/** Changes several people in one command, which one undo takes back. Answers those whom it changed. */
export const editMany = command({
  name: 'people.editMany',
  run: async (tx: Tx, { chosen, facts, clear = [] }: ManyEdit) => {
    await checkReferrer(tx, facts.referredById)
    const found = await find(tx, chosen)
    if (found.some(({ id }) => id === facts.referredById))
      throw invalid('referredBy', 'Nobody can be their own referrer: leave them out of the people to change.')
    const changed: Person[] = []
    for (const row of found) {
      const edited = editedPerson(row, facts, clear, facts.chosen ? await chosenSince(tx, row) : tx.now)
      if (sameRow(person, edited, row)) continue
      await tx.put(person, edited)
      changed.push(edited)
    }
    return { found: found.length, changed }
  },
  summary: (_, { changed }) =>
    `Changed ${changed.length === 1 ? changed[0]!.name : `${changed.length} people`}`,
})

async function find(tx: Tx, chosen: Chosen): Promise<Person[]> {
  const { people, ...conditions } = chosen
  if (!people?.length && Object.values(conditions).every((one) => one === undefined))
    throw invalid(
      'people',
      'Say whom to change: by name or id, or by --with-tag, --in-field, --at-organization or --of-origin.',
    )
  const candidates = people?.length
    ? await tx.find(person, 'id', { id: people })
    : await answering(tx, conditions)
  return candidates.filter((row) => answers(row, conditions))
}

/** Everybody who may answer, by the narrowest of the conditions that has an index. */
function answering(tx: Tx, { withTag, inField, atOrganization }: Chosen): Promise<Person[]> {
  if (withTag !== undefined) return tx.find(person, 'keys', { key: `tag:${fold(withTag)}` })
  if (inField !== undefined) return tx.find(person, 'keys', { key: fieldKey(inField) })
  if (atOrganization !== undefined)
    return tx.find(person, 'byOrganization', { organizationKey: fold(atOrganization) })
  return tx.find(person, 'byName', {})
}

function answers(row: Person, { withTag, inField, atOrganization, ofOrigin }: Chosen): boolean {
  const has = (list: readonly string[], wanted: string) => list.some((one) => fold(one) === fold(wanted))
  return (
    (withTag === undefined || has(row.tags, withTag)) &&
    (inField === undefined || has(row.fields, inField)) &&
    (atOrganization === undefined || row.organizationKey === fold(atOrganization)) &&
    (ofOrigin === undefined || row.origin === ofOrigin)
  )
}

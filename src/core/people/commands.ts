import { approach } from '../approaches/approach.ts'
import { conversation } from '../conversations/conversation.ts'
import { command } from '../kernel/command.ts'
import { DomainError, invalid, notFound } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import { keepBoth } from '../kernel/keep-both.ts'
import type { Tx } from '../kernel/tx.ts'
import { withPhoneKeys } from './home-country.ts'
import type { CustomField, Labels, PostalAddress } from './particulars.ts'
import { type Origin, type Person, person, withKeys } from './person.ts'

/** What a user can say of a person. */
export interface PersonFacts {
  name?: string
  honorific?: string
  givenName?: string
  familyName?: string
  nickname?: string
  origin?: Origin
  source?: string
  referredById?: Id
  organization?: string
  department?: string
  role?: string
  emails?: string[]
  phones?: string[]
  urls?: string[]
  labels?: Labels
  addresses?: PostalAddress[]
  customFields?: CustomField[]
  closeness?: number
  fields?: string[]
  tags?: string[]
  notes?: string
  birthday?: string
  keepInTouch?: 'yes' | 'no'
  cadenceDays?: number
  pausedUntil?: string
  doNotContact?: boolean
  timeZone?: string
  /** Whether the user wants to meet them. */
  chosen?: boolean
}

/** Changes to lists that leave the rest of the list as it is. */
export interface ListChanges {
  addTags?: readonly string[]
  removeTags?: readonly string[]
  addFields?: readonly string[]
  removeFields?: readonly string[]
  /** By their names; an empty value takes the field off. */
  setFields?: readonly CustomField[]
}

export type NewPerson = PersonFacts & { name: string; origin: Origin }

/** A whole person of what was said, with the method's defaults for the rest. */
export function personOf(facts: NewPerson, id: Id, now: number): Omit<Person, 'revision' | 'updatedAt'> {
  const { chosen, ...said } = facts
  return withKeys({
    emails: [],
    phones: [],
    urls: [],
    fields: [],
    tags: [],
    closeness: 2,
    doNotContact: false,
    importedFrom: [],
    unknown: [],
    ...said,
    id,
    chosenAt: chosen ? now : undefined,
    createdAt: now,
  })
}

/** Captures somebody (N1, N6). */
export const addPerson = command({
  name: 'people.add',
  run: async (tx, facts: NewPerson) => {
    await checkReferrer(tx, facts.referredById)
    const added = await withPhoneKeys(tx, personOf(facts, tx.newId(), tx.now))
    await tx.put(person, added)
    return added
  },
  summary: (_, added) => `Added ${added.name}`,
})

export type PersonEdit = PersonFacts &
  ListChanges & {
    personId: Id
    clear?: string[]
    /** The notes that the change was made of: what another device wrote since is kept as well. */
    notesBefore?: string
  }

/** The facts that may be taken off a person altogether. */
export const clearable = [
  'honorific',
  'givenName',
  'familyName',
  'nickname',
  'source',
  'referredById',
  'organization',
  'department',
  'role',
  'labels',
  'addresses',
  'customFields',
  'notes',
  'birthday',
  'keepInTouch',
  'cadenceDays',
  'pausedUntil',
  'timeZone',
] as const

/** Changes what is said of a person; lists are replaced as a whole, unless something is added to them or taken off. */
export const editPerson = command({
  name: 'people.edit',
  run: async (tx, { personId, clear = [], ...changes }: PersonEdit) => {
    const row = await getPerson(tx, personId)
    await checkReferrer(tx, changes.referredById)
    if (changes.referredById === personId)
      throw invalid('referredBy', `${row.name} cannot be their own referrer.`)
    const { notes, notesBefore = row.notes ?? '', ...rest } = changes
    const kept = notes === undefined ? {} : { notes: keepBoth(notesBefore, notes, row.notes ?? '') }
    const keyed = editedPerson(
      row,
      { ...rest, ...kept },
      clear,
      changes.chosen ? await chosenSince(tx, row) : tx.now,
    )
    const edited = changes.phones ? await withPhoneKeys(tx, keyed) : keyed
    await tx.put(person, edited)
    return edited
  },
  summary: (_, edited) => `Changed ${edited.name}`,
})

/** Choosing somebody twice is once; choosing them again after a request or a talk begins anew (O3). */
export async function chosenSince(tx: Tx, { id, chosenAt }: Person): Promise<number> {
  if (chosenAt === undefined) return tx.now
  const begun = [
    ...(await tx.find(approach, 'byPerson', { personId: id })),
    ...(await tx.find(conversation, 'byPerson', { personId: id })),
  ]
  return begun.some(({ createdAt }) => createdAt >= chosenAt) ? tx.now : chosenAt
}

/** The person with these facts, and without what was cleared; chosen, where they are, since then. */
export function editedPerson(
  row: Person,
  changes: PersonFacts & ListChanges,
  clear: readonly string[],
  since: number,
): Person {
  const { chosen, addTags, removeTags, addFields, removeFields, setFields, ...facts } = changes
  const cleared = Object.fromEntries(clear.map((name) => [name, undefined]))
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const chosenAt = chosen === undefined ? row.chosenAt : chosen ? since : undefined
  const edited: Person = { ...row, ...cleared, ...said }
  return withKeys({
    ...edited,
    ...(chosenAt === row.chosenAt ? {} : { chosenAt }),
    tags: changedList(edited.tags, addTags, removeTags),
    fields: changedList(edited.fields, addFields, removeFields),
    ...(setFields && { customFields: withFields(edited.customFields ?? [], setFields) }),
  })
}

/** A list of words with some added that it lacks, and some taken off, however they are written. */
function changedList(list: string[], add: readonly string[] = [], remove: readonly string[] = []): string[] {
  const off = new Set(remove.map(fold))
  const kept = list.filter((one) => !off.has(fold(one)))
  const known = new Set(kept.map(fold))
  return [...kept, ...add.filter((one) => !known.has(fold(one)) && known.add(fold(one)))]
}

function withFields(fields: readonly CustomField[], set: readonly CustomField[]): CustomField[] {
  const values = new Map(fields.map(({ name, value }) => [name, value]))
  for (const { name, value } of set) values.set(name, value)
  return [...values].flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]))
}

/** The person, or NOT_FOUND. */
export async function getPerson(tx: Pick<Tx, 'get'>, id: Id): Promise<Person> {
  const row = await tx.get(person, id)
  if (!row) throw notFound('person', id)
  return row
}

/** The person, unless they are not to be written to: then WRONG_STATE. */
export async function getContactable(tx: Pick<Tx, 'get'>, id: Id): Promise<Person> {
  const row = await getPerson(tx, id)
  if (!row.doNotContact) return row
  throw new DomainError(
    'WRONG_STATE',
    `${row.name} is marked "do not contact". Take the mark off first, if they agreed: people edit --do-not-contact no.`,
    { personId: id },
  )
}

export async function checkReferrer(tx: Tx, id: Id | undefined): Promise<void> {
  if (id !== undefined) await getPerson(tx, id)
}

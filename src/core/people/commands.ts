import { command } from '../kernel/command.ts'
import { DomainError, invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../kernel/tx.ts'
import { type Origin, type Person, person, withKeys } from './person.ts'

/** What a user can say of a person. */
export interface PersonFacts {
  name?: string
  honorific?: string
  givenName?: string
  familyName?: string
  origin?: Origin
  source?: string
  referredById?: Id
  organization?: string
  role?: string
  emails?: string[]
  phones?: string[]
  urls?: string[]
  closeness?: number
  fields?: string[]
  tags?: string[]
  notes?: string
  birthday?: string
  keepInTouch?: 'yes' | 'no'
  cadenceDays?: number
  pausedUntil?: string
  doNotContact?: boolean
  /** Whether the user wants to meet them. */
  chosen?: boolean
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
    const added = personOf(facts, tx.newId(), tx.now)
    await tx.put(person, added)
    return added
  },
  summary: (_, added) => `Added ${added.name}`,
})

export type PersonEdit = PersonFacts & { personId: Id; clear?: string[] }

/** The facts that may be taken off a person altogether. */
export const clearable = [
  'honorific',
  'givenName',
  'familyName',
  'source',
  'referredById',
  'organization',
  'role',
  'notes',
  'birthday',
  'keepInTouch',
  'cadenceDays',
  'pausedUntil',
] as const

/** Changes what is said of a person; lists are replaced as a whole. */
export const editPerson = command({
  name: 'people.edit',
  run: async (tx, { personId, clear = [], chosen, ...facts }: PersonEdit) => {
    const row = await getPerson(tx, personId)
    await checkReferrer(tx, facts.referredById)
    if (facts.referredById === personId)
      throw invalid('referredBy', `${row.name} cannot be their own referrer.`)
    const cleared = Object.fromEntries(clear.map((name) => [name, undefined]))
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const chosenAt = chosen === undefined ? row.chosenAt : chosen ? (row.chosenAt ?? tx.now) : undefined
    const edited = withKeys({ ...row, ...cleared, ...said, chosenAt })
    await tx.put(person, edited)
    return edited
  },
  summary: (_, edited) => `Changed ${edited.name}`,
})

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

async function checkReferrer(tx: Tx, id: Id | undefined): Promise<void> {
  if (id !== undefined) await getPerson(tx, id)
}

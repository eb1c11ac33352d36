import { allySince, rungOf } from '../advocacy/ladder.ts'
import { approach } from '../approaches/approach.ts'
import { conversation } from '../conversations/conversation.ts'
import { field } from '../fields/field.ts'
import type { Introduction } from '../introductions/introduction.ts'
import { introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import type { Change } from '../kernel/store.ts'
import { type AnyTable, sameValue } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { organization } from '../organizations/organization.ts'
import { attachment } from '../people/attachment.ts'
import { type Person, person } from '../people/person.ts'
import { personAlias } from '../people/person-alias.ts'
import { profile } from '../profile/profile.ts'
import { researchNote } from '../research/research-note.ts'
import { deriveEvents, eventsTouched, everyEvent } from './derive-events.ts'
import { deriveOpenings, everyOpening, openingsTouched } from './derive-openings.ts'
import { colleaguesOf, loadHistories } from './history.ts'
import { readMethod } from './method.ts'
import { nextSteps } from './next-steps.ts'
import { policyChoice, readPolicy } from './policy.ts'
import { saveSteps } from './save-steps.ts'
import { type Standing, standing, standOf } from './standing.ts'

const slice = 500

/** After a command: derives again the steps and the standing of whomever it touched. The kernel calls it before saving. */
export async function deriveSteps(tx: Tx, changes: Change[]): Promise<void> {
  const people = await touched(tx, changes)
  if (changes.some(({ table }) => table === policyChoice || table === profile))
    return deriveEverything(tx, people)
  await deriveFor(tx, people)
  await deriveEvents(tx, await eventsTouched(tx, changes, people))
  // Last, for whoever may help with an opening stands in `standing`.
  await deriveOpenings(tx, await openingsTouched(tx, changes, people))
}

/** Derives every step and standing from the records: of everybody who had any, and of these people. */
export async function deriveEverything(tx: Tx, people: readonly Id[] = []): Promise<void> {
  const known = (await tx.find(standing, 'byStanding', {})).map((row) => row.id)
  await deriveFor(tx, [...new Set([...known, ...people])])
  await deriveEvents(tx, await everyEvent(tx))
  await deriveOpenings(tx, await everyOpening(tx))
}

/** Derives steps and standing of these people from their records alone. */
export async function deriveFor(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const method = await readMethod(tx)
  for (let from = 0; from < ids.length; from += slice) {
    const part = ids.slice(from, from + slice)
    const histories = await loadHistories(tx, part, method.policy)
    const wanted = histories.flatMap((history) => nextSteps(history, method))
    await saveSteps(tx, part, wanted)
    const asked = new Set(wanted.map(({ subjectId }) => subjectId))
    const present = new Set<Id>()
    for (const history of histories) {
      const { id } = history.person
      const stand = standOf(history)
      const rung = rungOf(history)
      const isPlain = stand === 'listed' && rung === 'acquaintance' && history.lastTouchAt === undefined
      if (isPlain && !asked.has(id)) continue
      present.add(id)
      await tx.put(standing, {
        id,
        standing: stand,
        rung,
        allySince: allySince(history),
        ...(history.lastTouchAt === undefined ? {} : { lastTouchAt: history.lastTouchAt }),
      } satisfies Omit<Standing, 'revision' | 'updatedAt'>)
    }
    for (const row of await tx.find(standing, 'id', { id: part })) {
      if (!present.has(row.id)) await tx.remove(standing, row.id)
    }
    if (ids.length > slice) await tx.report('steps', Math.min(from + slice, ids.length), ids.length)
  }
}

/** A photo, or an id of old, decides no step. */
const aside: ReadonlySet<AnyTable> = new Set<AnyTable>([attachment, personAlias])

/** The people whom the changes are about, and whoever's steps name them. */
async function touched(tx: Tx, changes: Change[]): Promise<Id[]> {
  const ids = new Set<Id>()
  const known = new Set<Id>()
  for (const { table, before, after, id } of changes) {
    if (table.role !== 'record') continue
    if (aside.has(table)) continue
    if (table === person && decidesNothing(before as Person | undefined, after as Person | undefined))
      continue
    for (const row of [before, after] as unknown as (Record<string, Id> | undefined)[]) {
      if (row && table.person && row[table.person]) ids.add(row[table.person]!)
    }
    if (table === introduction) {
      for (const row of [before, after] as (Introduction | undefined)[]) if (row) ids.add(row.toPersonId)
    }
    if (table === person && (before as Person)?.name !== (after as Person)?.name) known.add(id)
  }
  if (known.size > 0) {
    for (const row of await tx.find(introduction, 'byFrom', { fromPersonId: [...known] }))
      ids.add(row.toPersonId)
    for (const row of await tx.find(introduction, 'byTo', { toPersonId: [...known] }))
      ids.add(row.fromPersonId)
  }
  await addColleagues(tx, changes, ids)
  if (changes.some(({ table }) => researchTables.has(table))) {
    for (const talk of await tx.find(conversation, 'byStart', {})) {
      if (talk.status === 'arranged') ids.add(talk.personId)
    }
  }
  return [...ids]
}

/** A letter to one person may be the second contact that another's step asked for (X8). */
async function addColleagues(tx: Tx, changes: Change[], ids: Set<Id>): Promise<void> {
  const moved = changes.flatMap(({ table, before, after }) =>
    table === person ? [before as Person | undefined, after as Person | undefined] : [],
  )
  if (!changes.some(({ table }) => table === approach) && moved.length === 0) return
  if ((await readPolicy(tx)).secondContactDays === 0) return
  const people = await tx.find(person, 'id', { id: [...ids] })
  const places = new Set([...people, ...moved].map((row) => row?.organizationKey))
  for (const place of places) for (const id of await colleaguesOf(tx, place)) ids.add(id)
}

/** A note about a field or an organisation is preparation for every talk to come with somebody of it (P1). */
const researchTables: ReadonlySet<AnyTable> = new Set<AnyTable>([researchNote, organization, field])

/** What of a person's own row their steps follow from. */
const decisive = [
  'name',
  'chosenAt',
  'keepInTouch',
  'cadenceDays',
  'pausedUntil',
  'doNotContact',
  'createdAt',
  'organization',
  'fields',
] as const satisfies readonly (keyof Person)[]

/** An imported address book makes no steps, and a corrected telephone number changes none: no look at their histories. */
function decidesNothing(before: Person | undefined, after: Person | undefined): boolean {
  if (!after) return false
  if (!before) return after.chosenAt === undefined && after.keepInTouch === undefined
  return decisive.every((column) => sameValue(before[column], after[column]))
}

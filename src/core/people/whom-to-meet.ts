import { approach, isOpen } from '../approaches/approach.ts'
import { field } from '../fields/field.ts'
import { introduction } from '../introductions/introduction.ts'
import { unusedStatuses } from '../introductions/progress.ts'
import type { Id } from '../kernel/ids.ts'
import { compareValues } from '../kernel/order.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { dayInWords, dayOf } from '../method/clock.ts'
import { readPolicy } from '../method/policy.ts'
import { standing } from '../method/standing.ts'
import { organization } from '../organizations/organization.ts'
import { userTimeZone } from '../profile/profile.ts'
import { fieldKey, type Person, person } from './person.ts'

/** Why somebody is worth meeting, by which rule. */
export interface Reason {
  rule: string
  why: string
}

/** Somebody listed whom the user might meet next; the first reason is the strongest. */
export interface Suggestion {
  person: Person
  reasons: Reason[]
}

/** What reasons are made from: the few rows that say what the user looks for. */
export interface Wishes {
  /** Who named somebody and on what day, by who was named: referrals not used yet. */
  referrals: ReadonlyMap<Id, { from: string; on: string }>
  /** Organisation key to its name. */
  targets: ReadonlyMap<string, string>
  /** Keys of the fields that are explored, to their names. */
  fields: ReadonlyMap<string, string>
}

/** From here on, somebody is known well enough to be asked without any other reason. */
const close = 3

/** The reasons to meet somebody, the strongest first (N2, W5, W6, N1). */
function reasonsFor(one: Person, { referrals, targets, fields }: Wishes): Reason[] {
  const referral = referrals.get(one.id)
  const target = targets.get(one.organizationKey ?? '')
  const explored = one.fields.map((name) => fields.get(fieldKey(name))).find((name) => name !== undefined)
  return [
    ...(referral ? [{ rule: 'N2', why: `${referral.from} named them to you on ${referral.on}.` }] : []),
    ...(target ? [{ rule: 'W5', why: `They are at ${target}, one of your targets.` }] : []),
    ...(explored ? [{ rule: 'W6', why: `They work in ${explored}, which you explore.` }] : []),
    ...(one.closeness >= close
      ? [{ rule: 'N1', why: 'You know each other, and have not asked them yet.' }]
      : []),
  ]
}

/**
 * Those for whom there is a reason, in the order of the strongest reason, then of the number of reasons, closeness and
 * name. Of one organisation at most as many as may be asked besides those already asked (X7).
 */
function rankSuggestions(
  people: readonly Person[],
  wishes: Wishes,
  openAt: ReadonlyMap<string, number>,
  openPerOrganisation: number,
): Suggestion[] {
  const strength = (reason: Reason) => ['N2', 'W5', 'W6', 'N1'].indexOf(reason.rule)
  const left = new Map<string, number>()
  return people
    .map((one) => ({ person: one, reasons: reasonsFor(one, wishes) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        strength(a.reasons[0]!) - strength(b.reasons[0]!) ||
        b.reasons.length - a.reasons.length ||
        b.person.closeness - a.person.closeness ||
        compareValues(a.person.nameKey, b.person.nameKey) ||
        compareValues(a.person.id, b.person.id),
    )
    .filter(({ person: { organizationKey: key } }) => {
      if (!key) return true
      const free = left.get(key) ?? openPerOrganisation - (openAt.get(key) ?? 0)
      left.set(key, free - 1)
      return free > 0
    })
}

/**
 * Whom to meet next ("Who gets steps"): from the listed, by a referral not used yet, a target organisation, a field that is
 * explored, closeness. Nobody who is paused, not to be contacted, or was ever written to or met.
 */
export async function whomToMeet(tx: ReadTx, limit: number): Promise<Suggestion[]> {
  const timeZone = await userTimeZone(tx)
  const wishes = await readWishes(tx, timeZone)
  const candidates = await listed(tx, await candidatesFor(tx, wishes), dayOf(tx.now, timeZone))
  const { openPerOrganisation } = await readPolicy(tx)
  return rankSuggestions(candidates, wishes, await openAtOrganizations(tx), openPerOrganisation).slice(
    0,
    limit,
  )
}

async function readWishes(tx: ReadTx, timeZone: string): Promise<Wishes> {
  const unused = await tx.find(introduction, 'byStatus', { status: unusedStatuses })
  const namers = await tx.find(person, 'id', { id: [...new Set(unused.map((one) => one.fromPersonId))] })
  const names = new Map(namers.map(({ id, name }) => [id, name]))
  const targets = await tx.find(organization, 'byTarget', { target: true })
  const explored = await tx.find(field, 'byExploring', { exploring: true })
  return {
    referrals: new Map(
      unused.map((one) => [
        one.toPersonId,
        { from: names.get(one.fromPersonId) ?? 'Somebody', on: dayInWords(one.namedAt, timeZone) },
      ]),
    ),
    targets: new Map(targets.map(({ nameKey, name }) => [nameKey, name])),
    fields: new Map(explored.map(({ name }) => [fieldKey(name), name])),
  }
}

/** Whoever may have a reason, found by the indexes; closeness alone from the closest down, a page of each. */
async function candidatesFor(tx: ReadTx, { referrals, targets, fields }: Wishes): Promise<Person[]> {
  const found = [
    ...(await tx.find(person, 'id', { id: [...referrals.keys()] })),
    ...(await tx.find(person, 'byOrganization', { organizationKey: [...targets.keys()] })),
    ...(await tx.find(person, 'keys', { key: [...fields.keys()] })),
  ]
  for (let closeness = 5; closeness >= close; closeness--)
    found.push(...(await tx.find(person, 'byCloseness', { closeness })))
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** Of these, whoever is only listed: no row says that they stand anywhere else. */
async function listed(tx: ReadTx, people: readonly Person[], today: string): Promise<Person[]> {
  const free = people.filter(
    ({ doNotContact, pausedUntil }) => !doNotContact && (pausedUntil === undefined || pausedUntil <= today),
  )
  const stands = await tx.find(standing, 'id', { id: free.map(({ id }) => id) })
  const elsewhere = new Set(stands.filter((row) => row.standing !== 'listed').map(({ id }) => id))
  return free.filter(({ id }) => !elsewhere.has(id))
}

/** How many requests are open at each organisation (X7); whoever has one stands as approached. */
async function openAtOrganizations(tx: ReadTx): Promise<Map<string, number>> {
  const approached = (await tx.find(standing, 'byStanding', { standing: 'approached' })).map(({ id }) => id)
  const open = (await tx.find(approach, 'byPerson', { personId: approached })).filter(isOpen)
  const people = await tx.find(person, 'id', { id: [...new Set(open.map(({ personId }) => personId))] })
  const counts = new Map<string, number>()
  for (const { organizationKey: key } of people) if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

import { z } from 'zod'
import { ladder, rungs } from '../../core/advocacy/ladder.ts'
import { notFound } from '../../core/kernel/errors.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { dayOf } from '../../core/method/clock.ts'
import { loadHistories } from '../../core/method/history.ts'
import { readPolicy } from '../../core/method/policy.ts'
import { standing } from '../../core/method/standing.ts'
import { step } from '../../core/method/step.ts'
import { type Person, person } from '../../core/people/person.ts'
import { photoOf } from '../../core/people/photos.ts'
import { userTimeZone } from '../../core/profile/profile.ts'
import { instantOut, iso, isoOrNull } from './schemas.ts'
import { presentStep, stepOut } from './steps-out.ts'
import { presentTimeline, timelineOut } from './timeline-out.ts'

const nullable = z.string().nullable()

const part = z.string().optional()
/** A postal address, as it is given and answered. */
export const postalAddress = z.object({
  ...{ label: part, street: part, city: part, region: part, postalCode: part, country: part },
})
const customField = z.object({ name: z.string(), value: z.string() })

/** A person as they are answered. */
export const personOut = z.object({
  id: z.string(),
  name: z.string(),
  honorific: nullable,
  givenName: nullable,
  familyName: nullable,
  nickname: nullable,
  origin: z.enum(['personal-referral', 'direct-contact']),
  source: nullable,
  referredBy: nullable.describe('The id of who referred you to them'),
  referredByName: nullable,
  organization: nullable,
  department: nullable,
  role: nullable,
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  urls: z.array(z.string()),
  labels: z.record(z.string(), z.string()).describe('What some of these addresses and numbers are called'),
  addresses: z.array(postalAddress).describe('Postal addresses'),
  customFields: z.array(customField),
  closeness: z.int(),
  fields: z.array(z.string()),
  tags: z.array(z.string()),
  notes: nullable,
  birthday: nullable,
  connectedOn: nullable,
  chosen: z.boolean(),
  keepInTouch: z.enum(['yes', 'no']).nullable(),
  cadenceDays: z.int().nullable(),
  pausedUntil: nullable,
  timeZone: nullable,
  doNotContact: z.boolean(),
  standing: z.enum(['listed', 'chosen', 'approached', 'met', 'kept', 'resting', 'do-not-contact']),
  advocacy: z.enum(rungs).describe('The rung that the record proves (W5)'),
  lastTouchAt: instantOut.nullable(),
  nextStep: stepOut.nullable(),
  createdAt: instantOut,
  updatedAt: instantOut,
})

export type PersonOut = z.output<typeof personOut>

export const personWithTimeline = personOut.extend({
  advocacyEvidence: z
    .array(z.object({ rung: z.enum(rungs), at: instantOut, text: z.string() }))
    .describe('The dated records that prove each rung, the highest first (W5)'),
  photo: z.object({ mediaType: z.string() }).nullable(),
  steps: z.array(stepOut),
  timeline: timelineOut,
})

/** One person, or NOT_FOUND. */
export async function presentPerson(tx: ReadTx, id: string): Promise<PersonOut> {
  const row = await tx.get(person, id)
  if (!row) throw notFound('person', id)
  const [out] = await presentPeople(tx, [row])
  return out!
}

/** One person with every step and everything that happened, newest first. */
export async function presentPersonWithTimeline(
  tx: ReadTx,
  id: string,
): Promise<z.output<typeof personWithTimeline>> {
  const out = await presentPerson(tx, id)
  const steps = await tx.find(step, 'bySubject', { subjectId: id })
  const [history] = await loadHistories(tx, [id], await readPolicy(tx))
  const photo = await photoOf(tx, id)
  return {
    ...out,
    advocacyEvidence: ladder(history!).map((one) => ({ ...one, at: iso(one.at) })),
    photo: photo ? { mediaType: photo.mediaType } : null,
    steps: steps.map(presentStep),
    timeline: await presentTimeline(tx, id),
  }
}

/** Many people, each related table read once. */
export async function presentPeople(tx: ReadTx, people: Person[]): Promise<PersonOut[]> {
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const standings = new Map((await tx.find(standing, 'id', { id: ids })).map((row) => [row.id, row]))
  const steps = Map.groupBy(await tx.find(step, 'bySubject', { subjectId: ids }), (row) => row.subjectId)
  const referrers = [...new Set(people.flatMap(({ referredById }) => referredById ?? []))]
  const names = new Map((await tx.find(person, 'id', { id: referrers })).map((row) => [row.id, row.name]))
  const today = dayOf(tx.now, await userTimeZone(tx))
  return people.map((row) => {
    const derived = standings.get(row.id)
    const next = (steps.get(row.id) ?? []).toSorted((a, b) => a.dueAt - b.dueAt)[0]
    const paused = row.pausedUntil !== undefined && row.pausedUntil > today && !row.doNotContact
    return {
      id: row.id,
      name: row.name,
      honorific: row.honorific ?? null,
      givenName: row.givenName ?? null,
      familyName: row.familyName ?? null,
      nickname: row.nickname ?? null,
      origin: row.origin,
      source: row.source ?? null,
      referredBy: row.referredById ?? null,
      referredByName: names.get(row.referredById ?? '') ?? null,
      organization: row.organization ?? null,
      department: row.department ?? null,
      role: row.role ?? null,
      emails: row.emails,
      phones: row.phones,
      urls: row.urls,
      labels: row.labels ?? {},
      addresses: [...(row.addresses ?? [])],
      customFields: [...(row.customFields ?? [])],
      closeness: row.closeness,
      fields: row.fields,
      tags: row.tags,
      notes: row.notes ?? null,
      birthday: row.birthday ?? null,
      connectedOn: row.connectedOn ?? null,
      chosen: row.chosenAt !== undefined,
      keepInTouch: row.keepInTouch ?? null,
      cadenceDays: row.cadenceDays ?? null,
      pausedUntil: row.pausedUntil ?? null,
      timeZone: row.timeZone ?? null,
      doNotContact: row.doNotContact,
      standing: paused ? 'resting' : (derived?.standing ?? 'listed'),
      advocacy: derived?.rung ?? 'acquaintance',
      lastTouchAt: isoOrNull(derived?.lastTouchAt),
      nextStep: next ? presentStep(next) : null,
      createdAt: iso(row.createdAt),
      // A row that the command is only about to save carries the command's own time.
      updatedAt: iso(row.updatedAt ?? tx.now),
    }
  })
}

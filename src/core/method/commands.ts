import { command } from '../kernel/command.ts'
import { invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import { type Profile, profile, readProfile, userTimeZone } from '../profile/profile.ts'
import type { Stretch } from './calendar.ts'
import { dayOf, isTimeZone } from './clock.ts'
import {
  checkPolicy,
  chosenPolicy,
  type Policy,
  type PolicyChoice,
  policyChoice,
  readPolicyChoice,
} from './policy.ts'
import type { ProfileName } from './profiles.ts'
import { step, stepDecision, subjectColumns } from './step.ts'

/** Puts a step off to a day. */
export const snoozeStep = command({
  name: 'steps.snooze',
  run: async (tx, { stepId, until }: { stepId: Id; until: string }) => {
    const row = await tx.get(step, stepId)
    if (!row) throw notFound('step', stepId)
    if (until <= dayOf(tx.now, await userTimeZone(tx)))
      throw invalid('until', 'Put it off to a day after today.')
    const { id, kind, subjectType, subjectId } = row
    const subject = { [subjectColumns[subjectType]]: subjectId }
    await tx.put(stepDecision, { id, kind, ...subject, decidedAt: tx.now, status: 'snoozed', until })
    return row
  },
  summary: (input: { stepId: Id; until: string }, row) =>
    `Put off until ${input.until}: ${row.kind}, ${row.subjectName}`,
})

/** Sets a step aside, with the reason; what happens next may bring another. */
export const dismissStep = command({
  name: 'steps.dismiss',
  run: async (tx, { stepId, reason }: { stepId: Id; reason: string }) => {
    const row = await tx.get(step, stepId)
    if (!row) throw notFound('step', stepId)
    const { id, kind, subjectType, subjectId } = row
    const subject = { [subjectColumns[subjectType]]: subjectId }
    await tx.put(stepDecision, { id, kind, ...subject, decidedAt: tx.now, status: 'dismissed', reason })
    return row
  },
  summary: (input: { stepId: Id; reason: string }, row) =>
    `Set aside: ${row.kind}, ${row.subjectName} (${input.reason})`,
})

export interface PolicyEdit {
  values: Partial<Policy>
  /** Starts from this profile's own values, without the user's earlier ones (X8). */
  profile?: ProfileName
  /** The holidays of a place, or none of any place (X5). */
  holidays?: { country: string; region?: string; dates: string[] } | 'none'
  /** Days of the user's own besides; replaces the list. */
  ownHolidays?: string[]
}

/** Changes the policy; every step is derived again. */
export const editPolicy = command({
  name: 'policy.edit',
  run: async (tx, { values, profile, holidays, ownHolidays }: PolicyEdit) => {
    const earlier = await readPolicyChoice(tx)
    const next: Fresh<PolicyChoice> = {
      ...earlier,
      ...(profile && { profile }),
      overrides: { ...(profile ? {} : earlier.overrides), ...given(values) },
      ...(ownHolidays && { ownHolidays: [...new Set(ownHolidays)].sort() }),
    }
    checkPolicy(chosenPolicy(next))
    if (holidays) {
      const { country, region, dates } =
        holidays === 'none' ? ({} as Partial<typeof holidays & object>) : holidays
      Object.assign(next, { holidayCountry: country, holidayRegion: region, holidays: dates })
    }
    await tx.put(policyChoice, next)
    return next
  },
  summary: ({ values, profile, holidays, ownHolidays }: PolicyEdit) => {
    const said = [
      ...(profile ? [`the profile ${profile}`] : []),
      ...Object.entries(given(values)).map(([name, value]) => `${name} ${value}`),
      ...(holidays || ownHolidays ? ['holidays'] : []),
    ]
    return `Changed the policy: ${said.join(', ')}`
  },
})

const given = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>

export type ProfileEdit = Partial<
  Omit<Profile, 'id' | 'revision' | 'updatedAt' | 'awayFrom' | 'awayUntil'>
> & {
  /** The user's vacation, or none any more (X5). */
  away?: Stretch | 'none'
}

/** Changes what the user says of themselves; lists are replaced as a whole (P5, P6). */
export const editProfile = command({
  name: 'profile.edit',
  run: async (tx, { away, ...edit }: ProfileEdit) => {
    if (edit.timeZone !== undefined && !isTimeZone(edit.timeZone)) {
      throw invalid(
        'timeZone',
        `"${edit.timeZone}" is no time zone. Write one such as Europe/Berlin or America/Chicago.`,
      )
    }
    const edited = { ...(await readProfile(tx)), ...given(edit), ...(away && vacation(away)) }
    await tx.put(profile, edited)
    return edited
  },
  summary: () => 'Changed your profile',
})

function vacation(away: Stretch | 'none'): Pick<Profile, 'awayFrom' | 'awayUntil'> {
  if (away === 'none') return { awayFrom: undefined, awayUntil: undefined }
  if (away.until <= away.from)
    throw invalid('awayUntil', `You cannot be back (${away.until}) before you leave (${away.from}).`)
  return { awayFrom: away.from, awayUntil: away.until }
}

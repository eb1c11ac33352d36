import { command } from '../kernel/command.ts'
import { invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import { type Profile, profile, readProfile, userTimeZone } from '../profile/profile.ts'
import { dayOf, isTimeZone } from './clock.ts'
import { checkPolicy, type Policy, policyChoice, policyWith } from './policy.ts'
import { step, stepDecision } from './step.ts'

/** Puts a step off to a day. */
export const snoozeStep = command({
  name: 'steps.snooze',
  run: async (tx, { stepId, until }: { stepId: Id; until: string }) => {
    const row = await tx.get(step, stepId)
    if (!row) throw notFound('step', stepId)
    if (until <= dayOf(tx.now, await userTimeZone(tx)))
      throw invalid('until', 'Put it off to a day after today.')
    const { id, kind, personId } = row
    await tx.put(stepDecision, { id, kind, personId, decidedAt: tx.now, status: 'snoozed', until })
    return row
  },
  summary: (input: { stepId: Id; until: string }, row) =>
    `Put off until ${input.until}: ${row.kind}, ${row.personName}`,
})

/** Sets a step aside, with the reason; what happens next may bring another. */
export const dismissStep = command({
  name: 'steps.dismiss',
  run: async (tx, { stepId, reason }: { stepId: Id; reason: string }) => {
    const row = await tx.get(step, stepId)
    if (!row) throw notFound('step', stepId)
    const { id, kind, personId } = row
    await tx.put(stepDecision, { id, kind, personId, decidedAt: tx.now, status: 'dismissed', reason })
    return row
  },
  summary: (input: { stepId: Id; reason: string }, row) =>
    `Set aside: ${row.kind}, ${row.personName} (${input.reason})`,
})

export type PolicyEdit = { values: Partial<Policy>; reset?: boolean }

/** Changes numbers of the method; every step is derived again. */
export const editPolicy = command({
  name: 'policy.edit',
  run: async (tx, { values, reset }: PolicyEdit) => {
    const given = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    ) as Partial<Policy>
    const earlier = reset ? {} : ((await tx.get(policyChoice, tx.ownerId))?.overrides ?? {})
    const overrides = { ...earlier, ...given }
    const policy = policyWith(overrides)
    checkPolicy(policy)
    await tx.put(policyChoice, { id: tx.ownerId, overrides })
    return policy
  },
  summary: (input: PolicyEdit) => {
    const said = Object.entries(input.values).filter(([, value]) => value !== undefined)
    return `Changed the policy: ${said.map(([name, value]) => `${name} ${value}`).join(', ') || 'back to the office’s own'}`
  },
})

export type ProfileEdit = Partial<Omit<Profile, 'id' | 'revision' | 'updatedAt'>>

/** Changes what the user says of themselves; lists are replaced as a whole (P5, P6). */
export const editProfile = command({
  name: 'profile.edit',
  run: async (tx, edit: ProfileEdit) => {
    if (edit.timeZone !== undefined && !isTimeZone(edit.timeZone)) {
      throw invalid(
        'timeZone',
        `"${edit.timeZone}" is no time zone. Write one such as Europe/Berlin or America/Chicago.`,
      )
    }
    const said = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
    const edited = { ...(await readProfile(tx)), ...said }
    await tx.put(profile, edited)
    return edited
  },
  summary: () => 'Changed your profile',
})

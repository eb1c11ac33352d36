import { invalid } from '../kernel/errors.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type PolicyField, type PolicyFieldName, policyFields } from './policy-fields.ts'

/** The numbers of the method that hold for one network. */
export type Policy = Readonly<Record<PolicyFieldName, number>>

/** What the user set differently from the profile. One row: its id is the owner's. */
export interface PolicyChoice extends BaseRow {
  overrides: Partial<Policy>
}

export const policyChoice = table<PolicyChoice>()({
  name: 'policy',
  columns: { overrides: 'json' },
  indexes: {},
})

const names = Object.keys(policyFields) as PolicyFieldName[]

/** The profile `office`: the career office's own numbers. */
export const officePolicy = Object.fromEntries(
  names.map((name) => [name, policyFields[name].default]),
) as Policy

/** The policy in force. */
export async function readPolicy(tx: ReadTx): Promise<Policy> {
  return policyWith((await tx.get(policyChoice, tx.ownerId))?.overrides ?? {})
}

/** The office's numbers with these in their place. */
export const policyWith = (overrides: Partial<Policy>): Policy => ({ ...officePolicy, ...overrides })

/** Checks ranges, and that no "from" is above its "to"; throws INVALID_INPUT naming the field. */
export function checkPolicy(policy: Policy): void {
  for (const name of names) {
    const { min, max, unit }: PolicyField = policyFields[name]
    const value = policy[name]
    if (!Number.isInteger(value) || value < min || value > max) {
      throw invalid(name, `${name} is a whole number of ${unit} from ${min} to ${max}; ${value} is not.`)
    }
  }
  if (policy.askMinutesFrom > policy.askMinutesTo) {
    throw invalid(
      'askMinutesFrom',
      `askMinutesFrom (${policy.askMinutesFrom}) is above askMinutesTo (${policy.askMinutesTo}).`,
    )
  }
  if (policy.questionsFrom > policy.questionsTo) {
    throw invalid(
      'questionsFrom',
      `questionsFrom (${policy.questionsFrom}) is above questionsTo (${policy.questionsTo}).`,
    )
  }
  if (policy.confirmHoursTo > policy.confirmHoursFrom) {
    throw invalid(
      'confirmHoursTo',
      `confirmHoursTo (${policy.confirmHoursTo}) is above confirmHoursFrom (${policy.confirmHoursFrom}).`,
    )
  }
}

import { invalid } from '../kernel/errors.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type PolicyField, type PolicyFieldName, policyFields } from './policy-fields.ts'
import { type ProfileName, profiles } from './profiles.ts'

/** Numbers, choices and switches of the method that hold for one network. */
export type Policy = {
  readonly [Name in PolicyFieldName]: (typeof policyFields)[Name] extends { kind: 'number' }
    ? number
    : (typeof policyFields)[Name] extends { kind: 'switch' }
      ? boolean
      : (typeof policyFields)[Name] extends { choices: readonly (infer Choice)[] }
        ? Choice
        : never
}

/** What the user chose. One row: its id is the owner's. */
export interface PolicyChoice extends BaseRow {
  /** The set of values to start from; `office` where it is absent. */
  profile?: ProfileName
  overrides: Partial<Policy>
  /** The country, and the region of it, whose holidays these are. */
  holidayCountry?: string
  holidayRegion?: string
  /** Holidays of that place, `YYYY-MM-DD`, for some years ahead. */
  holidays?: string[]
  /** Days of the user's own on which nothing falls due. */
  ownHolidays?: string[]
}

export const policyChoice = table<PolicyChoice>()({
  name: 'policy',
  columns: {
    profile: 'text',
    overrides: 'json',
    holidayCountry: 'text',
    holidayRegion: 'text',
    holidays: 'json',
    ownHolidays: 'json',
  },
  indexes: {},
})

export const policyFieldNames = Object.keys(policyFields) as PolicyFieldName[]

const defaults = Object.fromEntries(policyFieldNames.map((name) => [name, policyFields[name].default]))

/** The policy of a profile, as it is before the user changes anything. */
export const policyOf = (profile: ProfileName): Policy =>
  ({ ...defaults, ...profiles[profile].values }) as Policy

/** The profile `office`: the career office's own values. */
export const officePolicy = policyOf('office')

/** What the user chose; the profile `office` unchanged on the first day. */
export async function readPolicyChoice(tx: ReadTx): Promise<PolicyChoice> {
  return (
    (await tx.get(policyChoice, tx.ownerId)) ?? { id: tx.ownerId, revision: 0, updatedAt: 0, overrides: {} }
  )
}

/** The policy in force. */
export async function readPolicy(tx: ReadTx): Promise<Policy> {
  return chosenPolicy(await readPolicyChoice(tx))
}

/** The profile's values with the user's own in their place. */
export const chosenPolicy = ({
  profile = 'office',
  overrides,
}: Pick<PolicyChoice, 'profile' | 'overrides'>): Policy => ({ ...policyOf(profile), ...overrides })

/** Pairs of which the first may not be above the second. */
const pairs = [
  ['askMinutesFrom', 'askMinutesTo'],
  ['questionsFrom', 'questionsTo'],
  ['confirmHoursTo', 'confirmHoursFrom'],
  ['letterWordsFrom', 'letterWordsBest'],
  ['letterWordsBest', 'letterWordsTo'],
] as const satisfies readonly (readonly [PolicyFieldName, PolicyFieldName])[]

/** Checks ranges and choices, and that no "from" is above its "to"; throws INVALID_INPUT naming the field. */
export function checkPolicy(policy: Policy): void {
  for (const name of policyFieldNames) checkField(name, policyFields[name], policy[name])
  for (const [from, to] of pairs) {
    if (policy[from] > policy[to])
      throw invalid(from, `${from} (${policy[from]}) is above ${to} (${policy[to]}).`)
  }
}

function checkField(name: string, field: PolicyField, value: unknown): void {
  switch (field.kind) {
    case 'number': {
      const { min, max, unit } = field
      if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
        throw invalid(name, `${name} is a whole number of ${unit} from ${min} to ${max}; ${value} is not.`)
      return
    }
    case 'choice':
      if (!field.choices.includes(value as string))
        throw invalid(name, `${name} is one of ${field.choices.join(', ')}; ${value} is not.`)
      return
    case 'switch':
      if (typeof value !== 'boolean') throw invalid(name, `${name} is true or false; ${value} is neither.`)
  }
}

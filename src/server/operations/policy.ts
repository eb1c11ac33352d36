import { z } from 'zod'
import type { Fresh } from '../../core/kernel/table.ts'
import { editPolicy, type PolicyEdit } from '../../core/method/commands.ts'
import {
  chosenPolicy,
  type Policy,
  type PolicyChoice,
  policyFieldNames,
  policyOf,
  readPolicyChoice,
} from '../../core/method/policy.ts'
import { type PolicyField, type PolicyFieldName, policyFields } from '../../core/method/policy-fields.ts'
import { policyReasons } from '../../core/method/policy-reasons.ts'
import { profileNames, profiles } from '../../core/method/profiles.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date } from './schemas.ts'

/** The schema of a field's value, which says its range, rule and reason. */
function schemaOf(name: PolicyFieldName) {
  const field: PolicyField = policyFields[name]
  const { rule } = field
  const why = policyReasons[name]
  switch (field.kind) {
    case 'number': {
      const { min, max, unit } = field
      const whole = z.coerce.number().int().min(min).max(max)
      return whole.optional().describe(`${unit}, ${min}-${max} (${rule}). ${why}`)
    }
    case 'choice':
      return z.enum(field.choices).optional().describe(`(${rule}) ${why}`)
    case 'switch':
      return z.stringbool().or(z.boolean()).optional().describe(`true or false (${rule}). ${why}`)
  }
}

const values = Object.fromEntries(policyFieldNames.map((name) => [name, schemaOf(name)])) as Record<
  PolicyFieldName,
  ReturnType<typeof schemaOf>
>

const value = z.union([z.int(), z.boolean(), z.string()])
const policyOut = z.object({
  profile: z.enum(profileNames).describe('The set of values that it starts from'),
  values: z.record(z.string(), value),
  fields: z.array(
    z.object({
      name: z.string(),
      value,
      default: value.describe('What the profile says'),
      changed: z.boolean().describe('The user’s own value'),
      kind: z.enum(['number', 'choice', 'switch']),
      min: z.int().nullable(),
      max: z.int().nullable(),
      unit: z.string().nullable(),
      choices: z.array(z.string()).nullable(),
      rule: z.string(),
      why: z.string(),
    }),
  ),
  holidays: z.object({
    country: z.string().nullable(),
    region: z.string().nullable(),
    dates: z.array(z.string()).describe('Holidays of the place'),
    own: z.array(z.string()).describe('Days of the user’s own'),
  }),
})

function presentPolicy(choice: Fresh<PolicyChoice>): z.output<typeof policyOut> {
  const profile = choice.profile ?? 'office'
  const policy = chosenPolicy(choice)
  const standard = policyOf(profile)
  return {
    profile,
    values: policy,
    fields: policyFieldNames.map((name) => presentField(name, policy, standard)),
    holidays: {
      country: choice.holidayCountry ?? null,
      region: choice.holidayRegion ?? null,
      dates: choice.holidays ?? [],
      own: choice.ownHolidays ?? [],
    },
  }
}

function presentField(name: PolicyFieldName, policy: Policy, standard: Policy) {
  const field: PolicyField = policyFields[name]
  const { min = null, max = null, unit = null } = field.kind === 'number' ? field : {}
  return {
    name,
    value: policy[name],
    default: standard[name],
    changed: policy[name] !== standard[name],
    kind: field.kind,
    min,
    max,
    unit,
    choices: field.kind === 'choice' ? [...field.choices] : null,
    rule: field.rule,
    why: policyReasons[name],
  }
}

const profileHelp = profileNames.map((name) => `${name}: ${profiles[name].summary}`).join('. ')

export const policyOperations = [
  queryOperation({
    name: 'policy.show',
    summary: 'Show the policy: each number, choice and switch of the method with its range and reason',
    input: z.strictObject({}),
    output: policyOut,
    errors: [],
    rights: 'read',
    rest: 'GET /policy',
    commandLine: { words: ['policy', 'show'], examples: ['policy show'] },
    run: async (tx) => presentPolicy(await readPolicyChoice(tx)),
  }),
  commandOperation({
    command: editPolicy,
    summary: 'Change the policy; every step follows',
    input: z.strictObject({
      ...values,
      profile: z
        .enum(profileNames)
        .optional()
        .describe(`Start from the values of this profile. ${profileHelp}`),
      holidayCountry: z
        .string()
        .trim()
        .regex(/^([A-Za-z]{2}|none)$/, 'A country has two letters, such as DE or US; "none" for no holidays.')
        .optional()
        .describe('The country whose holidays move due dates, by its two letters; "none" for none (X5)'),
      holidayRegion: z
        .string()
        .trim()
        .max(20)
        .optional()
        .describe('The state or region of it, such as BY or CA (X5)'),
      ownHolidays: z
        .array(date('A day'))
        .max(366)
        .optional()
        .describe('Days of your own on which nothing falls due; replaces the list (X5)'),
    }),
    output: policyOut,
    errors: [],
    rights: 'write',
    rest: 'PATCH /policy',
    commandLine: {
      words: ['policy', 'edit'],
      options: { ownHolidays: 'own-holiday' },
      examples: [
        'policy edit --reply-wait-days 10',
        'policy edit --profile 3b7',
        'policy edit --holiday-country DE --holiday-region BY',
      ],
    },
    toInput: async ({ profile, holidayCountry, holidayRegion, ownHolidays, ...given }, { now }) => ({
      values: given as Partial<Policy>,
      profile,
      ownHolidays,
      holidays: await holidaysFor(holidayCountry, holidayRegion, now),
    }),
    present: async (_, choice) => presentPolicy(choice),
  }),
]

/** The library of holidays is large, so it is loaded only where a place is named. */
async function holidaysFor(
  country: string | undefined,
  region: string | undefined,
  now: number,
): Promise<PolicyEdit['holidays']> {
  if (country === undefined && region === undefined) return undefined
  if (country?.toLowerCase() === 'none') return 'none'
  const { publicHolidays } = await import('../outside/holidays.ts')
  return publicHolidays(country, region, now)
}

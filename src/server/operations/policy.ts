import { z } from 'zod'
import { editPolicy } from '../../core/method/commands.ts'
import { officePolicy, type Policy, readPolicy } from '../../core/method/policy.ts'
import { type PolicyField, type PolicyFieldName, policyFields } from '../../core/method/policy-fields.ts'
import { commandOperation, queryOperation } from './operation.ts'

const names = Object.keys(policyFields) as PolicyFieldName[]

const values = Object.fromEntries(
  names.map((name) => {
    const { min, max, unit, rule, why }: PolicyField = policyFields[name]
    return [
      name,
      z.coerce
        .number()
        .int()
        .min(min)
        .max(max)
        .optional()
        .describe(`${unit}, ${min}-${max} (${rule}). ${why}`),
    ]
  }),
) as Record<PolicyFieldName, z.ZodOptional<z.ZodCoercedNumber>>

const policyOut = z.object({
  profile: z.literal('office'),
  values: z.record(z.string(), z.int()),
  fields: z.array(
    z.object({
      name: z.string(),
      value: z.int(),
      default: z.int(),
      min: z.int(),
      max: z.int(),
      unit: z.string(),
      rule: z.string(),
      why: z.string(),
    }),
  ),
})

const presentPolicy = (policy: Policy): z.output<typeof policyOut> => ({
  profile: 'office',
  values: policy,
  fields: names.map((name) => ({
    name,
    value: policy[name],
    ...policyFields[name],
    default: officePolicy[name],
  })),
})

export const policyOperations = [
  queryOperation({
    name: 'policy.show',
    summary: 'Show the numbers of the method, each with its range and reason',
    input: z.strictObject({}),
    output: policyOut,
    errors: [],
    rights: 'read',
    rest: 'GET /policy',
    commandLine: { words: ['policy', 'show'], examples: ['policy show'] },
    run: async (tx) => presentPolicy(await readPolicy(tx)),
  }),
  commandOperation({
    command: editPolicy,
    summary: 'Change numbers of the method; every step follows',
    input: z.strictObject({
      ...values,
      profile: z.enum(['office']).optional().describe('Go back to this profile’s own numbers first'),
    }),
    output: policyOut,
    errors: [],
    rights: 'write',
    rest: 'PATCH /policy',
    commandLine: {
      words: ['policy', 'edit'],
      examples: ['policy edit --reply-wait-days 10', 'policy edit --profile office'],
    },
    toInput: ({ profile, ...given }) => ({ values: given as Partial<Policy>, reset: profile !== undefined }),
    present: async (_, policy) => presentPolicy(policy),
  }),
]

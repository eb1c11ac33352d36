import { z } from 'zod'
import { notFound } from '../../core/kernel/errors.ts'
import { policyFieldNames, readPolicy } from '../../core/method/policy.ts'
import { policyFields } from '../../core/method/policy-fields.ts'
import { policyReasons } from '../../core/method/policy-reasons.ts'
import { type RuleId, ruleIds, rules } from '../../core/method/rules.ts'
import { rulesOfStep, stepKinds } from '../../core/method/step.ts'
import { queryOperation } from './operation.ts'
import { line } from './schemas.ts'

const ruleOut = z.object({
  id: z.enum(ruleIds),
  title: z.string(),
  why: z.string(),
})

const wholeRuleOut = ruleOut.extend({
  steps: z.array(z.enum(stepKinds)).describe('The steps that it asks for'),
  policy: z
    .array(
      z.object({ name: z.string(), value: z.union([z.int(), z.boolean(), z.string()]), why: z.string() }),
    )
    .describe('What of it can be set, and how it is set now'),
})

export const rulesOperations = [
  queryOperation({
    name: 'rules.list',
    summary: 'List the rules of the method',
    input: z.strictObject({}),
    output: z.array(ruleOut),
    errors: [],
    rights: 'read',
    rest: 'GET /rules',
    commandLine: { words: ['rules', 'list'], examples: ['rules list'] },
    run: async () => ruleIds.map((id) => ({ id, ...rules[id] })),
  }),
  queryOperation({
    name: 'rules.show',
    summary: 'Show why a step or a finding says what it says',
    input: z.strictObject({ rule: line('The rule’s id, such as F1') }),
    output: wholeRuleOut,
    errors: ['NOT_FOUND'],
    rights: 'read',
    rest: 'GET /rules/{rule}',
    commandLine: { words: ['rules', 'show'], positional: ['rule'], examples: ['rules show F1'] },
    run: async (tx, { rule }) => {
      const id = rule.toUpperCase() as RuleId
      if (!Object.hasOwn(rules, id)) throw notFound('rule', rule)
      const policy = await readPolicy(tx)
      const fields = policyFieldNames.filter((name) => policyFields[name].rule === id)
      return {
        id,
        ...rules[id],
        steps: stepKinds.filter((kind) => rulesOfStep[kind].includes(id)),
        policy: fields.map((name) => ({ name, value: policy[name], why: policyReasons[name] })),
      }
    },
  }),
]

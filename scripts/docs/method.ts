import { rules as letterRules } from '../../src/core/letters/review/registry.ts'
import { policyFieldNames, policyOf } from '../../src/core/method/policy.ts'
import { type PolicyField, policyFields } from '../../src/core/method/policy-fields.ts'
import { policyReasons } from '../../src/core/method/policy-reasons.ts'
import { profileNames, profiles } from '../../src/core/method/profiles.ts'
import { type RuleId, ruleIds, rules } from '../../src/core/method/rules.ts'
import { rulesOfStep, stepKinds } from '../../src/core/method/step.ts'
import { type RuleTest, testsOfRules } from './tests-of-rules.ts'

/** docs/method.md: every rule with its reason, what it can be set to, what it makes, and the tests that hold it. */
export function methodPage(root: string): string {
  const tests = testsOfRules(root)
  return `# The method

Made from the code by \`npm run docs\`. Each rule has an id, which steps and findings carry; \`acquaint rules show F1\` tells
one. What the findings look for stands in [letters.md](letters.md).

| id | rule | why | can be set | steps | findings in letters |
| --- | --- | --- | --- | --- | --- |
${ruleIds.map(row).join('\n')}

## The policy

\`acquaint policy show\` tells what is in force, \`acquaint policy edit\` changes it. The profiles are sets of values to start from:
${profileNames.map((name) => `\`${name}\` (${lowerFirst(profiles[name].summary)})`).join(', ')}.

| field | rule | range | ${profileNames.map((name) => `\`${name}\``).join(' | ')} | why |
| --- | --- | --- | ${profileNames.map(() => '---').join(' | ')} | --- |
${policyFieldNames.map(policyRow).join('\n')}

## The tests

${ruleIds.map((id) => testList(id, tests.get(id)!)).join('\n\n')}
`
}

function row(id: RuleId): string {
  const fields = policyFieldNames.filter((name) => policyFields[name].rule === id)
  const steps = stepKinds.filter((kind) => rulesOfStep[kind].includes(id))
  const findings = letterRules.filter((one) => one.id === id).map(({ check }) => check)
  return `| ${id} | ${rules[id].title} | ${rules[id].why} | ${coded(fields)} | ${coded(steps)} | ${coded(findings)} |`
}

function policyRow(name: (typeof policyFieldNames)[number]): string {
  const field: PolicyField = policyFields[name]
  const values = profileNames.map((profile) => String(policyOf(profile)[name]))
  return `| \`${name}\` | ${field.rule} | ${rangeOf(field)} | ${values.join(' | ')} | ${policyReasons[name]} |`
}

function rangeOf(field: PolicyField): string {
  if (field.kind === 'number') return `${field.min} to ${field.max} ${field.unit}`
  return field.kind === 'choice' ? field.choices.join(', ') : 'true, false'
}

const testList = (id: RuleId, tests: RuleTest[]): string =>
  `**${id}**\n\n${tests.map(({ file, title }) => `- ${title} — \`${file}\``).join('\n')}`

const coded = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

import { rules } from '../../src/core/letters/review/registry.ts'
import type { Example, Rule } from '../../src/core/letters/review/rule.ts'

/** `docs/letters.md`: what the review of a letter checks, a row for each rule of the registry. */
export const lettersPage = (): string => `# What the review of a letter checks

Made from the rules in \`src/core/letters/review/rules\` by \`npm run docs\`; each row is a test. Where offices disagree, the policy
decides: its fields stand in code type. An error is what you should not send; a warning is worth a second look; a hint is a
suggestion. A check may be milder than its row says where the case is mild.

| rule | check | holds for | what is checked | severity | an example that fails | an example that passes |
|---|---|---|---|---|---|---|
${rules.map(row).join('\n')}
`

const row = ({ id, check, kinds, channels, checks, severity, fails, passes }: Rule): string =>
  `| ${[
    id,
    check,
    [kinds === 'all' ? 'every letter' : kinds.join(', '), channels && `by ${channels.join(', ')}`]
      .filter(Boolean)
      .join('; '),
    checks,
    severity,
    example(fails),
    example(passes),
  ].join(' | ')} |`

function example({ text, subject, context = {}, policy }: Example): string {
  const { referrer, recipient, conversation, reportOn } = context
  const known = [
    policy &&
      `policy ${Object.entries(policy)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')}`,
    referrer && `referred by ${referrer}`,
    recipient && `to ${recipient.name}`,
    conversation?.highlight && `valued: ${conversation.highlight}`,
    ...(conversation?.advice ?? []).map((advice) => `advised: ${advice}`),
    ...(conversation?.namesGiven ?? []).map((name) => `named: ${name}`),
    conversation?.late && 'two days after the talk',
    reportOn && `about ${reportOn}`,
  ].filter(Boolean)
  const said = [subject === undefined ? '' : `Subject: ${subject}`, shortened(text)].filter(
    (part) => part.trim() !== '',
  )
  return `${said.length > 0 ? said.join(' / ') : '(nothing)'}${known.length > 0 ? ` (${known.join('; ')})` : ''}`
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
}

/** On one line; the examples of length say one sentence again and again. */
function shortened(text: string): string {
  const line = text.replace(/\n/g, ' / ')
  return line.length > 200
    ? `${line.slice(0, 120).trimEnd()} ... (${text.split(/\s+/).filter(Boolean).length} words)`
    : line
}

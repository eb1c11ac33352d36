import { parseLetter } from './parse.ts'
import { rules } from './registry.ts'
import type { Finding, ReviewContext, Rule, Severity } from './rule.ts'

export interface Review {
  words: number
  findings: Finding[]
  /** No finding is an error. */
  passed: boolean
}

/** Reads a letter by all rules that hold for its kind and channel. `start` and `end` index the text as it was given. */
export function reviewLetter(given: { text: string; subject?: string }, context: ReviewContext): Review {
  const letter = parseLetter(given.text, given.subject)
  const findings = rules
    .filter((rule) => holdsFor(rule, context) && (letter.english || rule.anyLanguage))
    .flatMap((rule) =>
      rule.find(letter, context).map(
        ({
          rule: id = rule.id,
          severity = rule.severity,
          message,
          suggestion,
          start,
          end,
          inSubject,
        }): Finding => ({
          rule: id,
          check: rule.check,
          severity,
          message,
          suggestion,
          start,
          end,
          where: inSubject ? 'subject' : 'text',
        }),
      ),
    )
    .sort((one, other) => weight[one.severity] - weight[other.severity] || one.start - other.start)
  return { words: letter.words, findings, passed: findings.every(({ severity }) => severity !== 'error') }
}

const weight: Record<Severity, number> = { error: 0, warning: 1, hint: 2 }

/** Whether a rule speaks about letters of this kind, sent in this way. A way that is not known could be any. */
const holdsFor = (rule: Rule, { kind, channel }: ReviewContext): boolean =>
  (rule.kinds === 'all' || rule.kinds.includes(kind)) &&
  (!rule.channels || !channel || rule.channels.includes(channel))

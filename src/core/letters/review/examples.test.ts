import { describe, expect, it } from 'vitest'
import { officePolicy } from '../../method/policy.ts'
import { parseLetter } from './parse.ts'
import { rules } from './registry.ts'
import type { Example, Rule } from './rule.ts'

/** What a rule alone says to an example, as the docs show it. */
function tried({ kinds, channels, find }: Rule, { text, subject, context, policy }: Example) {
  return find(parseLetter(text, subject), {
    kind: kinds === 'all' ? 'request' : kinds[0]!,
    channel: channels?.[0],
    policy: { ...officePolicy, ...policy },
    ...context,
  })
}

describe.each(rules)('$id $check: $checks', (rule) => {
  it('finds its failing example', () => {
    const found = tried(rule, rule.fails)
    expect(found.length).toBeGreaterThan(0)
    for (const { message, suggestion } of found) {
      expect(message).toMatch(/[.:]$/)
      expect(suggestion).toMatch(/[."?]$/)
      expect(`${message} ${suggestion}`).not.toMatch(/!|undefined/)
    }
  })

  it('leaves its passing example alone', () => {
    expect(tried(rule, rule.passes)).toEqual([])
  })
})

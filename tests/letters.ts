import { readFileSync } from 'node:fs'
import type { Channel } from '../src/core/approaches/approach.ts'
import type { LetterKind } from '../src/core/letters/letter.ts'

/** A letter of `tests/fixtures/letters`, and what its heading says of it. */
export interface SampleLetter {
  title: string
  text: string
  kind: LetterKind
  channel?: Channel
  /** `key=value` pairs of the heading, with spaces for underscores. */
  given: Record<string, string>
  /** `RULE/check` of each fault that it has. */
  faults: string[]
}

/**
 * Letters from one file: each begins with `=== kind [channel] [key=value]... [: RULE/check ...]`. Invented, in the manner
 * in which career offices teach them.
 */
export function sampleLetters(file: string): SampleLetter[] {
  const content = readFileSync(new URL(`fixtures/letters/${file}`, import.meta.url), 'utf8')
  return content
    .split(/^=== /m)
    .slice(1)
    .map((part, index) => {
      const end = part.indexOf('\n')
      const [about = '', faults = ''] = part.slice(0, end).split(' : ')
      const [kind, ...more] = about.trim().split(' ')
      return {
        title: `${file} ${index + 1}: ${part.slice(0, end)}`,
        text: part.slice(end + 1).trimEnd(),
        kind: kind as LetterKind,
        channel: more.find((word) => !word.includes('=')) as Channel | undefined,
        given: Object.fromEntries(
          more
            .filter((word) => word.includes('='))
            .map((word) => word.replaceAll('_', ' ').split('=') as [string, string]),
        ),
        faults: faults.split(' ').filter(Boolean),
      }
    })
}

import { expect, it } from 'vitest'
import { sampleLetters } from '../../../../tests/letters.ts'
import { officePolicy } from '../../method/policy.ts'
import { letterKinds } from '../letter.ts'
import { rules } from './registry.ts'
import { reviewLetter } from './review.ts'

const size = 100_000
const filled = (seed: string): string => seed.repeat(Math.ceil(size / seed.length)).slice(0, size)

/** What a pattern may trip over: its own words again and again, its beginnings, and the characters it repeats. */
const seeds = [
  ...rules.flatMap(({ fails, passes }) => [fails.text, `${passes.text} `]),
  ...`a|aA|1|1 |1-|12 to |half |an |hour |forty-|five |twenty five |minutes |would |would you |if you |you |your |i |any |any job or |job |internship, |opportunities |
  looking for a |let me know |please forward |refer me |referral |not |n't |hiring |know of any |thank |thank you |dear |Dear Dr.|hi |mr. |e.g. |a.b.c.|. |.|! |!|? |?!|[|]|[a|[]|<a|<a |{a|{{|_|_ |x|X |
  (insert |(|)|:) |: |:-|:|http://|?utm_|bit.ly/|track.a.|click.|@|a@|- |* |• |, |a,|'|"|best, |thanks, |regards |Subject: |subject: \\n|\\n|\\n\\n|\\r\\n| |\\t|é|İ|王|。|😊|\\ud800|word word |attached |my resume |enclosed |sorry to |
  why have you |you have never |suggested that |your amazing |so |most |really |very |still |yet not |have not |wish|happy |article `
    .split('|')
    .map((seed) => seed.replace(/\\n|\\r|\\t|\\ud800/g, (written) => JSON.parse(`"${written}"`) as string))
    .filter((seed) => seed !== ''),
]

it('takes time in proportion to the text, whatever the text', () => {
  const slow: string[] = []
  for (const [index, seed] of seeds.entries()) {
    const kind = letterKinds[index % letterKinds.length]!
    {
      const text = index % 2 === 0 ? filled(seed) : `Dear Ms. Lee,\n${filled(seed)}\nMaya`
      const from = performance.now()
      reviewLetter(
        { text, subject: filled(seed).slice(0, 500) },
        { kind, policy: officePolicy, referrer: 'Priya Raman', recipient: { name: 'Ann Lee' } },
      )
      const took = performance.now() - from
      if (took > 1500) slow.push(`${Math.round(took)} ms: ${JSON.stringify(seed.slice(0, 40))} (${kind})`)
    }
  }
  expect(slow).toEqual([])
}, 240_000)

it('reads a letter of 200 words within two milliseconds, at each keystroke', () => {
  const text = sampleLetters('good-requests.txt')
    .slice(0, 3)
    .map((sample) => sample.text)
    .join('\n\n')
    .split(' ')
    .slice(0, 200)
    .join(' ')
  const times: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const from = performance.now()
    reviewLetter({ text: `${text} ${round}` }, { kind: 'request', policy: officePolicy })
    times.push(performance.now() - from)
  }
  const median = times.sort((one, other) => one - other)[150]!
  expect(median).toBeLessThan(2)
})

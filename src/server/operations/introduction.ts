import { z } from 'zod'
import { userIsKnown } from '../../core/conversations/known.ts'
import { countWords } from '../../core/letters/blanks.ts'
import { getPerson } from '../../core/people/commands.ts'
import { person } from '../../core/people/person.ts'
import { rehearse } from '../../core/profile/commands.ts'
import { composeIntroduction } from '../../core/profile/introduction.ts'
import { readProfile } from '../../core/profile/profile.ts'
import { reviewIntroduction } from '../../core/profile/review-introduction.ts'
import { secondsToSay } from '../../core/profile/speech.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { findingOut, ref, text } from './schemas.ts'

const seconds = z.coerce.number().int().min(10).max(180).default(30)
const introductionOut = z.object({
  text: z.string(),
  words: z.int(),
  seconds: z.int().describe('How long it takes to say, at your own pace once you have rehearsed'),
  wordsAMinute: z.int().nullable().describe('Your own pace; none before you rehearse'),
  findings: z.array(findingOut),
  passed: z.boolean(),
})
const passes = (findings: readonly { severity: string }[]) =>
  !findings.some(({ severity }) => severity === 'error')

export const introductionOperations = [
  queryOperation({
    name: 'introduction',
    summary: 'Your introduction of yourself, from your profile (P6)',
    input: z.strictObject({
      seconds: seconds.describe('How long it may take to say: 15, 30, 60 (P6, C4)'),
      person: ref(person, 'To whom; who knows you is not told your name').optional(),
    }),
    output: introductionOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /introduction',
    commandLine: { words: ['introduction'], examples: ['introduction', 'introduction --seconds 15'] },
    run: async (tx, { seconds: most, person: personId }) => {
      const profile = await readProfile(tx)
      const known = personId !== undefined && (await userIsKnown(tx, await getPerson(tx, personId)))
      const spoken = composeIntroduction(profile, { seconds: most, known })
      const findings = reviewIntroduction(spoken.text, { seconds: most, profile, known })
      return { ...spoken, wordsAMinute: profile.wordsAMinute ?? null, findings, passed: passes(findings) }
    },
  }),
  queryOperation({
    name: 'introduction.review',
    summary: 'Judge an introduction in your own words',
    input: z.strictObject({
      text: text('The introduction'),
      seconds: seconds.describe('How long it may take to say (C4)'),
    }),
    output: introductionOut,
    errors: [],
    rights: 'read',
    rest: 'POST /introduction/review',
    commandLine: {
      words: ['introduction', 'review'],
      textFrom: 'text',
      examples: [
        'introduction review --text "My name is Rosa Lind, and I study rivers. What surprised you most in your first year?"',
        'introduction review --file introduction.txt --seconds 60',
      ],
    },
    run: async (tx, { text: given, seconds: most }) => {
      const profile = await readProfile(tx)
      const findings = reviewIntroduction(given, { seconds: most, profile })
      return {
        text: given,
        words: countWords(given),
        seconds: secondsToSay(given, profile.wordsAMinute),
        wordsAMinute: profile.wordsAMinute ?? null,
        findings,
        passed: passes(findings),
      }
    },
  }),
  commandOperation({
    command: rehearse,
    summary:
      'Say how long you took to say your introduction: from then on it is measured by your own pace (P6)',
    input: z.strictObject({
      seconds: z.coerce.number().int().min(1).max(600).describe('How long you took'),
      of: seconds.describe('Which one you said: that of so many seconds'),
      text: text('What you said, where it was not that').optional(),
    }),
    output: introductionOut,
    errors: ['WRONG_STATE'],
    rights: 'write',
    rest: 'POST /introduction/rehearse',
    commandLine: {
      words: ['introduction', 'rehearse'],
      textFrom: 'text',
      examples: ['introduction rehearse --seconds 34'],
    },
    toInput: (input) => input,
    present: async (tx, { wordsAMinute, ...spoken }, { of = 30 }) => {
      const findings = reviewIntroduction(spoken.text, { seconds: of, profile: await readProfile(tx) })
      return { ...spoken, wordsAMinute, findings, passed: passes(findings) }
    },
  }),
]

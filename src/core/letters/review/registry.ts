import type { Rule } from './rule.ts'
import { askIsNoQuestion, noAsk, noMinutes, severalAsks, tooManyMinutes } from './rules/ask.ts'
import { blankRules } from './rules/blanks.ts'
import { connectionRules } from './rules/connection.ts'
import { firstContactRules } from './rules/first-contact.ts'
import { followUpRules } from './rules/follow-up.ts'
import { greetingRules } from './rules/greeting.ts'
import { asksForAJob, tellsOfAJobHunt } from './rules/job.ts'
import { keepingRules } from './rules/keeping.ts'
import { lengthRules } from './rules/length.ts'
import { mannerRules } from './rules/manner.ts'
import { poorSubject } from './rules/subject.ts'
import { thanksRules } from './rules/thanks.ts'

/** Every rule by which a letter is read. To add one: write it in `rules/`, with its two examples, and list it here. */
export const rules: readonly Rule[] = [
  asksForAJob,
  tellsOfAJobHunt,
  ...connectionRules,
  noAsk,
  noMinutes,
  tooManyMinutes,
  askIsNoQuestion,
  severalAsks,
  ...lengthRules,
  ...firstContactRules,
  ...followUpRules,
  ...thanksRules,
  ...keepingRules,
  ...blankRules,
  ...greetingRules,
  poorSubject,
  ...mannerRules,
]

import type { RuleId } from './rules.ts'

export interface NumberField {
  rule: RuleId
  kind: 'number'
  default: number
  min: number
  max: number
  unit: 'days' | 'hours' | 'minutes' | 'times' | 'people' | 'questions' | 'words' | 'percent' | 'closeness'
}

export interface ChoiceField<Choice extends string = string> {
  rule: RuleId
  kind: 'choice'
  default: Choice
  choices: readonly Choice[]
}

export interface SwitchField {
  rule: RuleId
  kind: 'switch'
  default: boolean
}

/** One field of the policy: its default in the profile `office`, its range and its rule. Why it is so: `policy-reasons.ts`. */
export type PolicyField = NumberField | ChoiceField | SwitchField

const number = (
  standard: number,
  min: number,
  max: number,
  unit: NumberField['unit'],
  rule: RuleId,
): NumberField => ({ kind: 'number', default: standard, min, max, unit, rule })

const choice = <const Choice extends string>(
  choices: readonly Choice[],
  rule: RuleId,
): ChoiceField<Choice> => ({ kind: 'choice', default: choices[0]!, choices, rule })

const onOff = (standard: boolean, rule: RuleId): SwitchField => ({
  kind: 'switch',
  default: standard,
  rule,
})

/** Every field of the policy, in the order of `method.md`. Schemas, options, texts and docs are made from this. */
export const policyFields = {
  askAdvocateDays: number(7, 0, 60, 'days', 'W5'),
  applyDays: number(14, 1, 90, 'days', 'W6'),
  eventFollowUpDays: number(3, 1, 30, 'days', 'N3'),
  eventLeadDays: number(14, 1, 90, 'days', 'N4'),
  travelDays: number(14, 0, 120, 'days', 'N4'),
  studentRateDays: number(7, 0, 60, 'days', 'N5'),
  phoneFromCloseness: number(4, 1, 5, 'closeness', 'O1'),
  introduceDays: number(7, 0, 60, 'days', 'O3'),
  askMinutesFrom: number(20, 10, 60, 'minutes', 'O4'),
  askMinutesTo: number(30, 10, 90, 'minutes', 'O4'),
  replyWaitDays: number(14, 1, 60, 'days', 'O6'),
  clock: choice(['calendar', 'business'], 'X5'),
  weekend: choice(['saturday-sunday', 'friday-saturday', 'sunday', 'none'], 'X5'),
  secondContactDays: number(0, 0, 30, 'days', 'X8'),
  attempts: number(2, 1, 3, 'times', 'O7'),
  letterWordsFrom: number(50, 10, 200, 'words', 'X3'),
  letterWordsBest: number(100, 20, 250, 'words', 'X3'),
  letterWordsTo: number(125, 30, 300, 'words', 'X3'),
  aboutContactPercent: number(0, 0, 90, 'percent', 'X8'),
  askIsQuestion: onOff(false, 'X8'),
  resumeOnFirstContact: choice(['warn', 'allow'], 'X4'),
  alternatives: number(3, 1, 10, 'people', 'O7'),
  scheduleDays: number(2, 0, 14, 'days', 'O5'),
  prepareDays: number(3, 1, 30, 'days', 'P1'),
  researchAttendeesDays: number(5, 1, 30, 'days', 'P1'),
  questionsFrom: number(10, 1, 30, 'questions', 'P3'),
  questionsTo: number(15, 1, 40, 'questions', 'P3'),
  questionPlan: choice(['topics', 'tiara'], 'X8'),
  confirmHoursFrom: number(48, 2, 168, 'hours', 'X2'),
  confirmHoursTo: number(24, 1, 72, 'hours', 'X2'),
  arriveEarlyMinutes: number(10, 0, 60, 'minutes', 'C2'),
  thankYouHours: number(48, 12, 168, 'hours', 'F1'),
  promiseDays: number(7, 1, 60, 'days', 'F2'),
  referralDays: number(7, 1, 60, 'days', 'N2'),
  reportBackDays: number(14, 1, 60, 'days', 'X1'),
  progressDays: number(14, 1, 90, 'days', 'X6'),
  cadenceDays: number(90, 14, 730, 'days', 'F4'),
  touchesPerWeek: number(5, 1, 50, 'times', 'X7'),
  openPerOrganisation: number(2, 1, 20, 'people', 'X7'),
} satisfies Record<string, PolicyField>

export type PolicyFieldName = keyof typeof policyFields

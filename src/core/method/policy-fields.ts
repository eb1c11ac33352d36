import type { RuleId } from './rules.ts'

/** What every field of the policy says: the rule that it belongs to, and why it is so. */
interface About {
  rule: RuleId
  why: string
}

export interface NumberField extends About {
  kind: 'number'
  default: number
  min: number
  max: number
  unit: 'days' | 'hours' | 'minutes' | 'times' | 'people' | 'questions' | 'words' | 'percent' | 'closeness'
}

export interface ChoiceField<Choice extends string = string> extends About {
  kind: 'choice'
  default: Choice
  choices: readonly Choice[]
}

export interface SwitchField extends About {
  kind: 'switch'
  default: boolean
}

/** One field of the policy: its default in the profile `office`, its range, and why it is so. */
export type PolicyField = NumberField | ChoiceField | SwitchField

const number = (
  standard: number,
  min: number,
  max: number,
  unit: NumberField['unit'],
  rule: RuleId,
): Omit<NumberField, 'why'> => ({ kind: 'number', default: standard, min, max, unit, rule })

const choice = <const Choice extends string>(
  choices: readonly Choice[],
  rule: RuleId,
): Omit<ChoiceField<Choice>, 'why'> => ({ kind: 'choice', default: choices[0]!, choices, rule })

const onOff = (standard: boolean, rule: RuleId): Omit<SwitchField, 'why'> => ({
  kind: 'switch',
  default: standard,
  rule,
})

/** Every field of the policy, in the order of `method.md`. Schemas, options, texts and docs are made from this. */
export const policyFields = {
  askAdvocateDays: {
    ...number(7, 0, 60, 'days', 'W5'),
    why: 'Ask an ally while their word can still reach somebody.',
  },
  applyDays: {
    ...number(14, 1, 90, 'days', 'W6'),
    why: 'Two weeks before the deadline there is time for a good application.',
  },
  eventFollowUpDays: {
    ...number(3, 1, 30, 'days', 'N3'),
    why: 'Write to somebody you met at an event while they still see your face.',
  },
  eventLeadDays: {
    ...number(14, 1, 90, 'days', 'N4'),
    why: 'So long before a date of an event is due, you hear of it.',
  },
  travelDays: {
    ...number(14, 0, 120, 'days', 'N4'),
    why: 'Two weeks ahead there is still a choice of trains and rooms.',
  },
  studentRateDays: {
    ...number(7, 0, 60, 'days', 'N5'),
    why: 'The organisers need some days to answer before registration closes.',
  },
  phoneFromCloseness: {
    ...number(4, 1, 5, 'closeness', 'O1'),
    why: 'Somebody you speak with regularly is glad of a call; the others have more time with a letter.',
  },
  introduceDays: {
    ...number(7, 0, 60, 'days', 'O3'),
    why: 'Write within a week to somebody you want to meet, while you still know why.',
  },
  askMinutesFrom: {
    ...number(20, 10, 60, 'minutes', 'O4'),
    why: 'A short, definite time is easy to say yes to.',
  },
  askMinutesTo: {
    ...number(30, 10, 90, 'minutes', 'O4'),
    why: 'Half an hour is enough for ten good questions.',
  },
  replyWaitDays: {
    ...number(14, 1, 60, 'days', 'O6'),
    why: 'People are busy; this leaves them room to answer before you write again.',
  },
  clock: {
    ...choice(['calendar', 'business'], 'X5'),
    why: 'Whether weekends and holidays count while you wait for a reply. Either way, nothing falls due on a holiday.',
  },
  weekend: {
    ...choice(['saturday-sunday', 'friday-saturday', 'sunday', 'none'], 'X5'),
    why: 'Which days are no business days where the people you write to live.',
  },
  secondContactDays: {
    ...number(0, 0, 30, 'days', 'X8'),
    why: 'Without a reply for so long, write to a second person at the same employer. With 0 you only wait.',
  },
  attempts: {
    ...number(2, 1, 3, 'times', 'O7'),
    why: 'After the request and one follow-up, your time is better spent on others.',
  },
  letterWordsFrom: {
    ...number(50, 10, 200, 'words', 'X3'),
    why: 'Shorter than this, a request leaves out why you write.',
  },
  letterWordsBest: {
    ...number(100, 20, 250, 'words', 'X3'),
    why: 'Up to so many words are read to the end.',
  },
  letterWordsTo: {
    ...number(125, 30, 300, 'words', 'X3'),
    why: 'More does not fit on the screen of a telephone.',
  },
  aboutContactPercent: {
    ...number(0, 0, 90, 'percent', 'X8'),
    why: 'How much of a request at least should be about them. With 0 it is not measured.',
  },
  askIsQuestion: {
    ...onOff(false, 'X8'),
    why: 'A question is easier to answer than a statement.',
  },
  resumeOnFirstContact: {
    ...choice(['warn', 'allow'], 'X4'),
    why: 'A résumé in a first letter looks like an application. Offices disagree.',
  },
  alternatives: {
    ...number(3, 1, 10, 'people', 'O7'),
    why: 'Moving on is easier with names to move on to.',
  },
  scheduleDays: {
    ...number(2, 0, 14, 'days', 'O5'),
    why: 'Propose a time while their yes is fresh.',
  },
  prepareDays: {
    ...number(3, 1, 30, 'days', 'P1'),
    why: 'Research and questions need an evening or two before the talk.',
  },
  researchAttendeesDays: {
    ...number(5, 1, 30, 'days', 'P1'),
    why: 'Looking up who will be there takes an evening, and is soon forgotten.',
  },
  questionsFrom: {
    ...number(10, 1, 30, 'questions', 'P3'),
    why: 'Ten good questions fill half an hour.',
  },
  questionsTo: {
    ...number(15, 1, 40, 'questions', 'P3'),
    why: 'More than fifteen will not be asked.',
  },
  questionPlan: {
    ...choice(['topics', 'tiara'], 'X8'),
    why: 'Questions over all topics of the method, or one each of trends, insights, advice, resources, assignments.',
  },
  confirmHoursFrom: {
    ...number(48, 2, 168, 'hours', 'X2'),
    why: 'A line two days ahead catches a mistaken date or time zone.',
  },
  confirmHoursTo: {
    ...number(24, 1, 72, 'hours', 'X2'),
    why: 'Later than a day ahead, a change of plans costs them something.',
  },
  arriveEarlyMinutes: {
    ...number(10, 0, 60, 'minutes', 'C2'),
    why: 'Ten minutes early is on time.',
  },
  thankYouHours: {
    ...number(48, 12, 168, 'hours', 'F1'),
    why: 'A thank-you counts while both still remember the talk.',
  },
  promiseDays: {
    ...number(7, 1, 60, 'days', 'F2'),
    why: 'A promise without a date is kept within a week.',
  },
  referralDays: {
    ...number(7, 1, 60, 'days', 'N2'),
    why: 'Write to somebody you were named while the one who named them still expects it.',
  },
  reportBackDays: {
    ...number(14, 1, 60, 'days', 'X1'),
    why: 'Who opened a door likes to hear what was behind it.',
  },
  progressDays: {
    ...number(14, 1, 90, 'days', 'X6'),
    why: 'Who gave you advice likes to hear what you did with it.',
  },
  cadenceDays: {
    ...number(90, 14, 730, 'days', 'F4'),
    why: 'Once a quarter keeps you in mind and is never too much.',
  },
  touchesPerWeek: {
    ...number(5, 1, 50, 'times', 'X7'),
    why: 'More than you can mean is worse than none.',
  },
  openPerOrganisation: {
    ...number(2, 1, 20, 'people', 'X7'),
    why: 'Colleagues talk; two open requests at one employer are enough.',
  },
} satisfies Record<string, PolicyField>

export type PolicyFieldName = keyof typeof policyFields

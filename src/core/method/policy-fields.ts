/** One number of the method: its default in the profile `office`, its range, and why it is so. */
export interface PolicyField {
  default: number
  min: number
  max: number
  unit: 'days' | 'hours' | 'minutes' | 'times' | 'people' | 'questions' | 'closeness'
  rule: string
  why: string
}

/** Every number of the method, in the order of `method.md`. Schemas, options, texts and docs are made from this. */
export const policyFields = {
  phoneFromCloseness: {
    default: 4,
    min: 1,
    max: 5,
    unit: 'closeness',
    rule: 'O1',
    why: 'Somebody you speak with regularly is glad of a call; the others have more time with a letter.',
  },
  introduceDays: {
    default: 7,
    min: 0,
    max: 60,
    unit: 'days',
    rule: 'O3',
    why: 'Write within a week to somebody you want to meet, while you still know why.',
  },
  askMinutesFrom: {
    default: 20,
    min: 10,
    max: 60,
    unit: 'minutes',
    rule: 'O4',
    why: 'A short, definite time is easy to say yes to.',
  },
  askMinutesTo: {
    default: 30,
    min: 10,
    max: 90,
    unit: 'minutes',
    rule: 'O4',
    why: 'Half an hour is enough for ten good questions.',
  },
  replyWaitDays: {
    default: 14,
    min: 1,
    max: 60,
    unit: 'days',
    rule: 'O6',
    why: 'People are busy; two weeks leave them room to answer before you write again.',
  },
  attempts: {
    default: 2,
    min: 1,
    max: 3,
    unit: 'times',
    rule: 'O7',
    why: 'After the request and one follow-up, your time is better spent on others.',
  },
  alternatives: {
    default: 3,
    min: 1,
    max: 10,
    unit: 'people',
    rule: 'O7',
    why: 'Moving on is easier with names to move on to.',
  },
  scheduleDays: {
    default: 2,
    min: 0,
    max: 14,
    unit: 'days',
    rule: 'O5',
    why: 'Propose a time while their yes is fresh.',
  },
  prepareDays: {
    default: 3,
    min: 1,
    max: 30,
    unit: 'days',
    rule: 'P1',
    why: 'Research and questions need an evening or two before the talk.',
  },
  questionsFrom: {
    default: 10,
    min: 1,
    max: 30,
    unit: 'questions',
    rule: 'P3',
    why: 'Ten good questions fill half an hour.',
  },
  questionsTo: {
    default: 15,
    min: 1,
    max: 40,
    unit: 'questions',
    rule: 'P3',
    why: 'More than fifteen will not be asked.',
  },
  confirmHoursFrom: {
    default: 48,
    min: 2,
    max: 168,
    unit: 'hours',
    rule: 'X2',
    why: 'A line two days ahead catches a mistaken date or time zone.',
  },
  confirmHoursTo: {
    default: 24,
    min: 1,
    max: 72,
    unit: 'hours',
    rule: 'X2',
    why: 'Later than a day ahead, a change of plans costs them something.',
  },
  arriveEarlyMinutes: {
    default: 10,
    min: 0,
    max: 60,
    unit: 'minutes',
    rule: 'C2',
    why: 'Ten minutes early is on time.',
  },
  thankYouHours: {
    default: 48,
    min: 12,
    max: 168,
    unit: 'hours',
    rule: 'F1',
    why: 'A thank-you counts while both still remember the talk.',
  },
  promiseDays: {
    default: 7,
    min: 1,
    max: 60,
    unit: 'days',
    rule: 'F2',
    why: 'A promise without a date is kept within a week.',
  },
  referralDays: {
    default: 7,
    min: 1,
    max: 60,
    unit: 'days',
    rule: 'N2',
    why: 'Write to somebody you were named while the one who named them still expects it.',
  },
  reportBackDays: {
    default: 14,
    min: 1,
    max: 60,
    unit: 'days',
    rule: 'X1',
    why: 'Who opened a door likes to hear what was behind it.',
  },
  cadenceDays: {
    default: 90,
    min: 14,
    max: 730,
    unit: 'days',
    rule: 'F4',
    why: 'Once a quarter keeps you in mind and is never too much.',
  },
  touchesPerWeek: {
    default: 5,
    min: 1,
    max: 50,
    unit: 'times',
    rule: 'X7',
    why: 'More than you can mean is worse than none.',
  },
  openPerOrganisation: {
    default: 2,
    min: 1,
    max: 20,
    unit: 'people',
    rule: 'X7',
    why: 'Colleagues talk; two open requests at one employer are enough.',
  },
} satisfies Record<string, PolicyField>

export type PolicyFieldName = keyof typeof policyFields

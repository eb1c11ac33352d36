import type { PolicyFieldName } from './policy-fields.ts'

export interface PolicyProfile {
  summary: string
  /** The values that differ from the fields' own defaults. */
  values: Readonly<Partial<Record<PolicyFieldName, number | string | boolean>>>
}

/** Sets of values to start from. They differ in values alone: no rule asks which profile it is (X8). */
export const profiles = {
  office: {
    summary: 'The career office: two weeks for a reply, one follow-up, letters of up to 125 words',
    values: {},
  },
  '3b7': {
    summary:
      'The two-hour job search: business days, a second contact after three, a follow-up after seven, shorter letters',
    values: {
      clock: 'business',
      secondContactDays: 3,
      replyWaitDays: 7,
      letterWordsFrom: 30,
      letterWordsBest: 74,
      letterWordsTo: 74,
      aboutContactPercent: 51,
      askIsQuestion: true,
      questionPlan: 'tiara',
      questionsFrom: 5,
    },
  },
} as const satisfies Record<string, PolicyProfile>

export type ProfileName = keyof typeof profiles
export const profileNames = Object.keys(profiles) as ProfileName[]

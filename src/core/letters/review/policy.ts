import type { Policy } from '../../method/policy.ts'

/** The values of the policy that letters follow. */
export type LetterPolicy = Pick<
  Policy,
  | 'askMinutesFrom'
  | 'askMinutesTo'
  | 'letterWordsFrom'
  | 'letterWordsBest'
  | 'letterWordsTo'
  | 'aboutContactPercent'
  | 'askIsQuestion'
  | 'resumeOnFirstContact'
  | 'thankYouHours'
>

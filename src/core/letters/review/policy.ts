/** The values of the policy that letters follow. */
export interface LetterPolicy {
  askMinutesFrom: number
  askMinutesTo: number
  letterWordsFrom: number
  letterWordsBest: number
  letterWordsTo: number
  aboutContactPercent: number
  askIsQuestion: boolean
  resumeOnFirstContact: 'warn' | 'allow'
  thankYouHours: number
}

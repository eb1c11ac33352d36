import type { Policy } from '../method/policy.ts'
import type { RuleId } from '../method/rules.ts'
import type { Conversation } from './conversation.ts'

/** A part of the preparation that is not on record yet. */
export interface Missing {
  rule: RuleId
  text: string
}

/** How many parts `missingPreparation` looks at. */
export const preparationParts = 3

/** What is still to do before a conversation, in the order of the method (P1-P3). */
export function missingPreparation(
  talk: Pick<Conversation, 'aims' | 'questions' | 'research'>,
  policy: Policy,
): Missing[] {
  const { questionsFrom } = policy
  const asked = talk.questions.length
  return [
    ...(talk.research.length > 0
      ? []
      : [{ rule: 'P1' as const, text: 'look up the field and the organisation' }]),
    ...(talk.aims.length > 0 ? [] : [{ rule: 'P2' as const, text: 'decide what you want to know' }]),
    ...(asked >= questionsFrom
      ? []
      : [{ rule: 'P3' as const, text: `${questionsFrom - asked} more questions` }]),
  ]
}

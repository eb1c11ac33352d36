import { type IntroductionStatus, unusedStatuses } from '../introductions/progress.ts'
import type { RuleId } from './rules.ts'
import type { Step, StepAction, StepKind } from './step.ts'

/** A step as a rule gives it, before the user's decisions (put off, dismissed) are heard. */
export interface DueStep {
  kind: StepKind
  about: [Step['aboutType'], string]
  /** What makes this asking another than the last one about the same thing: a new attempt, a new touch. */
  occasion?: string | number
  showAt: number
  dueAt: number
  until?: number
  wholeDay: boolean
  inTurn?: boolean
  /** An appointment or a word given: not put off by a pause. */
  firm?: boolean
  rule: RuleId
  why: string
  action: StepAction
}

/** The action that opens the composer. */
export function write(personId: string, kind: string, more: Record<string, unknown> = {}): StepAction {
  return { label: 'Write', operation: 'letters.compose', input: { person: personId, kind, ...more } }
}

/** Whether a referral waits to be used (N2). */
export const isUnused = (status: IntroductionStatus): boolean => unusedStatuses.includes(status)

import { fold } from '../kernel/fold.ts'
import type { BankQuestion, Stage, Topic } from './bank-question.ts'
import { topics } from './bank-question.ts'
import type { FieldGroup } from './field-groups.ts'

export interface BrowseFacts {
  /** The fields that the person knows. */
  groups: readonly FieldGroup[]
  stage?: Stage | undefined
  /** What is on the list already. */
  planned: readonly string[]
}

/** The questions that suit somebody and are not planned yet, by topic, those about their field first (P3, W6). */
export function browse<Question extends Pick<BankQuestion, 'topic' | 'text' | 'field' | 'stage'>>(
  bank: readonly Question[],
  { groups, stage, planned }: BrowseFacts,
): { topic: Topic; questions: Question[] }[] {
  const taken = new Set(planned.map(fold))
  const fitting = bank.filter(
    (one) =>
      !taken.has(fold(one.text)) &&
      (one.field === undefined || groups.includes(one.field)) &&
      (one.stage === undefined || stage === undefined || one.stage === stage),
  )
  return topics.flatMap((topic) => {
    const questions = fitting
      .filter((one) => one.topic === topic)
      .toSorted((a, b) => Number(b.field !== undefined) - Number(a.field !== undefined))
    return questions.length > 0 ? [{ topic, questions }] : []
  })
}

import { derivedId, type Id } from '../kernel/ids.ts'
import type { FieldGroup } from './field-groups.ts'

/** What people can tell that nobody else can (W4, W6), in the order in which a conversation goes through it. */
export const topics = [
  'career-story',
  'work',
  'culture',
  'trends',
  'preparation',
  'marketable',
  'support',
  'advice',
  'closing',
] as const
export type Topic = (typeof topics)[number]

/** The topics as a reader sees them. */
export const topicTitles: Readonly<Record<Topic, string>> = {
  'career-story': 'Their career story',
  work: 'The work itself',
  culture: 'People and culture',
  trends: 'Where the field is going',
  preparation: 'Courses and preparation',
  marketable: 'What makes one marketable',
  support: 'Finding an internship or a job',
  advice: 'Advice for you',
  closing: 'Before you go',
}

/** The five that the profile `3b7` asks one question each of (X8). */
export const tiaraParts = ['trends', 'insights', 'advice', 'resources', 'assignments'] as const
export type TiaraPart = (typeof tiaraParts)[number]

/** Whom a question suits, where it does not suit both. */
export type Stage = 'student' | 'changer'

/** What the bank says of a question. */
export interface BankEntry {
  text: string
  /** Its part in the plan of `3b7` (X8). */
  part?: TiaraPart
  stage?: Stage
  /** Worth asking almost anybody. */
  first?: true
  /** What a good answer gives, as the end of "Good for". */
  unlocks?: string
}

export interface BankQuestion extends BankEntry {
  /** Follows from the text, so that it stays while the bank grows. */
  id: Id
  topic: Topic
  /** The field that it is about; any field without one. */
  field?: FieldGroup
}

/** Questions on one topic, for any field. */
export const onTopic = (topic: Topic, entries: readonly BankEntry[]): readonly BankQuestion[] =>
  entries.map((entry) => ({ ...entry, id: derivedId('question', entry.text), topic }))

/** Questions on several topics, for one field. */
export const inField = (
  field: FieldGroup,
  entries: readonly (BankEntry & { topic: Topic })[],
): readonly BankQuestion[] =>
  entries.map((entry) => ({ ...entry, id: derivedId('question', entry.text), field }))

import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'
import type { TiaraPart, Topic } from './bank-question.ts'

/** A question of the user's own. */
export interface OwnQuestion extends BaseRow {
  text: string
  topic: Topic
  part?: TiaraPart
  /** The user wants to ask it of almost everybody. */
  mustAsk: boolean
  createdAt: number
}

export const question = table<OwnQuestion>()({
  name: 'question',
  columns: { text: 'text', topic: 'text', part: 'text', mustAsk: 'boolean', createdAt: 'instant' },
  indexes: { byTopic: ['topic'] },
})

/** The user's own questions, the oldest first. */
export const ownQuestions = (tx: ReadTx): Promise<OwnQuestion[]> => tx.find(question, 'id', {})

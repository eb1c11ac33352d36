import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { bank } from './bank.ts'
import type { TiaraPart, Topic } from './bank-question.ts'
import { type OwnQuestion, ownQuestions, question } from './question.ts'
import { topicOf } from './topic-of.ts'

export interface QuestionFacts {
  text?: string
  topic?: Topic
  part?: TiaraPart
  mustAsk?: boolean
}

/** Keeps a question of the user's own; without a topic it is filed with those most like it (P3). */
export const addQuestion = command({
  name: 'questions.add',
  run: async (tx, { text, topic, part, mustAsk = false }: QuestionFacts & { text: string }) => {
    await mustBeNew(tx, text)
    const row: Fresh<OwnQuestion> = {
      id: tx.newId(),
      text,
      topic: topic ?? topicOf(text),
      ...(part && { part }),
      mustAsk,
      createdAt: tx.now,
    }
    await tx.put(question, row)
    return row
  },
  summary: (_, row) => `Kept a question: ${row.text}`,
})

/** Changes a question of the user's own. Conversations that have it already keep it as it was. */
export const editQuestion = command({
  name: 'questions.edit',
  run: async (tx, { questionId, ...edit }: QuestionFacts & { questionId: Id }) => {
    const row = await getOwn(tx, questionId)
    if (edit.text !== undefined) await mustBeNew(tx, edit.text, questionId)
    const said = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
    const edited = { ...row, ...said }
    await tx.put(question, edited)
    return edited
  },
  summary: (_, row) => `Changed a question: ${row.text}`,
})

/** Takes a question of the user's own away; conversations keep it. */
export const removeQuestion = command({
  name: 'questions.remove',
  run: async (tx, { questionId }: { questionId: Id }) => {
    const row = await getOwn(tx, questionId)
    await tx.remove(question, questionId)
    return row
  },
  summary: (_, row) => `Removed a question: ${row.text}`,
})

async function getOwn(tx: Tx, id: Id): Promise<OwnQuestion> {
  const row = await tx.get(question, id)
  if (row) return row
  if (bank.some((one) => one.id === id)) {
    throw new DomainError(
      'WRONG_STATE',
      'This question belongs to the bank and stays as it is. Add your own wording with "questions add".',
      { id },
    )
  }
  throw notFound('question of your own', id)
}

async function mustBeNew(tx: Tx, text: string, besides?: Id): Promise<void> {
  const folded = fold(text)
  const rows = [...(await ownQuestions(tx)), ...bank]
  const same = rows.find((one) => one.id !== besides && fold(one.text) === folded)
  if (same) {
    throw new DomainError('CONFLICT', `You have this question already: “${same.text}”`, { id: same.id })
  }
}

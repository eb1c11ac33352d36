import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { PlannedQuestion } from './conversation.ts'

/** What is changed on a list of questions. Each question is named by its number on the list as it stands, or by its words. */
export interface ListEdit {
  add?: readonly PlannedQuestion[]
  remove?: readonly string[]
  star?: readonly string[]
  unstar?: readonly string[]
  /** These first, in this order; the others follow as they were. */
  first?: readonly string[]
}

/** The list after the edit: what must be asked first (P3). Throws INVALID_INPUT where a question is not on the list. */
export function editedList(
  before: readonly PlannedQuestion[],
  { add = [], remove = [], star = [], unstar = [], first = [] }: ListEdit,
): PlannedQuestion[] {
  const list = mustAskFirst(before)
  const named = (field: string, which: readonly string[]) => which.map((words) => onList(list, words, field))
  const gone = new Set(named('remove', remove))
  const starred = new Set(named('star', star))
  const plain = new Set(named('unstar', unstar))
  const ahead = named('first', first)
  const edited = new Map(
    list.map((one) => [
      one,
      starred.has(one) ? { ...one, mustAsk: true } : plain.has(one) ? { ...one, mustAsk: false } : one,
    ]),
  )
  const ordered = [...ahead, ...list.filter((one) => !ahead.includes(one))].filter((one) => !gone.has(one))
  const kept = new Map(ordered.map((one) => [fold(one.text) || one.text, edited.get(one)!]))
  for (const one of add) {
    const key = fold(one.text) || one.text
    kept.set(key, { ...kept.get(key), ...one })
  }
  return mustAskFirst([...kept.values()])
}

/** The order in which a list is kept, shown and numbered. */
export const mustAskFirst = (list: readonly PlannedQuestion[]): PlannedQuestion[] =>
  list.toSorted((a, b) => Number(b.mustAsk) - Number(a.mustAsk))

/** A question that was asked, and what was said to it. */
export interface Asked {
  /** Its number on the list, or its words. */
  question: string
  answer?: string
}

/** The list with what was asked ticked; a question that came up in the talk joins it (C5). */
export function tickedList(before: readonly PlannedQuestion[], asked: readonly Asked[]): PlannedQuestion[] {
  const list = mustAskFirst(before)
  const ticked = [...list]
  for (const { question, answer } of asked) {
    const said = { asked: true, ...(answer !== undefined && { answer }) }
    const found = /^\d+$/.test(question.trim()) ? onList(list, question, 'asked') : byWords(list, question)
    const at = found ? list.indexOf(found) : ticked.findIndex(({ text }) => fold(text) === fold(question))
    if (at >= 0) ticked[at] = { ...ticked[at]!, ...said }
    else ticked.push({ text: question.trim(), mustAsk: false, ...said })
  }
  return ticked
}

/** An answer as a line: "3: what they said", or "the question? what they said". Throws INVALID_INPUT for anything else. */
export function answerFrom(line: string): Asked & { answer: string } {
  const found = /^\s*(\d+)\s*[:.)]\s*(.+)$/s.exec(line) ?? /^(.*?[?？؟])\s*(.+)$/s.exec(line)
  if (found) return { question: found[1]!.trim(), answer: found[2]!.trim() }
  throw invalid(
    'answers',
    `"${line}" does not say which question it answers. Begin with its number and a colon, or with the question itself.`,
  )
}

function onList(list: readonly PlannedQuestion[], words: string, field: string): PlannedQuestion {
  const number = /^\s*(\d+)\s*$/.exec(words)?.[1]
  const found = number === undefined ? byWords(list, words) : list[Number(number) - 1]
  if (found) return found
  throw invalid(
    field,
    number === undefined
      ? `No question on the list has the words “${words}”, or more than one has. Name it by its number.`
      : `There is no question ${number}: the list has ${list.length}.`,
  )
}

/** The one question with these words, or the only one that has them in it. */
function byWords(list: readonly PlannedQuestion[], words: string): PlannedQuestion | undefined {
  const wanted = fold(words)
  const exact = list.find(({ text }) => fold(text) === wanted || text === words)
  if (exact || wanted === '') return exact
  const holding = list.filter(({ text }) => fold(text).includes(wanted))
  return holding.length === 1 ? holding[0] : undefined
}

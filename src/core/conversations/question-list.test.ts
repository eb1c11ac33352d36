import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlannedQuestion } from './conversation.ts'
import { answerFrom, editedList, tickedList } from './question-list.ts'

const one = (text: string, mustAsk = false): PlannedQuestion => ({ text, mustAsk })
const list = [one('How did you begin?', true), one('What surprised you?'), one('Which course helped?')]
const shown = (questions: PlannedQuestion[]) =>
  questions.map(({ text, mustAsk }) => `${mustAsk ? '* ' : ''}${text}`)

describe('the list of questions', () => {
  it('keeps what must be asked first, and adds nothing twice (P3)', () => {
    expect(shown(editedList(list, { add: [one('Who else?', true), one('what surprised you')] }))).toEqual([
      '* How did you begin?',
      '* Who else?',
      'what surprised you',
      'Which course helped?',
    ])
  })

  it('is starred, put in order and shortened by number or by words (P3)', () => {
    expect(shown(editedList(list, { star: ['3'], remove: ['surprised'] }))).toEqual([
      '* How did you begin?',
      '* Which course helped?',
    ])
    expect(shown(editedList(list, { first: ['3'] }))).toEqual([
      '* How did you begin?',
      'Which course helped?',
      'What surprised you?',
    ])
    expect(shown(editedList(list, { unstar: ['1'], first: ['course', '1'] }))).toEqual([
      'Which course helped?',
      'How did you begin?',
      'What surprised you?',
    ])
  })

  it('says which question is not on it', () => {
    expect(() => editedList(list, { remove: ['4'] })).toThrow('There is no question 4: the list has 3.')
    expect(() => editedList(list, { star: ['you'] })).toThrow(/Name it by its number/)
  })

  it('is ticked by what was asked; what came up joins it, and nothing has failed (C5)', () => {
    const ticked = tickedList(list, [
      { question: '2', answer: 'The quiet.' },
      { question: 'Which course helped?' },
      { question: 'What is that noise?', answer: 'The pump.' },
    ])
    expect(ticked).toEqual([
      list[0],
      { ...list[1], asked: true, answer: 'The quiet.' },
      { ...list[2], asked: true },
      { text: 'What is that noise?', mustAsk: false, asked: true, answer: 'The pump.' },
    ])
  })

  it('takes an answer by number or after the question (C5)', () => {
    expect(answerFrom('3: by chance')).toEqual({ question: '3', answer: 'by chance' })
    expect(answerFrom('How did you begin? By chance: really')).toEqual({
      question: 'How did you begin?',
      answer: 'By chance: really',
    })
    expect(() => answerFrom('by chance')).toThrow(/which question/)
  })

  it('loses and doubles nothing, whatever is put first (P3)', () => {
    const questions = fc.uniqueArray(
      fc.record({ text: fc.stringMatching(/^[a-z]{3,8}\?$/), mustAsk: fc.boolean() }),
      { selector: ({ text }) => text, minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(questions, fc.array(fc.nat(7), { maxLength: 5 }), (given, order) => {
        const first = order.filter((at) => at < given.length).map((at) => String(at + 1))
        const edited = editedList(given, { first })
        expect(edited.map(({ text }) => text).sort()).toEqual(given.map(({ text }) => text).sort())
        const stars = edited.map(({ mustAsk }) => mustAsk)
        expect(stars).toEqual(stars.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})

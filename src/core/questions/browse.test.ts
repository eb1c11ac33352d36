import { expect, test } from 'vitest'
import { bank } from './bank.ts'
import { topics } from './bank-question.ts'
import { browse } from './browse.ts'

test('the bank is looked through by topic: what suits the person, without what is planned (P3, W6)', () => {
  const [first] = bank
  const all = browse(bank, { groups: [], planned: [] })
  expect(all.map(({ topic }) => topic)).toEqual([...topics])
  expect(all.flatMap(({ questions }) => questions).every(({ field }) => field === undefined)).toBe(true)
  const planned = browse(bank, { groups: [], planned: [first!.text.toUpperCase()] })
  expect(planned.flatMap(({ questions }) => questions)).toHaveLength(
    all.flatMap(({ questions }) => questions).length - 1,
  )
})

test('questions about their field come first, those for a changer only to a changer (P3)', () => {
  const found = browse(bank, { groups: ['health'], stage: 'student', planned: [] })
  const questions = found.flatMap((one) => one.questions)
  expect(questions.some(({ field }) => field === 'health')).toBe(true)
  expect(questions.some(({ stage }) => stage === 'changer')).toBe(false)
  for (const { questions: some } of found) {
    const general = some.findIndex(({ field }) => field === undefined)
    if (general >= 0) expect(some.slice(general).every(({ field }) => field === undefined)).toBe(true)
  }
})

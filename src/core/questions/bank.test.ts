import { describe, expect, it, test } from 'vitest'
import { bank } from './bank.ts'
import { tiaraParts, topics } from './bank-question.ts'
import { fieldGroups } from './field-groups.ts'
import { alike, gist } from './likeness.ts'
import { reviewQuestion } from './review-question.ts'

describe('the question bank', () => {
  it('has at least 170 questions, each with an id and words of its own (P3)', () => {
    expect(bank.length).toBeGreaterThanOrEqual(170)
    expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length)
  })

  it('covers every topic for anybody, in both stages (W6)', () => {
    for (const topic of topics) {
      for (const stage of ['student', 'changer']) {
        const fitting = bank.filter(
          (one) => one.topic === topic && !one.field && (one.stage ?? stage) === stage,
        )
        expect(fitting.length, `${topic}, ${stage}`).toBeGreaterThanOrEqual(8)
      }
    }
  })

  it('has at least five questions for each of its fields (W4)', () => {
    expect(fieldGroups.length).toBeGreaterThanOrEqual(12)
    for (const field of fieldGroups)
      expect(bank.filter((one) => one.field === field).length, field).toBeGreaterThanOrEqual(5)
  })

  it('has enough for each part of the plan of 3b7, whatever the field (X8)', () => {
    for (const part of tiaraParts)
      expect(bank.filter((one) => one.part === part && !one.field).length, part).toBeGreaterThanOrEqual(8)
  })

  test.each(bank.map(({ text }) => text))('asks well (P4): %s', (text) => {
    expect(reviewQuestion(text)).toEqual([])
    expect(text).toMatch(/^\p{Lu}.*\?$/u)
  })

  it('asks nothing twice in other words (P3)', () => {
    const gists = bank.map(({ text }) => gist(text))
    const pairs = gists.flatMap((one, at) =>
      gists
        .slice(at + 1)
        .flatMap((other, after) => (alike(one, other) ? [[bank[at]?.text, bank[at + 1 + after]?.text]] : [])),
    )
    expect(pairs).toEqual([])
  })
})

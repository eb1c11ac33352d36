import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reviewQuestion } from './review-question.ts'

const said = (text: string) =>
  reviewQuestion(text).map(
    ({ rule, severity, start, end }) => `${rule} ${severity}: ${text.slice(start, end)}`,
  )

describe('a question is judged', () => {
  test.each([
    ['Do you like your work?', 'P4 warning: Do'],
    ['So, is it hard to get used to nights?', 'P4 warning: So, is'],
    ['Any tips?', 'P4 warning: Any'],
  ])('as closed, where a yes or a no would do (P4): %s', (text, finding) => {
    expect(said(text)).toEqual([finding])
  })

  it('offers the open question for a closed one (P4)', () => {
    expect(reviewQuestion('Do you like your work?')[0]?.suggestion).toBe(
      'For example: “What do you like about your work?”',
    )
  })

  test.each([
    ['What does your company do?', 'What does your company do'],
    ['How many people work at your firm?', 'How many people work'],
    ['What are the requirements for the programme?', 'What are the requirements'],
    ['What does a hydrologist do?', 'What does a hydrologist do'],
    ['When was your hospital founded?', 'When was your hospital founded'],
  ])('as to be looked up first, where a search answers it (W4): %s', (text, place) => {
    expect(said(text)).toEqual([`W4 warning: ${place}`])
    expect(reviewQuestion(text)[0]?.suggestion).toMatch(/^Look this up first/)
  })

  test.each(['How much do you earn?', 'What is the salary of a beginner?', 'What perks are there?'])(
    'as about money (P4): %s',
    (text) => {
      expect(said(text)).toEqual([expect.stringMatching(/^P4 warning/)])
      expect(reviewQuestion(text)[0]?.message).toMatch(/money/)
    },
  )

  test.each([
    'Are there any openings on your team?',
    'Can you hire me for the summer?',
    'Could you pass on my CV to your manager?',
    'Is your company hiring at the moment?',
    'What opportunities are there at your company for somebody like me?',
    'Would you refer me to your manager?',
    'Do you have any open positions?',
  ])('as asking for a position, and as nothing else (W2): %s', (text) => {
    expect(said(text)).toEqual([expect.stringMatching(/^W2 error/)])
  })

  test.each([
    'What do you do in winter and how did you get there?',
    'What is your week like? What do you like best?',
    'Which courses should I take, and what skills do you look for?',
  ])('as two questions in one (P4): %s', (text) => {
    expect(reviewQuestion(text).map(({ message }) => message)).toEqual([
      expect.stringMatching(/two questions/),
    ])
  })

  it('as too long to follow by ear (P4)', () => {
    const long = `What would you say ${'about one thing and another '.repeat(7)}when you look back?`
    expect(reviewQuestion(long).map(({ message }) => message)).toEqual([
      expect.stringMatching(/hard to follow/),
    ])
  })

  test.each([
    "Don't you think that tools will change everything?",
    'Surely the first year is the worst?',
    'It gets easier, right?',
  ])('as leading (P4): %s', (text) => {
    expect(reviewQuestion(text).map(({ message }) => message)).toEqual(['This tells them what to answer.'])
  })

  test.each([
    'Could you tell me how you came to nursing?',
    'Tell me about your first year.',
    'How did you hear about the job market here?',
    'What would you pay attention to in my place?',
    'How do you and your team decide what matters?',
    'Where do you see opportunities in the field?',
    'What do people with your career path find hard?',
    'Which first job taught you the most?',
    '何がきっかけでこの仕事を始めましたか？',
    'Was hat Sie in diesen Beruf geführt?',
  ])('as good (P4): %s', (text) => {
    expect(said(text)).toEqual([])
  })

  it('at once, whatever is written, with spans inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { start, end } of reviewQuestion(text)) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
    for (const attack of [
      'where is ',
      'do you have open ',
      'a',
      'any advice ',
      'what does a ',
      ' and how ',
      '? ',
      "don't ",
      'opportunities x ',
    ]) {
      const text = attack.repeat(Math.ceil(100_000 / attack.length))
      const started = performance.now()
      reviewQuestion(text)
      expect(performance.now() - started, attack).toBeLessThan(500)
    }
  })
})

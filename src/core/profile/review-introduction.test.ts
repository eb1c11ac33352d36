import { describe, expect, it, test } from 'vitest'
import { reviewIntroduction } from './review-introduction.ts'

const profile = { name: 'Maya Lindgren' }
const said = (text: string, seconds = 30) =>
  reviewIntroduction(text, { seconds, profile }).map(
    ({ rule, severity, start, end }) => `${rule} ${severity}: ${text.slice(start, end)}`,
  )
const good =
  'My name is Maya Lindgren, and I study rivers in my second year. Last summer I took samples for the county. What surprised you most in your first year?'

describe('an introduction is judged', () => {
  it('as good, where it says who you are and ends with a question (P6)', () => {
    expect(said(good)).toEqual([])
  })

  it('as too long, from where the time is over (C4)', () => {
    const [finding] = reviewIntroduction(good, { seconds: 8, profile })
    expect(finding).toMatchObject({ rule: 'C4', severity: 'warning', end: good.length })
    expect(good.slice(0, finding!.start)).toMatch(/^My name is Maya Lindgren, and I study rivers/)
  })

  it('as nameless (P6)', () => {
    expect(said('I study rivers. What surprised you most?')).toEqual(['P6 warning: I study rivers'])
    expect(said('I am Maya, and I study rivers. What surprised you most?')).toEqual([
      'P6 hint: I am Maya, and I study rivers',
    ])
  })

  it('as one after which nobody knows whose turn it is (P6)', () => {
    expect(said('My name is Maya Lindgren. I study rivers.')).toEqual(['P6 warning: I study rivers.'])
    expect(said('My name is Maya Lindgren. Do you like your work?')).toEqual(['P4 warning: Do'])
  })

  test.each([
    ['I am a self-starter.', 'self-starter'],
    ['I leverage data.', 'leverage'],
    ['I am passionate about rivers.', 'passionate about'],
  ])('as jargon (P6): %s', (sentence, place) => {
    expect(said(`My name is Maya Lindgren. ${sentence} What surprised you most?`)).toEqual([
      `P6 warning: ${place}`,
    ])
  })

  test.each([
    'Managed a team of five.',
    'My responsibilities included sampling.',
    'I know R, Python, SQL, QGIS, Excel, and Word.',
    '2022 - 2024 at the county lab.',
  ])('as a résumé read aloud (P6): %s', (sentence) => {
    const text = `My name is Maya Lindgren. ${sentence} What surprised you most?`
    expect(reviewIntroduction(text, { seconds: 30, profile }).map(({ message }) => message)).toEqual([
      expect.stringMatching(/résumé/),
    ])
  })

  test.each(['I am looking for an internship.', 'Are you hiring?', 'Could you pass on my resume?'])(
    'as asking for a position (W2): %s',
    (sentence) => {
      expect(said(`My name is Maya Lindgren. ${sentence} What surprised you most?`)).toEqual([
        expect.stringMatching(/^W2 error/),
      ])
    },
  )

  it('as begging, and as smaller than you are (W2, P6)', () => {
    expect(said('My name is Maya Lindgren. I really need this. What surprised you most?')).toEqual([
      'W2 warning: I really need',
    ])
    expect(said("My name is Maya Lindgren. I'm just a sophomore. What surprised you most?")).toEqual([
      "P6 hint: I'm just a ",
    ])
  })

  it('at once, whatever is written', () => {
    for (const attack of ['a', ' ', '\n', '- ', 'a,', '. ', 'I am ', 'looking for a ', '?" ']) {
      const text = attack.repeat(Math.ceil(100_000 / attack.length))
      const started = performance.now()
      reviewIntroduction(text, { seconds: 30, profile: {} })
      expect(performance.now() - started, JSON.stringify(attack)).toBeLessThan(1000)
    }
  })
})

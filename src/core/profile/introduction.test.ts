import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blanksIn, countWords } from '../letters/blanks.ts'
import { composeIntroduction } from './introduction.ts'

const maya = {
  name: 'Maya Lindgren',
  year: 'second-year',
  major: 'environmental engineering',
  school: 'Lakeside University',
  skills: ['R', 'GIS', 'field sampling'],
  strengths: ['patience', 'clear writing'],
  experiences: ['Summer intern at the county water lab', 'two years as a lab tutor'],
  question: 'What does a good week look like for you',
}
const empty = { skills: [], strengths: [], experiences: [] }

describe('the introduction', () => {
  it('gives full name, year and major, skills, strengths, experience, and ends with the question (P6)', () => {
    expect(composeIntroduction(maya)).toEqual({
      text:
        'My name is Maya Lindgren, and I am a second-year student of environmental engineering at Lakeside University. ' +
        'My skills include R, GIS and field sampling. My strengths are patience and clear writing. ' +
        'My experience so far: summer intern at the county water lab; two years as a lab tutor. ' +
        'What does a good week look like for you?',
      words: 58,
      seconds: 24,
    })
  })

  it('has blanks for name, studies and question (P6)', () => {
    const { text } = composeIntroduction(empty)
    expect(blanksIn(text).map((found) => found.text)).toEqual([
      '[your name]',
      '[what you study]',
      '[your question to them]',
    ])
    expect(composeIntroduction({ ...empty, year: 'second-year' }).text).toContain(
      'I am a second-year student of [what you study].',
    )
  })

  it('leaves out the further ones first, then the school, and keeps name, studies and question (P6, C4)', () => {
    const short = composeIntroduction(maya, { seconds: 20 })
    expect(short.text).toContain('summer intern at the county water lab.')
    expect(short.text).not.toContain('lab tutor')
    expect(short.seconds).toBeLessThanOrEqual(20)
    const shortest = composeIntroduction(maya, { seconds: 1 })
    expect(shortest.text).toBe(
      'My name is Maya Lindgren, and I am a second-year student of environmental engineering. ' +
        'What does a good week look like for you?',
    )
  })

  it('is spoken in the time asked for, at 150 words a minute (P6)', () => {
    const phrase = fc
      .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 })
      .map((all) => all.join(' '))
    const some = fc.array(phrase, { maxLength: 6 })
    const profile = fc.record({
      name: fc.constant('Maya Lindgren'),
      year: fc.constantFrom(undefined, 'junior', 'class of 2027'),
      major: phrase,
      school: phrase,
      skills: some,
      strengths: some,
      experiences: some,
      question: phrase,
    })
    fc.assert(
      fc.property(profile, fc.integer({ min: 20, max: 120 }), (given, seconds) => {
        const spoken = composeIntroduction(given, { seconds })
        expect(spoken.seconds).toBeLessThanOrEqual(seconds)
        expect(spoken.words).toBe(countWords(spoken.text))
        expect(spoken.text).toMatch(/^My name is Maya Lindgren.*\?$/)
        expect(spoken.text).not.toMatch(/ {2}|\bundefined\b|\bnull\b|\[/)
      }),
    )
  })
})

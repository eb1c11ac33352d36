import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blanksIn, countWords } from '../letters/blanks.ts'
import { composeIntroduction } from './introduction.ts'
import { reviewIntroduction } from './review-introduction.ts'

const maya = {
  name: 'Maya Lindgren',
  year: 'second-year',
  major: 'environmental engineering',
  school: 'Lakeside University',
  skills: ['R', 'GIS', 'field sampling'],
  strengths: ['patience', 'clear writing'],
  experiences: ['Summer intern at the county water lab', 'two years as a lab tutor'],
  interests: ['water management'],
  question: 'What does a good week look like for you',
}
const empty = { skills: [], strengths: [], experiences: [], interests: [] }

describe('the introduction', () => {
  it('gives full name, year and major, experience, skills, strengths, and ends with the question (P6)', () => {
    expect(composeIntroduction(maya)).toEqual({
      text:
        'My name is Maya Lindgren, and I am a second-year student of environmental engineering at Lakeside University. ' +
        'What I have done so far: summer intern at the county water lab; two years as a lab tutor. ' +
        'I bring along R, GIS and field sampling, and my strengths are patience and clear writing. ' +
        'At the moment I am finding out about water management. ' +
        'What does a good week look like for you?',
      words: 71,
      seconds: 29,
    })
  })

  it('says of an experience what you would say of it (P5)', () => {
    const sentences = [
      {
        about: 'summer intern at the county water lab',
        text: 'A summer in the water lab made me ask who reads the numbers.',
      },
    ]
    const { text } = composeIntroduction({ ...maya, sentences })
    expect(text).toContain(
      'University. A summer in the water lab made me ask who reads the numbers. What I have done',
    )
    expect(text).not.toContain('summer intern')
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

  it('of somebody who comes from another field says where they are going (P6)', () => {
    const rosa = { ...empty, name: 'Rosa Lind', stage: 'changer' as const, interests: ['health policy'] }
    expect(composeIntroduction(rosa).text).toMatch(
      /^My name is Rosa Lind, and I am finding my way into health policy\./,
    )
  })

  it('leaves the name out for somebody who knows it (P6)', () => {
    expect(composeIntroduction(maya, { known: true }).text).toMatch(/^I am a second-year student/)
  })

  it('leaves out the further ones first, then the school, and keeps name, studies and question (P6, C4)', () => {
    const short = composeIntroduction(maya, { seconds: 18 })
    expect(short.text).toContain('summer intern at the county water lab.')
    expect(short.text).not.toContain('lab tutor')
    expect(short.seconds).toBeLessThanOrEqual(18)
    const shortest = composeIntroduction(maya, { seconds: 1 })
    expect(shortest.text).toBe(
      'My name is Maya Lindgren, and I am a second-year student of environmental engineering. ' +
        'What does a good week look like for you?',
    )
  })

  it('is measured by your own pace, once you have rehearsed (P6)', () => {
    const slow = composeIntroduction({ ...maya, wordsAMinute: 110 })
    expect(slow.words).toBeLessThan(composeIntroduction(maya).words)
    expect(slow.seconds).toBeLessThanOrEqual(30)
  })

  it('is spoken in the time asked for, and passes its own review (P6, C4)', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/).filter((one) => one !== 'null' && one !== 'undefined')
    const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
    const some = fc.array(phrase, { maxLength: 6 })
    const profile = fc.record({
      name: fc.constantFrom('Maya Lindgren', 'Li', 'Søren van der Berg', '李小龍', 'Björk Guðmundsdóttir'),
      year: fc.constantFrom(undefined, 'junior', 'class of 2027'),
      major: phrase,
      school: phrase,
      skills: some,
      strengths: some,
      experiences: some,
      interests: some,
      question: fc.constantFrom('What does a good week look like', 'How did you begin?'),
      wordsAMinute: fc.constantFrom(undefined, 120, 170),
    })
    fc.assert(
      fc.property(profile, fc.constantFrom(15, 30, 60, 90), (given, seconds) => {
        const spoken = composeIntroduction(given, { seconds })
        const least = composeIntroduction(given, { seconds: 1 })
        if (least.seconds <= seconds) expect(spoken.seconds).toBeLessThanOrEqual(seconds)
        expect(spoken.words).toBe(countWords(spoken.text))
        expect(spoken.text.startsWith(`My name is ${given.name}`)).toBe(true)
        expect(spoken.text).not.toMatch(/ {2}|\bundefined\b|\bnull\b|\[/)
        const findings = reviewIntroduction(spoken.text, {
          seconds: Math.max(seconds, least.seconds),
          profile: given,
        })
        expect(findings).toEqual([])
      }),
    )
  })
})

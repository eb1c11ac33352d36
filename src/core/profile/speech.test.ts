import { describe, expect, it } from 'vitest'
import { paceOf, sayableIn, secondsToSay } from './speech.ts'

describe('the time to say something', () => {
  it('follows from its syllables, at 150 ordinary words a minute (P6)', () => {
    const ordinary = 'The river behind my school was brown, and nobody could tell me why. '.repeat(10)
    expect(secondsToSay(ordinary)).toBeGreaterThanOrEqual(46)
    expect(secondsToSay(ordinary)).toBeLessThanOrEqual(54)
    expect(secondsToSay('cat dog sun')).toBeLessThan(
      secondsToSay('environmental epidemiology representative'),
    )
    expect(secondsToSay('')).toBe(0)
  })

  it('counts what is said in any script, and numbers and initials as they are spoken', () => {
    expect(secondsToSay('環境工学を学んでいます')).toBeGreaterThanOrEqual(2)
    expect(secondsToSay('Меня зовут Леся, и я изучаю гидрологию')).toBeGreaterThanOrEqual(3)
    expect(secondsToSay('BBC GIS '.repeat(20))).toBeGreaterThan(secondsToSay('bat cat '.repeat(20)))
    expect(secondsToSay('2026 '.repeat(20))).toBeGreaterThan(secondsToSay('cat '.repeat(20)))
  })

  it('gives a pace that measures the same text as it was said (P6)', () => {
    const text =
      'My name is Maya Lindgren, and I study rivers in my second year. What surprised you most? '.repeat(4)
    for (const seconds of [24, 30, 40])
      expect(Math.abs(secondsToSay(text, paceOf(text, seconds)) - seconds)).toBeLessThanOrEqual(1)
  })

  it('says how far one comes in so many seconds', () => {
    const text = 'one two three four five six seven eight nine ten'
    expect(text.slice(0, sayableIn(text, 2))).toMatch(/^one two/)
    expect(sayableIn(text, 60)).toBe(text.length)
  })
})

import type { Problem } from './contact.ts'

const longestText = 200

/** A part of a file that is not taken, its text cut to what a person can look at. */
export function problem(line: number, reason: string, text: string): Problem {
  const start = text.slice(0, longestText)
  // The cut may fall inside of a character that takes two units.
  const whole = /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start
  return { line, reason, text: whole.toWellFormed().replaceAll('\0', '') }
}

import type { Span } from './phrase.ts'

/** A stretch of time that a text names, in minutes: "20-30 minutes", "half an hour". */
export interface NamedTime extends Span {
  from: number
  to: number
}

const numberWords: Record<string, number> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'forty five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
const number = `\\d{1,3}|${Object.keys(numberWords)
  .sort((one, other) => other.length - one.length)
  .join('|')}`
const inMinutes = new RegExp(
  `(?<![a-z0-9$])(?:(${number})(?:[- ]?min(?:ute)?s?)?[- ]{0,3}(?:to|or|and)?[- ]{1,3})?(${number})[\\])]?[- ]{0,3}(?:minutes?|mins?)(?![a-z])`,
  'g',
)
const inHours =
  /(?<![a-z0-9])(?:(a |1\/)?half (?:of )?(?:an )?hour|half[- ]?(?:an[- ])?hour|(?:a )?quarter (?:of an |hour)[a-z]{0,4}|(?:(?:an?|one|1|two|2|three|3|a couple of|a few)[- ])(?:full |whole )?hours?(?:[- ]long)?|half a day|(?:a|the|one) (?:whole|full|entire) day|1\.5 hours|an hour and a half)(?![a-z])/g

/** The times that a plain text names, in their order. */
export function timesIn(plain: string): NamedTime[] {
  const found: NamedTime[] = []
  for (const match of plain.matchAll(inMinutes)) {
    const last = minutesOf(match[2]!)
    const first = match[1] ? minutesOf(match[1]) : last
    // "forty-five" is one number, "twenty-thirty" are two.
    const to = first > last && last < 10 ? first + last : last
    found.push({ ...span(match), from: Math.min(first > last ? to : first, to), to })
  }
  for (const match of plain.matchAll(inHours)) {
    const text = match[0]
    const minutes = /day/.test(text)
      ? 240
      : /half/.test(text)
        ? /and a half/.test(text)
          ? 90
          : 30
        : /quarter/.test(text)
          ? 15
          : /two|2|three|3|couple|few/.test(text)
            ? 120
            : 60
    found.push({ ...span(match), from: minutes, to: minutes })
  }
  return found.sort((one, other) => one.start - other.start).slice(0, 20)
}

const minutesOf = (text: string): number => numberWords[text] ?? Number(text)

const span = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

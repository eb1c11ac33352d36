import { type Id, isId } from '../../kernel/ids.ts'
import type { ColumnKind } from '../../kernel/table.ts'

/** Says what a value is not, as the end of a sentence (`is no list of texts`); nothing where it is right. */
export type Check = (value: unknown) => string | undefined

const a =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : `is no ${what}`

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value)

export const text = a('text', isText)
export const name = a('text with something in it', (value) => isText(value) && value.trim() !== '')
export const id = a('id (a UUID in lower case)', (value): value is Id => isText(value) && isId(value))
export const flag = a('yes or no (true, false)', (value) => typeof value === 'boolean')
export const moment = a('instant (milliseconds since 1970, in a year from 1 to 9999)', isMoment)
export const texts = a('list of texts', (value) => Array.isArray(value) && value.every(isText))
export const textsByName = a(
  'object that holds texts',
  (value) => isObject(value) && Object.values(value).every(isText),
)
export const base64 = a('text in base64', (value) => isText(value) && /^[A-Za-z0-9+/]*={0,2}$/.test(value))
export const day = a('day such as 2026-03-02', (value) => isText(value) && isDay(value))
export const days = a(
  'list of days such as 2026-03-02',
  (value) => Array.isArray(value) && value.every((one) => isText(one) && isDay(one)),
)

/** One of a closed list of words. */
export const choice =
  (...words: string[]): Check =>
  (value) =>
    isText(value) && words.includes(value) ? undefined : `is none of ${words.join(', ')}`

/** A whole number within a range, both ends included. */
export const between = (from: number, to: number): Check =>
  a(`whole number from ${from} to ${to}`, (value) => isInteger(value) && value >= from && value <= to)

/** A list of things of one shape; `optional` names what a thing may lack. */
export const listOf =
  (shape: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'is no list'
    for (const [index, one] of value.entries()) {
      if (!isObject(one)) return `holds something else than an object at ${index + 1}`
      const stranger = Object.keys(one).find((property) => !Object.hasOwn(shape, property))
      if (stranger !== undefined) return `holds a "${stranger}" at ${index + 1} that is not known here`
      for (const [property, check] of Object.entries(shape)) {
        if (one[property] === undefined && optional.includes(property)) continue
        const wrong = check(one[property])
        if (wrong) return `holds a "${property}" at ${index + 1} that ${wrong}`
      }
    }
    return undefined
  }

/** The same, with at least one thing in it. */
export const someOf = (shape: Readonly<Record<string, Check>>, optional?: readonly string[]): Check => {
  const list = listOf(shape, optional)
  return (value) => (Array.isArray(value) && value.length === 0 ? 'is empty' : list(value))
}

/** What the values of a column of this kind are in the file, instants aside. */
export const kindChecks: Readonly<Record<Exclude<ColumnKind, 'instant'>, Check>> = {
  id,
  text,
  date: day,
  integer: a('whole number', isInteger),
  boolean: flag,
  json: () => undefined,
}

/** Epoch milliseconds of an instant as the file writes it; nothing where it is none. */
export function readInstant(value: unknown): number | undefined {
  const instant = isText(value) && instantShape.test(value) ? Date.parse(value) : value
  return isMoment(instant) ? instant : undefined
}

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/
const firstMoment = Date.parse('0001-01-01T00:00:00Z')
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

/** Calendars reckon no further than this, and nobody's network does. */
function isMoment(value: unknown): value is number {
  return isInteger(value) && value >= firstMoment && value <= lastMoment
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

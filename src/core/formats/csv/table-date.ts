import { fold } from '../../kernel/fold.ts'
import { isCalendarDay } from '../calendar-day.ts'

/** In which order a file writes the parts of a date such as 10/12/19. */
export type DateOrder = 'month first' | 'day first'

/** Languages in whose words a date may be written. */
const languages = [
  ...[
    'en',
    'de',
    'fr',
    'es',
    'pt',
    'it',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'hu',
    'ro',
    'tr',
    'el',
    'ru',
    'uk',
  ],
  ...['id', 'ms', 'ar-u-nu-latn', 'he'],
]

/**
 * A date of a table as `YYYY-MM-DD`, or `--MM-DD` where it has no year (RFC 6350, section 4.3.1); absent where it is
 * none. "12 Oct 2019", "12. Oktober 2019", "12 de outubro de 2019", "October 12, 2019", "2019-10-12", "2019年10月12日",
 * "10/12/19" in the file's order, each perhaps with a time after it. Years of two digits are of this century up to
 * `newest`, and of the last one after it.
 */
export function tableDate(text: string, order: DateOrder, newest = 99): string | undefined {
  const parts = numbered(text, order) ?? worded(text)
  if (!parts) return undefined
  const { year, month, day } = parts
  if (year === undefined) return isCalendarDay(2000, month, day) ? `--${two(month)}-${two(day)}` : undefined
  const whole = year.length === 2 ? `${Number(year) <= newest ? '20' : '19'}${year}` : year
  return isCalendarDay(Number(whole), month, day) ? `${whole}-${two(month)}-${two(day)}` : undefined
}

/** Whether a cell says that there is no date: Outlook writes 0/0/00, others 00.00.0000. */
export const isNoDate = (text: string): boolean => /^[0\s./-]+(?: 0?0:00(?::00)?)?$/.test(text)

/**
 * The order of a column's numbered dates, by its own evidence: a date that can only be read one way tells for all.
 * Without one, dates with points are written day first, and the others as `usual` says.
 */
export function dateOrder(texts: Iterable<string>, usual: DateOrder = 'month first'): DateOrder {
  let points = false
  let dayFirst = false
  for (const text of texts) {
    const match = inNumbers.exec(text)
    if (!match) continue
    if (Number(match[3]) > 12) return 'month first'
    if (Number(match[1]) > 12) dayFirst = true
    if (match[2] === '.') points = true
  }
  return dayFirst || points ? 'day first' : usual
}

interface Parts {
  year: string | undefined
  month: number
  day: number
}

const inNumbers = /^(\d{1,2})([./-]) ?(\d{1,2})(?:\2 ?(\d{4}|\d{2})|\.?)(?=$|[\s,T])/

function numbered(text: string, order: DateOrder): Parts | undefined {
  const yearFirst =
    /^(\d{4})(?:[-/.]\s?|年\s?|년\s?)(\d{1,2})(?:[-/.]\s?|月\s?|월\s?)(\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (yearFirst) return { year: yearFirst[1]!, month: Number(yearFirst[2]), day: Number(yearFirst[3]) }
  const yearless = /^--(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? /^(\d{1,2})月\s?(\d{1,2})日/.exec(text)
  if (yearless) return { year: undefined, month: Number(yearless[1]), day: Number(yearless[2]) }
  const match = inNumbers.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  const [month, day] = order === 'month first' ? [first, second] : [second, first]
  return { year: match[4], month, day }
}

/** A date with the month's name in it, in any of the languages. */
function worded(text: string): Parts | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined
  const found = fold(text).split(' ')
  const month = found.map((word) => months().get(word)).find((number) => number !== undefined)
  if (month === undefined) return undefined
  const numbers = found.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th|er|e|o|a|º|ª)?$/.exec(word)?.[1] ?? [])
  const year = numbers.find((number) => number.length === 4)
  const day = numbers.find((number) => number.length <= 2)
  if (day === undefined) return undefined
  // Two digits are a year only as spreadsheets write it, "14-Mar-19": "14 Mar 20" may be a date that was cut.
  const short = /^\d{1,2}-\p{L}+\.?-(\d{2})$/u.exec(text)?.[1]
  if (!year && !short && numbers.length > 1) return undefined
  return { year: year ?? short, month, day: Number(day) }
}

let monthsByName: Map<string, number> | undefined

/** The months by their names, long and short, as they stand alone and beside a day. */
function months(): Map<string, number> {
  if (monthsByName) return monthsByName
  monthsByName = new Map()
  for (const language of languages) {
    for (const options of [{ month: 'short' }, { month: 'long' }] as const) {
      const alone = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
      const inDate = new Intl.DateTimeFormat(language, { ...options, day: 'numeric', timeZone: 'UTC' })
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2024, month, 15))
        for (const format of [alone, inDate]) {
          const part = format.formatToParts(day).find(({ type }) => type === 'month')
          const name = fold(part?.value ?? '')
          if (name && !/^\d/.test(name) && !monthsByName.has(name)) monthsByName.set(name, month + 1)
        }
      }
    }
  }
  // As people shorten them, where the languages' own tables do not.
  for (const [name, month] of shortened) if (!monthsByName.has(name)) monthsByName.set(name, month)
  return monthsByName
}

const shortened: readonly (readonly [string, number])[] = [
  ...([
    ['sept', 9],
    ['set', 9],
    ['mrz', 3],
    ['maerz', 3],
    ['mrt', 3],
    ['avr', 4],
    ['fev', 2],
    ['aout', 8],
  ] as const),
  ...([
    ['jan', 1],
    ['jul', 7],
    ['jun', 6],
    ['mai', 5],
    ['dez', 12],
    ['okt', 10],
    ['ene', 1],
    ['ago', 8],
  ] as const),
]

const two = (number: number): string => String(number).padStart(2, '0')

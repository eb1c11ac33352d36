import { Temporal } from '../../../../core/method/clock.ts'
import { momentInWords } from '../../../../core/method/moments.ts'
import type { Page } from './page.ts'

type Moment = Pick<Page, 'now' | 'timeZone'>

const zoned = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

/** An instant in ISO 8601 as people say it; a text that is none stays as it is. */
export function when(instant: string, moment: Moment, options?: { clock?: boolean }): string {
  const milliseconds = Date.parse(instant)
  return Number.isNaN(milliseconds) ? instant : momentInWords(milliseconds, moment, options)
}

/** An instant as a table shows it: `2026-03-02 14:00`. */
export function stamp(instant: string | null | undefined, { timeZone }: Pick<Moment, 'timeZone'>): string {
  if (!instant) return ''
  const at = Date.parse(instant)
  if (Number.isNaN(at) || !instant.includes('T')) return instant
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

import { dateAfter, dayOf, Temporal } from '../../core/method/clock.ts'
import { zone } from '../app/moments.svelte.ts'
import { now } from '../replica/network.svelte.ts'

/** The days to which something is put off most often. */
export function laterDays(): { label: string; day: string }[] {
  const today = dayOf(now(), zone())
  const monday = dateAfter(today, 8 - Temporal.PlainDate.from(today).dayOfWeek)
  return [
    { label: 'Tomorrow', day: dateAfter(today, 1) },
    { label: 'Next Monday', day: monday },
    { label: 'In two weeks', day: dateAfter(today, 14) },
  ]
}

import { dayAfter, dayOf, isBusinessDay, onDay } from './days.ts'
import type { ApproachStory, Story } from './story.ts'

/**
 * When so many days of waiting are over (O6, X5): one day after the other is counted, without those on which they were away, and
 * where business days count, without weekends and holidays. Nothing falls due on a holiday, nor before they are back.
 */
export function endOfWait(story: Story, approach: ApproachStory, days: number): number {
  const { zone, policy } = story
  const holidays = [...story.placeHolidays, ...story.ownHolidays]
  const sentAt = approach.attempts.at(-1)!
  // The day on which they are back takes the place of the day on which they left.
  const away = (day: string) =>
    approach.absences.some(({ from, until }) => dayOf(from, zone) < day && day <= until)
  const counts = (day: string) =>
    !away(day) && (policy.clock === 'calendar' || isBusinessDay(day, policy, holidays))
  let day = dayOf(sentAt, zone)
  for (let counted = 0; counted < days; ) {
    day = dayAfter(day, 1)
    if (counts(day)) counted += 1
  }
  while (holidays.includes(day) || approach.absences.some(({ until }) => day < until)) day = dayAfter(day, 1)
  return onDay(sentAt, day, zone)
}

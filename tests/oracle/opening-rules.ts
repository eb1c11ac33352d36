import { dayAfter, daysLater, startOf } from './days.ts'
import type { Due } from './step.ts'
import type { OpeningStory, Story } from './story.ts'

/** What an opening asks for: W5 and W6. */
export function openingSteps(story: Story, opening: OpeningStory): Due[] {
  return [...apply(story, opening), ...askAdvocate(story, opening)]
}

/** W6: from two weeks before the deadline, until it is done or over. */
function apply({ policy, zone }: Story, { title, status, deadline }: OpeningStory): Due[] {
  if (status !== 'open' || !deadline) return []
  return [
    {
      kind: 'apply',
      subject: title,
      rule: 'W6',
      dueAt: startOf(deadline, zone),
      showAt: startOf(dayAfter(deadline, -policy.applyDays), zone),
      toTheMinute: false,
      key: `apply ${title}`,
      fixed: true,
    },
  ]
}

/** W5: an ally of that organisation is asked, a week after there is one; before the deadline while that is ahead. */
function askAdvocate(story: Story, opening: OpeningStory): Due[] {
  const { policy, zone } = story
  const { title, deadline, status } = opening
  if (status === 'offer' || status === 'closed' || opening.asked.size > 0 || opening.helped.length > 0)
    return []
  const since = [...story.people.values()]
    .filter((one) => one.organization === opening.organization && !one.never)
    .flatMap((one) => allySince(story, one.name) ?? [])
  if (since.length === 0) return []
  const from = Math.max(opening.addedAt, Math.min(...since))
  const soon = daysLater(from, policy.askAdvocateDays, zone)
  const last = status === 'open' && deadline ? startOf(deadline, zone) : soon
  return [
    {
      kind: 'ask-advocate',
      subject: title,
      rule: 'W5',
      dueAt: Math.max(from, Math.min(soon, last)),
      showAt: from,
      toTheMinute: false,
      key: `ask-advocate ${title}`,
      fixed: false,
    },
  ]
}

/** W5: an ally named somebody, or kept a promise; an advocate helped with an opening. Since the first such record. */
function allySince(story: Story, person: string): number | undefined {
  const moments = [
    ...[...story.introductions.values()].filter((one) => one.by === person).map((one) => one.namedAt),
    ...[...story.promises.values()]
      .filter((one) => one.person === person && one.by === 'them' && one.closed === 'kept')
      .map((one) => one.closedAt!),
    ...[...story.openings.values()]
      .flatMap((one) => one.helped)
      .filter((one) => one.person === person)
      .map((one) => one.when),
  ]
  return moments.length > 0 ? Math.min(...moments) : undefined
}

export const isAdvocate = (story: Story, person: string): boolean =>
  [...story.openings.values()].some((one) => one.helped.some((helper) => helper.person === person))

import { dayAfter, dayOf, daysLater, startOf } from './days.ts'
import type { Day } from './facts.ts'
import type { Due } from './step.ts'
import { type EventStory, endOfEvent, type Story } from './story.ts'

/** What an event asks for: N3, N4, N5, P1. Its dates are those of others, so neither a vacation nor a pause moves them. */
export function eventSteps(story: Story, event: EventStory): Due[] {
  if (event.status !== 'planned' && event.status !== 'registered') return followUp(story, event)
  const { policy, zone } = story
  const { name, startsAt, deadline } = event
  const step = (kind: string, rule: string, dueAt: number, showAt: number, until?: number): Due => ({
    kind,
    subject: name,
    rule,
    dueAt,
    showAt,
    ...(until !== undefined && { until }),
    toTheMinute: false,
    // Another day is another occasion, save for the question, which is asked once.
    key: `${kind} ${name} ${kind === 'register' ? deadline : kind === 'ask-student-rate' ? '' : startsAt}`,
    fixed: true,
  })
  const day = dayOf(startsAt, zone)
  const steps: Due[] = []
  const onADay = (kind: string, rule: string, dueOn: Day) => {
    const dueAt = startOf(dueOn, zone)
    steps.push(step(kind, rule, dueAt, daysLater(dueAt, -policy.eventLeadDays, zone), startsAt))
  }
  // What is noted late is asked for on that day, not in the past; and no later than it must be.
  const inTime = (wanted: Day, last: Day): Day => {
    const noted = dayOf(event.addedAt, zone)
    const dueOn = wanted < noted ? noted : wanted
    return dueOn > last ? last : dueOn
  }
  if (event.status === 'planned' && deadline) onADay('register', 'N4', deadline)
  if (event.status === 'planned' && event.fee && event.studentFee === undefined && !event.rateAsked) {
    const last = deadline ?? day
    onADay('ask-student-rate', 'N5', inTime(dayAfter(last, -policy.studentRateDays), last))
  }
  if (event.travel && !event.booked)
    onADay('arrange-travel', 'N4', inTime(dayAfter(day, -policy.travelDays), day))
  if ([...event.toMeet].some(([person, one]) => !one.lookedUp && !story.lookedUp.has(person))) {
    const from = daysLater(startsAt, -policy.researchAttendeesDays, zone)
    steps.push({ ...step('research-attendees', 'P1', startsAt, from, startsAt), toTheMinute: true })
  }
  // Whoever is registered, or need not be, goes.
  if (event.status === 'planned' && deadline) return steps
  const end = endOfEvent(event, zone)
  return [
    ...steps,
    // Reading: on the second day of an event there is nothing to set out for.
    {
      ...step('attend', 'N3', startsAt, startOf(day, zone), Math.min(end, startOf(dayAfter(day, 1), zone))),
      toTheMinute: true,
    },
    { ...step('record', 'N3', end, end), fixed: false },
  ]
}

/** N3: whoever was met is written to within three days, or on the day agreed; whatever goes to them ends it. One step for all. */
function followUp(story: Story, event: EventStory): Due[] {
  const { policy, zone } = story
  const heard = (person: string, since: number) =>
    story.contacts.some(
      (one) => one.person === person && one.from === 'me' && one.event !== event.name && one.when >= since,
    )
  const waiting = event.met
    .filter((one) => !heard(one.person, one.when) && !story.people.get(one.person)!.never)
    .map((one) => {
      const soon = startOf(dayOf(daysLater(one.when, policy.eventFollowUpDays, zone), zone), zone)
      return one.sendOn
        ? { showAt: startOf(one.sendOn, zone), dueAt: startOf(one.sendOn, zone) }
        : { showAt: one.when, dueAt: soon }
    })
  if (waiting.length === 0) return []
  const first = Math.max(...event.met.map((one) => one.when))
  return [
    {
      kind: 'event-follow-up',
      subject: event.name,
      rule: 'N3',
      dueAt: Math.min(...waiting.map((one) => one.dueAt)),
      showAt: Math.min(...waiting.map((one) => one.showAt)),
      toTheMinute: false,
      key: `event-follow-up ${event.name} ${first}`,
      fixed: false,
    },
  ]
}

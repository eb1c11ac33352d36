import { dayOf, daysLater, startOf } from './days.ts'
import type { Due } from './step.ts'
import { endOfTalk, type Story, type TalkStory } from './story.ts'

const minutes = 60_000
const hours = 3_600_000

/** What one talk asks for before and after. */
export function talkSteps(story: Story, talk: TalkStory): Due[] {
  if (!talk.outcome) return arranged(story, talk)
  return talk.outcome === 'held' ? held(story, talk) : []
}

/** P1-P3, X2, C2, F3. */
function arranged({ policy, zone, lookedUp }: Story, talk: TalkStory): Due[] {
  const { startsAt, id, person } = talk
  const end = endOfTalk(talk)
  const step = (kind: string, rule: string, dueAt: number, showAt: number, until?: number): Due => ({
    kind,
    subject: person,
    rule,
    dueAt,
    showAt,
    ...(until !== undefined && { until }),
    toTheMinute: true,
    key: `${kind} ${id} ${startsAt}`,
    fixed: true,
  })
  const there = talk.mode === 'in-person'
  const leave = there ? startsAt - (talk.travelMinutes + policy.arriveEarlyMinutes) * minutes : startsAt
  const steps = [
    step('attend', there ? 'C2' : 'C6', leave, startOf(dayOf(startsAt, zone), zone), end),
    // Reading: to be written down on the day, whatever the hour.
    { ...step('record', 'F3', end, end), toTheMinute: false },
  ]
  const lacking =
    talk.notes < 1 && !lookedUp.has(person)
      ? 'P1'
      : talk.aims < 1
        ? 'P2'
        : talk.questions < policy.questionsFrom
          ? 'P3'
          : undefined
  if (lacking)
    steps.push(step('prepare', lacking, startsAt, daysLater(startsAt, -policy.prepareDays, zone), startsAt))
  // Reading: what is agreed later than that needs no confirming.
  const confirmBy = startsAt - policy.confirmHoursTo * hours
  if (!talk.confirmed && talk.arrangedAt < confirmBy)
    steps.push(step('confirm', 'X2', confirmBy, startsAt - policy.confirmHoursFrom * hours, startsAt))
  return steps
}

/** F1 and X6. */
function held(story: Story, talk: TalkStory): Due[] {
  const { policy, zone } = story
  const { id, person } = talk
  const end = endOfTalk(talk)
  const steps: Due[] = []
  if (!talk.thanked)
    steps.push({
      kind: 'thank',
      subject: person,
      rule: 'F1',
      dueAt: end + policy.thankYouHours * hours,
      showAt: Math.min(end, talk.recordedAt!),
      toTheMinute: true,
      key: `thank ${id}`,
      fixed: true,
    })
  const dueAt = daysLater(talk.startsAt, policy.progressDays, zone)
  if (talk.advice > 0 && !talk.told)
    steps.push({
      kind: 'tell-progress',
      subject: person,
      rule: 'X6',
      dueAt,
      showAt: dueAt,
      toTheMinute: false,
      key: `tell-progress ${id}`,
      fixed: false,
    })
  return steps
}

import { dayAfter, dayOf, mondayOf, onDay, startOf } from './days.ts'
import { eventSteps } from './event-rules.ts'
import type { Fact } from './facts.ts'
import { isAdvocate, openingSteps } from './opening-rules.ts'
import { keepInTouch, personSteps } from './people-rules.ts'
import type { Due } from './step.ts'
import type { Story } from './story.ts'
import { talkSteps } from './talk-rules.ts'
import { storyOf, tell } from './tell.ts'

/** A line of Today. */
export interface OracleStep {
  kind: string
  subject: string
  rule: string
  dueAt: number
  overdue: boolean
  toTheMinute: boolean
  key: string
}

/**
 * The method, said a second time: the steps of Today after these facts, in order. Today is everything whose time comes before the
 * day, or the day so many days ahead, is over where the user is. Written from the method alone, it shares nothing with the program; where the method leaves a
 * choice, a comment says "Reading".
 */
export function oracle(facts: readonly Fact[], zone: string, now: number, days = 0): OracleStep[] {
  const story = storyOf(facts, zone)
  const due = [
    ...[...story.people.values()].flatMap((one) => personSteps(story, one)),
    ...[...story.talks.values()].flatMap((one) => talkSteps(story, one)),
    ...[...story.events.values()].flatMap((one) => eventSteps(story, one)),
    ...[...story.openings.values()].flatMap((one) => openingSteps(story, one)),
  ]
  const today = dayOf(now, story.zone)
  const over = startOf(dayAfter(today, days + 1), story.zone)
  const shown = due
    .flatMap((one) => heard(story, one))
    .filter((one) => one.showAt < over && (one.until === undefined || now < one.until))
  const turns = shown.some((one) => one.kind === 'keep-in-touch')
  const share = story.policy.touchesPerWeek - (turns ? keptThisWeek(facts, story, zone, now) : 0)
  return withinShare(story, shown, share)
    .map(({ kind, subject, rule, dueAt, key, toTheMinute }) => {
      const late = toTheMinute ? now > dueAt : today > dayOf(dueAt, story.zone)
      return { kind, subject, rule, dueAt, key, toTheMinute, overdue: kind !== 'keep-in-touch' && late }
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.dueAt - b.dueAt)
}

/** The user's own word about a step: never to them, paused, on vacation, put off, set aside. */
function heard(story: Story, step: Due): Due[] {
  const { zone, vacation } = story
  const who = story.people.get(step.subject)
  if (who?.never || story.setAside.has(step.key)) return []
  const putOff = story.putOff.get(step.key)
  const paused = step.fixed ? undefined : who?.pausedUntil
  const moved = (instant: number) => {
    let later = instant
    for (const day of [putOff, paused]) if (day) later = Math.max(later, startOf(day, zone))
    const day = dayOf(later, zone)
    const away = vacation && !step.fixed && vacation.from <= day && day < vacation.until
    return away ? onDay(later, vacation.until, zone) : later
  }
  // Reading: what is due at an hour may be put out of sight, but is due at that hour all the same.
  return [{ ...step, showAt: moved(step.showAt), dueAt: step.toTheMinute ? step.dueAt : moved(step.dueAt) }]
}

/** X7: not more in a week than can be meant; advocates and whoever waits longest come first. */
function withinShare(story: Story, steps: Due[], share: number): Due[] {
  const rank = (one: Due) => (isAdvocate(story, one.subject) ? 0 : 1)
  const turns = steps
    .filter((one) => one.kind === 'keep-in-touch')
    .toSorted((a, b) => rank(a) - rank(b) || a.showAt - b.showAt)
    .slice(0, Math.max(0, share))
  return steps.filter((one) => one.kind !== 'keep-in-touch' || turns.includes(one))
}

/** How many of those whose turn it was have heard from the user since Monday. */
function keptThisWeek(facts: readonly Fact[], { zone }: Story, home: string, now: number): number {
  const monday = startOf(mondayOf(dayOf(now, zone)), zone)
  const earlier = facts.findIndex((fact) => fact.at >= monday)
  if (earlier < 0) return 0
  const story = storyOf(facts.slice(0, earlier), home)
  let kept = 0
  for (const fact of facts.slice(earlier)) {
    const who = story.people.get(personOf(story, fact) ?? '')
    const turns = who ? keepInTouch(story, who).flatMap((one) => heard(story, one)) : []
    const contacts = story.contacts.length
    tell(story, fact)
    const made = story.contacts[contacts]
    if (made?.from !== 'me' || made.when < monday) continue
    // Today shows a turn from the morning on.
    const over = startOf(dayAfter(dayOf(made.when, story.zone), 1), story.zone)
    if (turns.some((one) => one.showAt < over)) kept += 1
  }
  return kept
}

/** Whom a fact is about, where it is about somebody. */
function personOf(story: Story, fact: Fact): string | undefined {
  if ('person' in fact) return fact.person
  if ('approach' in fact) return story.approaches.get(fact.approach)?.person
  return 'talk' in fact ? story.talks.get(fact.talk ?? '')?.person : undefined
}

/**
 * The order of Today: overdue promises and thank-yous, what has a fixed hour, replies, follow-ups and the rest, keep-in-touch.
 * Reading: a thank-you comes first before it is late, too.
 */
export function rankOf({
  kind,
  overdue,
  toTheMinute,
}: Pick<OracleStep, 'kind' | 'overdue' | 'toTheMinute'>): number {
  if (kind === 'thank' || (kind === 'keep-promise' && overdue)) return 0
  if (toTheMinute) return 1
  return kind === 'keep-in-touch' ? 3 : 2
}

import { type Conversation, conversation } from '../conversations/conversation.ts'
import { leaveBy } from '../conversations/leave-by.ts'
import { event, type NetworkEvent } from '../events/event.ts'
import { type CalendarEntry, writeCalendar } from '../formats/ics/write-calendar.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { addDays, dayOf } from '../method/clock.ts'
import { type Policy, readPolicy } from '../method/policy.ts'
import { stepTitle } from '../method/step-title.ts'
import { type DueNow, today } from '../method/today.ts'
import { person } from '../people/person.ts'
import { userTimeZone } from '../profile/profile.ts'

/** How many days of steps to come a calendar shows, and how many days of talks that are over. */
const stepDays = 28
const pastDays = 30

/** At nine in the morning of a day, in minutes from its beginning. */
const nine = 9 * 60

/** How long before a talk to be reminded of it, in minutes, where one need not go anywhere. */
const beforeTalk = 15

/** How long a step that is due to the minute is shown, so that it can be seen. */
const stepMinutes = 15

/**
 * The steps of the coming weeks, the talks and the events as a calendar to subscribe to. What is overdue stands on today. The ids
 * of the entries are those of the steps and talks, and the same network gives the same bytes all day.
 */
export async function exportCalendar(tx: ReadTx): Promise<string> {
  const timeZone = await userTimeZone(tx)
  const policy = await readPolicy(tx)
  const from = addDays(tx.now, -pastDays, timeZone)
  const talks = await tx.find(conversation, 'byStart', {}, { from })
  const people = await tx.find(person, 'id', { id: [...new Set(talks.map(({ personId }) => personId))] })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const events = await tx.find(event, 'byStart', {}, { from })
  // Going to a talk is the talk itself, which is there already.
  const steps = (await today(tx, { days: stepDays })).filter(
    ({ kind, aboutType }) => !(kind === 'attend' && aboutType === 'conversation'),
  )
  return writeCalendar({
    method: 'PUBLISH',
    name: 'Acquaint',
    entries: [
      ...events.map(eventEntry),
      ...talks.map((talk) => talkEntry(talk, names.get(talk.personId) ?? '', policy)),
      ...steps.map((step) => stepEntry(step, tx.now, timeZone)),
    ],
  })
}

/** A talk as an entry of a calendar, with a reminder when to leave, or shortly before it begins (C2). */
function talkEntry(talk: Conversation, name: string, policy: Policy): CalendarEntry {
  const { id, startsAt, minutes, place, updatedAt, status } = talk
  const leave = leaveBy(talk, policy)
  const alarm = leave === undefined ? -beforeTalk : Math.round((leave - startsAt) / 60_000)
  const description = preparation(talk)
  return {
    uid: id,
    changedAt: updatedAt,
    when: { startsAt, minutes },
    summary: `Conversation with ${name}`,
    ...(description && { description }),
    ...(place && { place }),
    cancelled: status === 'cancelled' || status === 'no-show',
    busy: status === 'arranged' || status === 'held',
    ...(status === 'arranged' && { alarm }),
  }
}

/** An event as an entry of a calendar; an hour where its end is not known. */
function eventEntry(row: NetworkEvent): CalendarEntry {
  const { id, name, startsAt, endsAt, place, dress, travel, updatedAt, status } = row
  const description = [travel && `The way there: ${travel}`, dress && `Dress: ${dress}`]
    .filter(Boolean)
    .join('\n')
  return {
    uid: id,
    changedAt: updatedAt,
    when: { startsAt, minutes: endsAt === undefined ? 60 : Math.round((endsAt - startsAt) / 60_000) },
    summary: name,
    ...(description && { description }),
    ...(place && { place }),
    cancelled: status === 'cancelled' || status === 'missed',
    busy: status === 'registered' || status === 'attended',
  }
}

/** What the user wants to know, and must ask (P2, P3). */
function preparation({ aims, questions }: Conversation): string {
  const list = (title: string, texts: readonly string[]) =>
    texts.length > 0 ? [`${title}\n${texts.map((text) => `- ${text}`).join('\n')}`] : []
  const must = questions.filter(({ mustAsk }) => mustAsk).map(({ text }) => text)
  return [...list('What I want to know', aims), ...list('What I must ask', must)].join('\n\n')
}

function stepEntry(step: DueNow, now: number, timeZone: string): CalendarEntry {
  const late = step.dueAt < now
  const wholeDay = step.wholeDay || late
  return {
    uid: step.id,
    changedAt: step.updatedAt,
    when: wholeDay
      ? { day: dayOf(late ? now : step.dueAt, timeZone) }
      : { startsAt: step.dueAt, minutes: stepMinutes },
    summary: stepTitle(step),
    description: `${step.why} (${step.rule})`,
    busy: false,
    alarm: wholeDay ? nine : 0,
  }
}

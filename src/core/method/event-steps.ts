import { amountInWords } from '../events/amount.ts'
import { endOfEvent, isAhead, needsTravel } from '../events/event.ts'
import type { Fresh } from '../kernel/table.ts'
import { daysLater } from './calendar.ts'
import { dateAfter, dayInWords, dayOf, endOfDay, startOfDay } from './clock.ts'
import { decided } from './decided.ts'
import { type DueStep, write } from './due-step.ts'
import type { Attendee, EventHistory } from './event-history.ts'
import type { Method } from './method.ts'
import type { Step } from './step.ts'

/**
 * All dated steps of one event: asking for a student rate, registering, the way there, looking people up, going, noting
 * whom one met, writing to them (N3-N5, P1). A function of values alone.
 */
export function eventSteps(history: EventHistory, method: Method): Fresh<Step>[] {
  const { event, decisions } = history
  const due = [
    ...studentRateStep(history, method),
    ...registerStep(history, method),
    ...travelStep(history, method),
    ...researchStep(history, method),
    ...attendSteps(history, method),
    ...followUpStep(history, method),
  ]
  const subject = { type: 'event', id: event.id, name: event.name, rank: 1, decisions } as const
  return due.flatMap((one) => decided(one, subject, method.calendar))
}

const about = ({ event }: EventHistory): DueStep['about'] => ['event', event.id]

/** A fee, and no word yet on what students pay: asked in time to register at that rate (N5). */
function studentRateStep(history: EventHistory, { policy, calendar }: Method): DueStep[] {
  const { event } = history
  const isKnown = event.studentFee !== undefined || event.studentRateAskedAt !== undefined
  if (event.status !== 'planned' || !event.fee || isKnown) return []
  const { timeZone } = calendar
  const closes = event.registrationDeadline ?? dayOf(event.startsAt, timeZone)
  const dueAt = startOfDay(
    notBefore(dateAfter(closes, -policy.studentRateDays), dayOf(event.createdAt, timeZone), closes),
    timeZone,
  )
  return [
    {
      kind: 'ask-student-rate',
      about: about(history),
      showAt: daysLater(dueAt, -policy.eventLeadDays, calendar),
      dueAt,
      until: event.startsAt,
      wholeDay: true,
      firm: true,
      rule: 'N5',
      why: `${event.name} has a fee. Ask the organisers for a student rate before you register.`,
      action: { label: 'Asked', operation: 'events.studentRate', input: { event: event.id } },
    },
  ]
}

/** Registration closes on a day (N4). */
function registerStep(history: EventHistory, { policy, calendar }: Method): DueStep[] {
  const { event } = history
  if (event.status !== 'planned' || event.registrationDeadline === undefined) return []
  const dueAt = startOfDay(event.registrationDeadline, calendar.timeZone)
  return [
    {
      kind: 'register',
      about: about(history),
      occasion: event.registrationDeadline,
      showAt: daysLater(dueAt, -policy.eventLeadDays, calendar),
      dueAt,
      until: event.startsAt,
      wholeDay: true,
      firm: true,
      rule: 'N4',
      why: `The last day to register for ${event.name} is ${dayInWords(dueAt, calendar.timeZone)}.${price(event)}`,
      action: { label: 'Registered', operation: 'events.register', input: { event: event.id } },
    },
  ]
}

/** What registering costs, and what students pay (N5). */
function price({ fee, studentFee, currency }: EventHistory['event']): string {
  if (studentFee !== undefined) return ` Students pay ${amountInWords(studentFee, currency)}.`
  return fee ? ` It costs ${amountInWords(fee, currency)}.` : ''
}

/** The way there, while there is a choice of trains and rooms (N4). */
function travelStep(history: EventHistory, { policy, calendar }: Method): DueStep[] {
  const { event } = history
  if (!isAhead(event) || !needsTravel(event)) return []
  const { timeZone } = calendar
  const starts = dayOf(event.startsAt, timeZone)
  const dueAt = startOfDay(
    notBefore(dateAfter(starts, -policy.travelDays), dayOf(event.createdAt, timeZone), starts),
    timeZone,
  )
  const rest = event.bookings.length > 0 ? 'Something is still to be booked' : 'Book'
  return [
    {
      kind: 'arrange-travel',
      about: about(history),
      occasion: event.startsAt,
      showAt: daysLater(dueAt, -policy.eventLeadDays, calendar),
      dueAt,
      until: event.startsAt,
      wholeDay: true,
      firm: true,
      rule: 'N4',
      why: `${event.name} is on ${dayInWords(event.startsAt, timeZone)}. ${rest}: ${event.travel}`,
      action: { label: 'Book', operation: 'events.book', input: { event: event.id } },
    },
  ]
}

/** Who will be there, and what they do (P1). */
function researchStep(history: EventHistory, { policy, calendar }: Method): DueStep[] {
  const { event, attendees } = history
  const unknown = attendees.filter((one) => one.wantedAt !== undefined && !one.lookedUp)
  if (!isAhead(event) || unknown.length === 0) return []
  return [
    {
      kind: 'research-attendees',
      about: about(history),
      occasion: event.startsAt,
      showAt: daysLater(event.startsAt, -policy.researchAttendeesDays, calendar),
      dueAt: event.startsAt,
      until: event.startsAt,
      wholeDay: false,
      firm: true,
      rule: 'P1',
      why: `Look up whom you want to meet at ${event.name}: ${names(unknown)}.`,
      action: {
        label: 'Looked up',
        operation: 'events.researched',
        input: { event: event.id, person: unknown[0]!.personId },
      },
    },
  ]
}

/** The event itself, for whoever is registered or need not be; then whom one met there (N3). */
function attendSteps(history: EventHistory, { calendar }: Method): DueStep[] {
  const { event, attendees } = history
  const { timeZone } = calendar
  const goes =
    event.status === 'registered' || (event.status === 'planned' && event.registrationDeadline === undefined)
  if (!goes) return []
  const end = endOfEvent(event, timeZone)
  const base = { about: about(history), occasion: event.startsAt, rule: 'N3' } as const
  const toMeet = attendees.filter((one) => one.wantedAt !== undefined)
  const why = [
    `You go to ${event.name}${event.place ? `: ${event.place}` : ''}.`,
    ...(event.dress ? [`Dress: ${event.dress}.`] : []),
    ...(toMeet.length > 0 ? [`To meet: ${names(toMeet)}.`] : []),
  ].join(' ')
  return [
    {
      ...base,
      kind: 'attend',
      showAt: startOfDay(dayOf(event.startsAt, timeZone), timeZone),
      dueAt: event.startsAt,
      until: Math.min(end, endOfDay(dayOf(event.startsAt, timeZone), timeZone)),
      wholeDay: false,
      firm: true,
      why,
      action: { label: 'Open', operation: 'events.show', input: { event: event.id } },
    },
    {
      ...base,
      kind: 'record',
      showAt: end,
      dueAt: end,
      wholeDay: true,
      why: `Note whom you met at ${event.name} while you remember the faces; or that you were not there.`,
      action: { label: 'Was there', operation: 'events.attended', input: { event: event.id } },
    },
  ]
}

/** Whoever was met hears from the user soon, or on the day that was agreed (N3). */
function followUpStep(history: EventHistory, { policy, calendar }: Method): DueStep[] {
  const { event, attendees } = history
  const { timeZone } = calendar
  const met = attendees.flatMap((one) => (one.metAt === undefined ? [] : { ...one, metAt: one.metAt }))
  const waiting = met
    .filter((one) => !one.heardSince && !one.person.doNotContact)
    .map((one) => {
      const soon = startOfDay(
        dayOf(daysLater(one.metAt, policy.eventFollowUpDays, calendar), timeZone),
        timeZone,
      )
      const agreed = one.sendOn === undefined ? undefined : startOfDay(one.sendOn, timeZone)
      return { ...one, showAt: agreed ?? one.metAt, dueAt: agreed ?? soon }
    })
    .sort((a, b) => a.dueAt - b.dueAt)
  const [first] = waiting
  if (!first) return []
  const promised = first.send ? ` You wanted to send ${first.person.name}: ${first.send}` : ''
  return [
    {
      kind: 'event-follow-up',
      about: about(history),
      occasion: Math.max(...met.map(({ metAt }) => metAt)),
      showAt: Math.min(...waiting.map(({ showAt }) => showAt)),
      dueAt: first.dueAt,
      wholeDay: true,
      rule: 'N3',
      why: `You met ${names(waiting)} at ${event.name}. Write while they remember you.${promised}`,
      action: first.known
        ? write(first.personId, 'keep-in-touch', { reason: `our talk at ${event.name}` })
        : write(first.personId, 'request'),
    },
  ]
}

/** A day, moved so that it is neither before the one nor after the other. */
const notBefore = (day: string, first: string, last: string): string =>
  day > last || first > last ? last : day < first ? first : day

/** "Nadia Haddad, Tomás Reyes and 2 others". */
function names(attendees: readonly Attendee[]): string {
  const all = attendees.map(({ person }) => person.name)
  if (all.length > 3) return `${all.slice(0, 2).join(', ')} and ${all.length - 2} others`
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '')
}

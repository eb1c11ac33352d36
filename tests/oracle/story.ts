import { dayAfter, dayOf, startOf } from './days.ts'
import type { Answer, Day, Keep, Mode, Policy } from './facts.ts'

/** What the facts come to: everybody, every request, every talk, as it stands after the last of them. */
export interface Story {
  people: Map<string, PersonStory>
  approaches: Map<string, ApproachStory>
  talks: Map<string, TalkStory>
  introductions: Map<string, IntroductionStory>
  promises: Map<string, PromiseStory>
  events: Map<string, EventStory>
  openings: Map<string, OpeningStory>
  /** Everything that passed between the user and somebody, by either side. */
  contacts: Contact[]
  /** About whom there is a note. */
  lookedUp: Set<string>
  putOff: Map<string, Day>
  setAside: Map<string, number>
  vacation?: { from: Day; until: Day } | undefined
  zone: string
  policy: Policy
  /** Of the place, and the user's own. */
  placeHolidays: Day[]
  ownHolidays: Day[]
}

export interface PersonStory {
  name: string
  addedAt: number
  organization?: string | undefined
  chosenAt?: number | undefined
  keep?: Keep | undefined
  cadence?: number | undefined
  pausedUntil?: Day | undefined
  never: boolean
}

export interface ApproachStory {
  id: string
  person: string
  /** When it was put on record; the first attempt may have been earlier. */
  notedAt: number
  attempts: number[]
  absences: { from: number; until: Day }[]
  reply?: { when: number; answer: Exclude<Answer, 'out-of-office'>; until?: Day | undefined } | undefined
  movedOn: boolean
  /** The talk that it led to, unless that fell through. */
  talk?: string | undefined
}

export interface TalkStory {
  id: string
  person: string
  approach?: string | undefined
  arrangedAt: number
  startsAt: number
  minutes: number
  mode: Mode
  travelMinutes: number
  aims: number
  questions: number
  notes: number
  confirmed: boolean
  outcome?: 'held' | 'fell-through' | undefined
  recordedAt?: number | undefined
  advice: number
  stay: Keep
  thanked: boolean
  told: boolean
}

export interface IntroductionStory {
  id: string
  by: string
  person: string
  namedAt: number
  status: 'named' | 'offered' | 'introduced' | 'contacted' | 'met' | 'reported-back'
  metAt?: number | undefined
}

export interface PromiseStory {
  id: string
  person: string
  by: 'me' | 'them'
  madeAt: number
  dueOn: Day
  closed?: 'kept' | 'dropped' | undefined
  closedAt?: number | undefined
}

export interface Contact {
  person: string
  when: number
  from: 'me' | 'them'
  /** At which event, where they met there. */
  event?: string | undefined
}

export interface EventStory {
  name: string
  addedAt: number
  startsAt: number
  endsAt?: number | undefined
  deadline?: Day | undefined
  fee?: number | undefined
  studentFee?: number | undefined
  travel: boolean
  booked: boolean
  rateAsked: boolean
  status: 'planned' | 'registered' | 'attended' | 'missed' | 'cancelled'
  toMeet: Map<string, { lookedUp: boolean }>
  met: { person: string; when: number; sendOn?: Day | undefined }[]
}

export interface OpeningStory {
  title: string
  addedAt: number
  organization: string
  deadline?: Day | undefined
  status: 'open' | 'applied' | 'interviewing' | 'offer' | 'closed'
  asked: Set<string>
  helped: { person: string; when: number }[]
}

export const endOfTalk = (talk: TalkStory): number => talk.startsAt + talk.minutes * 60_000

/** Reading: an event whose end is not known lasts until the end of its day. */
export const endOfEvent = (event: EventStory, zone: string): number =>
  event.endsAt ?? startOf(dayAfter(dayOf(event.startsAt, zone), 1), zone)

/** Whether a request still asks something: a reply, a second attempt, a time for the talk. */
export const isOpen = ({ movedOn, reply, talk }: ApproachStory): boolean =>
  !movedOn && reply?.answer !== 'no' && talk === undefined

/** Whether there was a request to somebody, or a talk with them, since an instant. */
export const begunSince = (story: Story, person: string, since: number): boolean =>
  [...story.approaches.values()].some((one) => one.person === person && one.notedAt >= since) ||
  [...story.talks.values()].some((one) => one.person === person && one.arrangedAt >= since)

import type { ContactFile } from '../contact.ts'

/** Somebody in a meeting, as its entry names them. */
export interface Participant {
  name?: string
  email?: string
}

/** A meeting with others, or one time of a meeting that repeats. Instants are epoch milliseconds. */
export interface Meeting {
  line: number
  uid: string
  /** Of a meeting that repeats: when this time of it was to begin, before anybody moved it. */
  occurrence?: number
  startsAt: number
  minutes: number
  summary?: string
  place?: string
  cancelled: boolean
  /** Whoever invites and whoever is invited and has not declined; the user may be one of them. */
  people: Participant[]
}

/** A calendar: the people in its meetings as contacts, and the meetings to choose from. */
export interface CalendarFile extends ContactFile {
  format: 'ics'
  meetings: Meeting[]
  /** The address of whoever keeps the calendar, where it tells. */
  owner?: string
}

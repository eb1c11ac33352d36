import { type Conversation, endOf } from './conversation.ts'

/** Talks as somebody looks for them: what comes, what is still to be written down, and what is over. */
export interface Agenda {
  /** The next first; one that is going on now is still coming. */
  coming: Conversation[]
  /** Over and not on record, the oldest first: it is forgotten first (F3). */
  unwritten: Conversation[]
  /** On record, the newest first. */
  past: Conversation[]
}

export function agendaOf(talks: readonly Conversation[], now: number): Agenda {
  const byStart = talks.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
  const arranged = byStart.filter(({ status }) => status === 'arranged')
  return {
    coming: arranged.filter((talk) => endOf(talk) > now),
    unwritten: arranged.filter((talk) => endOf(talk) <= now),
    past: byStart.filter(({ status }) => status !== 'arranged').reverse(),
  }
}

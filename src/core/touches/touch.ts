import { type BaseRow, table } from '../kernel/table.ts'

export type TouchKind = 'email' | 'call' | 'coffee' | 'card' | 'article' | 'message' | 'meeting'

/** Anything that passed between the two; it resets the cadence (F4), and is a line of the log (F3). */
export interface Touch extends BaseRow {
  personId: string
  at: number
  kind: TouchKind
  from: 'me' | 'them'
  /** What came of it, in a few words, for the log. */
  outcome?: string
  note?: string
  /** It answered a keep-in-touch step, and counts towards the week's share (X7). */
  keptInTouch?: boolean
  approachId?: string
  conversationId?: string
  letterId?: string
  /** The event at which the two met. */
  eventId?: string
}

export const touch = table<Touch>()({
  name: 'touch',
  columns: {
    personId: 'id',
    at: 'instant',
    kind: 'text',
    from: 'text',
    outcome: 'text',
    note: 'text',
    keptInTouch: 'boolean',
    approachId: 'id',
    conversationId: 'id',
    letterId: 'id',
    eventId: 'id',
  },
  indexes: {
    byPerson: ['personId', 'at'],
    byTime: ['at'],
    byKeptInTouch: ['keptInTouch', 'at'],
    byApproach: ['approachId'],
    byConversation: ['conversationId'],
    byLetter: ['letterId'],
    byEvent: ['eventId'],
  },
  references: {
    personId: 'person',
    approachId: 'approach',
    conversationId: 'conversation',
    letterId: 'letter',
    eventId: 'event',
  },
  person: 'personId',
})

import { type BaseRow, table } from '../kernel/table.ts'

export type Channel = 'email' | 'phone' | 'linkedin' | 'in-person' | 'letter'

/** One time of writing or calling. */
export interface Attempt {
  channel: Channel
  /** Epoch milliseconds. */
  sentAt: number
  letterId?: string
}

/** They were away, as their mailbox said: the wait stands still (X5). */
export interface Absence {
  /** Epoch milliseconds. */
  from: number
  /** The day on which they are back. */
  until: string
}

interface Asked extends BaseRow {
  personId: string
  /** First the request, then the follow-up (O6). Never empty. */
  attempts: Attempt[]
  createdAt: number
}

/** One request for a conversation: waiting, answered, or moved on from (O6, O7). */
export type Approach = Asked &
  (
    | { status: 'waiting'; absences?: Absence[] }
    | { status: 'replied'; answer: 'yes'; repliedAt: number; conversationId?: string }
    | { status: 'replied'; answer: 'no'; repliedAt: number }
    | { status: 'replied'; answer: 'later'; repliedAt: number; until: string }
    | { status: 'moved-on'; movedOnAt: number }
  )

export const approach = table<Approach>()({
  name: 'approach',
  atomic: true,
  columns: {
    personId: 'id',
    attempts: 'json',
    createdAt: 'instant',
    status: 'text',
    absences: 'json',
    answer: 'text',
    repliedAt: 'instant',
    conversationId: 'id',
    until: 'date',
    movedOnAt: 'instant',
  },
  indexes: {
    byPerson: ['personId', 'createdAt'],
    byStatus: ['status', 'createdAt'],
    byConversation: ['conversationId'],
  },
  references: { personId: 'person', conversationId: 'conversation' },
  person: 'personId',
})

/** Whether the approach still asks something of anybody: a reply, a second attempt, a date for the talk. */
export function isOpen(row: Approach): boolean {
  if (row.status === 'waiting') return true
  return row.status === 'replied' && row.answer !== 'no' && !('conversationId' in row && row.conversationId)
}

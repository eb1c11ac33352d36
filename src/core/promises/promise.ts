import { type BaseRow, table } from '../kernel/table.ts'

/** Something that the user (`me`) or the other person (`them`) said they would do. */
export type Promised = BaseRow & {
  personId: string
  conversationId?: string
  by: 'me' | 'them'
  text: string
  madeAt: number
  /** The day by which it is due. */
  dueOn: string
} & ({ status: 'open' } | { status: 'kept' | 'dropped'; closedAt: number })

export const promise = table<Promised>()({
  name: 'promise',
  atomic: true,
  columns: {
    personId: 'id',
    conversationId: 'id',
    by: 'text',
    text: 'text',
    madeAt: 'instant',
    dueOn: 'date',
    status: 'text',
    closedAt: 'instant',
  },
  indexes: {
    byPerson: ['personId', 'madeAt'],
    byStatus: ['status', 'dueOn'],
    byConversation: ['conversationId'],
  },
  references: { personId: 'person', conversationId: 'conversation' },
  person: 'personId',
})

import { type BaseRow, table } from '../kernel/table.ts'

interface Named extends BaseRow {
  /** Who named somebody. */
  fromPersonId: string
  /** Who was named: a person of the network from then on. */
  toPersonId: string
  conversationId?: string
  namedAt: number
  note?: string
}

/** One person naming another (N2), to its end: what came of it is told to who named them (X1). */
export type Introduction = Named &
  (
    | { status: 'named' | 'offered' | 'introduced' | 'contacted' }
    | { status: 'met'; metAt: number }
    | { status: 'reported-back'; metAt: number; reportedAt: number }
  )

export const introduction = table<Introduction>()({
  name: 'introduction',
  atomic: true,
  columns: {
    fromPersonId: 'id',
    toPersonId: 'id',
    conversationId: 'id',
    namedAt: 'instant',
    note: 'text',
    status: 'text',
    metAt: 'instant',
    reportedAt: 'instant',
  },
  indexes: {
    byFrom: ['fromPersonId'],
    byTo: ['toPersonId'],
    byNamedAt: ['namedAt'],
    byStatus: ['status', 'namedAt'],
    byConversation: ['conversationId'],
  },
  references: { fromPersonId: 'person', toPersonId: 'person', conversationId: 'conversation' },
  person: 'fromPersonId',
})

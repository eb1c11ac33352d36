import { type BaseRow, table } from '../kernel/table.ts'

/** Somebody was asked to help with an opening, or did: dated, and in the user's words (W5). */
export type Advocacy = BaseRow & { openingId: string; personId: string; at: number } & (
    | { status: 'asked'; note?: string }
    | { status: 'helped'; evidence: string }
  )

export const advocacy = table<Advocacy>()({
  name: 'advocacy',
  atomic: true,
  columns: {
    openingId: 'id',
    personId: 'id',
    at: 'instant',
    status: 'text',
    note: 'text',
    evidence: 'text',
  },
  indexes: { byOpening: ['openingId', 'at'], byPerson: ['personId', 'at'] },
  references: { openingId: 'opening', personId: 'person' },
  person: 'personId',
})

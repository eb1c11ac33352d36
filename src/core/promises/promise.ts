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

/** Something promised in a talk, before it is put on record. */
export interface NewPromised {
  text: string
  /** Without it, within a week. */
  dueOn?: string
}

/** Takes a line such as "Send the article, by 2026-03-20" apart; without a day at its end, it is all text. */
export function promisedFrom(line: string): NewPromised {
  const [, text, dueOn] = /^(.*\S),? by (\d{4}-\d{2}-\d{2})$/s.exec(line.trim()) ?? []
  return text && dueOn ? { text: text.replace(/,$/, ''), dueOn } : { text: line.trim() }
}

/** The line that is taken apart so. */
export const promisedLine = ({ text, dueOn }: NewPromised): string => (dueOn ? `${text}, by ${dueOn}` : text)

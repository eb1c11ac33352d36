import type { Channel } from '../approaches/approach.ts'
import { type BaseRow, table } from '../kernel/table.ts'

export const letterKinds = [
  'request',
  'follow-up',
  'thank-you',
  'keep-in-touch',
  'seasonal',
  'introduction-request',
  'report-back',
] as const

export type LetterKind = (typeof letterKinds)[number]

interface Written extends BaseRow {
  personId: string
  kind: LetterKind
  channel: Channel
  subject: string
  body: string
  /** The conversation it thanks for. */
  conversationId?: string
  /** The introduction it uses or reports on. */
  introductionId?: string
  /** The opening for which it asks a word of help (W5). */
  openingId?: string
  createdAt: number
}

/** A text to somebody: a draft, or sent. */
export type Letter = Written & ({ status: 'draft' } | { status: 'sent'; sentAt: number })

export const letter = table<Letter>()({
  name: 'letter',
  atomic: true,
  columns: {
    personId: 'id',
    kind: 'text',
    channel: 'text',
    subject: 'text',
    body: 'text',
    conversationId: 'id',
    introductionId: 'id',
    openingId: 'id',
    createdAt: 'instant',
    status: 'text',
    sentAt: 'instant',
  },
  indexes: {
    byPerson: ['personId', 'createdAt'],
    byConversation: ['conversationId'],
    byIntroduction: ['introductionId'],
    byOpening: ['openingId'],
  },
  references: {
    personId: 'person',
    conversationId: 'conversation',
    introductionId: 'introduction',
    openingId: 'opening',
  },
  person: 'personId',
})

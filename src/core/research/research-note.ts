import { type BaseRow, table } from '../kernel/table.ts'
import type { Topic } from './topics.ts'

interface Noted extends BaseRow {
  text: string
  /** Where it was found. */
  url?: string
  /** The day on which it was found out. */
  on: string
  topic?: Topic
  /** The talk in which it was said: the person is then the one who said it. */
  conversationId?: string
  createdAt: number
}

/**
 * What the user found out (P1), or was told (W6), about one field, organisation, event or person. What somebody said in a talk
 * is a note on that person with a topic: it counts for the field that they spoke of, or else for those that they work in.
 */
export type ResearchNote = Noted &
  (
    | { fieldId: string }
    | { organizationId: string }
    | { eventId: string }
    | { personId: string; fieldId?: string }
  )

export const researchNote = table<ResearchNote>()({
  name: 'research_note',
  columns: {
    text: 'text',
    url: 'text',
    on: 'date',
    topic: 'text',
    fieldId: 'id',
    organizationId: 'id',
    eventId: 'id',
    personId: 'id',
    conversationId: 'id',
    createdAt: 'instant',
  },
  indexes: {
    byField: ['fieldId', 'createdAt'],
    byOrganization: ['organizationId', 'createdAt'],
    byEvent: ['eventId', 'createdAt'],
    byPerson: ['personId', 'createdAt'],
    byConversation: ['conversationId'],
    byTopic: ['topic', 'createdAt'],
    byTime: ['createdAt'],
  },
  references: {
    fieldId: 'field',
    organizationId: 'organization',
    eventId: 'event',
    personId: 'person',
    conversationId: 'conversation',
  },
  person: 'personId',
})

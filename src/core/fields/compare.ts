import type { Conversation, HeldConversation } from '../conversations/conversation.ts'
import type { Id } from '../kernel/ids.ts'
import { fieldKey, type Person } from '../people/person.ts'
import type { ResearchNote } from '../research/research-note.ts'
import { type Topic, topicNames } from '../research/topics.ts'
import type { Field } from './field.ts'

/** Something said or found out, and by whom and when; without a person, the user found it out. */
export interface Said {
  text: string
  personId?: Id
  person?: string
  /** `YYYY-MM-DD`. */
  on: string
  url?: string
}

/** One field beside others: how many people, and what is known about it by topic (W6). */
export interface ComparedField {
  id?: Id
  name: string
  exploring: boolean
  since?: string
  /** How many of the network work in it, and with how many of them the user has talked. */
  people: number
  met: number
  conversations: number
  /** Every topic, in order; under advice stands what was recorded as such, too. */
  topics: { topic: Topic; said: Said[] }[]
}

/** What comparing needs: everybody whom a talk or note is about, and how many people each field has. */
export interface ComparedRows {
  fields: readonly (Pick<Field, 'name'> & Partial<Field>)[]
  peopleInField: (name: string) => number
  people: readonly Person[]
  conversations: readonly Conversation[]
  notes: readonly ResearchNote[]
  dayOf: (instant: number) => string
}

/**
 * Fields side by side, by what people who work in them said and what the user found out (W6). Nothing is weighed or
 * summed up: each line is somebody's own, with the day. Whoever works in
 * two fields is heard in both, unless they spoke of one of them.
 */
export function compareFields(rows: ComparedRows): ComparedField[] {
  const people = new Map(rows.people.map((one) => [one.id, one]))
  const works = (personId: Id, key: string) =>
    people.get(personId)?.fields.some((name) => fieldKey(name) === key) ?? false
  return rows.fields.map((one) => {
    const key = fieldKey(one.name)
    const held = rows.conversations.filter(
      (talk): talk is HeldConversation => talk.status === 'held' && works(talk.personId, key),
    )
    const notes = rows.notes.filter((note) =>
      'fieldId' in note && note.fieldId !== undefined
        ? note.fieldId === one.id
        : 'personId' in note && works(note.personId, key),
    )
    const saidIn = (note: ResearchNote): Said => {
      const personId = 'personId' in note ? note.personId : undefined
      return {
        text: note.text,
        on: note.on,
        url: note.url,
        personId,
        person: personId && people.get(personId)?.name,
      }
    }
    const adviceIn = (talk: HeldConversation): Said[] =>
      talk.advice.map((text) => ({
        text,
        on: rows.dayOf(talk.startsAt),
        personId: talk.personId,
        person: people.get(talk.personId)?.name,
      }))
    return {
      id: one.id,
      name: one.name,
      exploring: one.exploring ?? false,
      since: one.since,
      people: rows.peopleInField(one.name),
      met: new Set(held.map(({ personId }) => personId)).size,
      conversations: held.length,
      topics: topicNames.map((topic) => ({
        topic,
        said: [
          ...notes.filter((note) => note.topic === topic).map(saidIn),
          ...(topic === 'advice' ? held.flatMap(adviceIn) : []),
        ],
      })),
    }
  })
}

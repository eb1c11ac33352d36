import { type BaseRow, table } from '../kernel/table.ts'
import { hours } from '../method/clock.ts'
import type { Policy } from '../method/policy.ts'

export type Mode = 'in-person' | 'video' | 'phone'

export interface PlannedQuestion {
  text: string
  mustAsk: boolean
  /** Ticked in the talk, or when it is recorded; a question that was not asked has not failed (C5). */
  asked?: boolean
  /** What they said. */
  answer?: string
}

interface Planned extends BaseRow {
  personId: string
  approachId?: string
  startsAt: number
  minutes: number
  mode: Mode
  place?: string
  travelMinutes?: number
  /** What the user wants to know (P2). */
  aims: string[]
  questions: PlannedQuestion[]
  /** What was found out beforehand (P1). */
  research: string[]
  /** What to wear, or where to telephone, is decided (C1). */
  dressChosen?: boolean
  createdAt: number
}

interface Recorded {
  recordedAt: number
  notes?: string
}

/** What is written while the talk goes on, to be recorded when it is over. */
interface Noted {
  notes?: string
  /** Whom they named, a line each (N2). */
  namesHeard?: string[]
  /** What the user offered to do (C7). */
  offers?: string[]
  stayInTouch?: 'yes' | 'no'
}

/** An informational interview, or any talk worth a record. */
export type Conversation = Planned &
  (
    | ({ status: 'arranged'; confirmedAt?: number } & Noted)
    | (Recorded & {
        status: 'held'
        highlight?: string
        advice: string[]
        stayInTouch: 'yes' | 'no'
        thankedAt?: number
        /** When the user told what came of the advice (X6). */
        progressToldAt?: number
      })
    | (Recorded & { status: 'cancelled' | 'no-show' })
  )

export type HeldConversation = Extract<Conversation, { status: 'held' }>

export const conversation = table<Conversation>()({
  name: 'conversation',
  atomic: true,
  columns: {
    personId: 'id',
    approachId: 'id',
    startsAt: 'instant',
    minutes: 'integer',
    mode: 'text',
    place: 'text',
    travelMinutes: 'integer',
    aims: 'json',
    questions: 'json',
    research: 'json',
    dressChosen: 'boolean',
    createdAt: 'instant',
    status: 'text',
    confirmedAt: 'instant',
    recordedAt: 'instant',
    notes: 'text',
    namesHeard: 'json',
    offers: 'json',
    highlight: 'text',
    advice: 'json',
    stayInTouch: 'text',
    thankedAt: 'instant',
    progressToldAt: 'instant',
  },
  indexes: {
    byPerson: ['personId', 'startsAt'],
    byStart: ['startsAt'],
    byApproach: ['approachId'],
  },
  references: { personId: 'person', approachId: 'approach' },
  person: 'personId',
})

/** Whether they gave advice, and have not heard yet what came of it (X6). */
export const awaitsProgress = (talk: Conversation): boolean =>
  talk.status === 'held' && talk.advice.length > 0 && talk.progressToldAt === undefined

/** Until when the thank-you note is in time: so many hours after the end (F1). */
export const thankBy = (row: Pick<Conversation, 'startsAt' | 'minutes'>, { thankYouHours }: Policy): number =>
  endOf(row) + hours(thankYouHours)

/** When it is over, in epoch milliseconds. */
export const endOf = (row: Pick<Conversation, 'startsAt' | 'minutes'>): number =>
  row.startsAt + row.minutes * 60_000

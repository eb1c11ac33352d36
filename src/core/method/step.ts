import { type BaseRow, table } from '../kernel/table.ts'
import type { RuleId } from './rules.ts'

/** What the method can ask for next. */
export const stepKinds = [
  'introduce',
  'follow-up',
  'move-on',
  'schedule',
  'prepare',
  'confirm',
  'attend',
  'record',
  'thank',
  'keep-promise',
  'use-referral',
  'report-back',
  'tell-progress',
  'keep-in-touch',
  'register',
  'arrange-travel',
  'ask-student-rate',
  'research-attendees',
  'event-follow-up',
  'ask-advocate',
  'apply',
] as const
export type StepKind = (typeof stepKinds)[number]

/** The rules that ask for each kind of step. Every step that is derived carries one of them. */
export const rulesOfStep: Readonly<Record<StepKind, readonly RuleId[]>> = {
  introduce: ['O3', 'X8'],
  'follow-up': ['O6'],
  'move-on': ['O7'],
  schedule: ['O5'],
  prepare: ['P1', 'P2', 'P3'],
  confirm: ['X2'],
  attend: ['C2', 'C6', 'N3'],
  record: ['F3', 'N3'],
  thank: ['F1'],
  'keep-promise': ['F2'],
  'use-referral': ['N2'],
  'report-back': ['X1'],
  'tell-progress': ['X6'],
  'keep-in-touch': ['F4'],
  register: ['N4'],
  'arrange-travel': ['N4'],
  'ask-student-rate': ['N5'],
  'research-attendees': ['P1'],
  'event-follow-up': ['N3'],
  'ask-advocate': ['W5'],
  apply: ['W6'],
}

/** The operation that does what a step asks for, and the word on its button. */
export interface StepAction {
  label: string
  operation: string
  input: Record<string, unknown>
}

/** What a step is done for. */
export type SubjectType = 'person' | 'event' | 'opening'

/** What the method says to do next: always derived, never edited. Its id follows from what it is about. */
export interface Step extends BaseRow {
  kind: StepKind
  /** For whom, or what, it is done. */
  subjectType: SubjectType
  subjectId: string
  subjectName: string
  /** The record that asks for it. */
  aboutType: 'approach' | 'conversation' | 'promise' | 'introduction' | SubjectType
  aboutId: string
  /** From when it is shown. */
  showAt: number
  dueAt: number
  /** From when it no longer makes sense (an appointment that has passed). */
  until?: number
  /** Due on a day; otherwise due to the minute. */
  wholeDay: boolean
  /** Its turn comes by the week's share (X7), and it is never called overdue. */
  inTurn: boolean
  /** Within the week's share: 0 advocates, 1 the others. */
  rank: number
  rule: RuleId
  why: string
  action: StepAction
}

export const step = table<Step>()({
  name: 'step',
  role: 'derived',
  columns: {
    kind: 'text',
    subjectType: 'text',
    subjectId: 'id',
    subjectName: 'text',
    aboutType: 'text',
    aboutId: 'id',
    showAt: 'instant',
    dueAt: 'instant',
    until: 'instant',
    wholeDay: 'boolean',
    inTurn: 'boolean',
    rank: 'integer',
    rule: 'text',
    why: 'text',
    action: 'json',
  },
  indexes: {
    byShowAt: ['inTurn', 'showAt'],
    byTurn: ['inTurn', 'rank', 'dueAt'],
    bySubject: ['subjectId', 'dueAt'],
    byKind: ['kind', 'dueAt'],
  },
  person: 'subjectId',
})

/** The column of a decision that names what its step was done for. */
export const subjectColumns = {
  person: 'personId',
  event: 'eventId',
  opening: 'openingId',
} as const satisfies Record<SubjectType, string>

/** A step put off to a date, or dismissed with a reason. Its id is the step's; it names one subject. */
export type StepDecision = BaseRow & {
  personId?: string
  eventId?: string
  openingId?: string
  kind: StepKind
  decidedAt: number
} & ({ status: 'snoozed'; until: string } | { status: 'dismissed'; reason: string })

export const stepDecision = table<StepDecision>()({
  name: 'step_decision',
  atomic: true,
  columns: {
    personId: 'id',
    eventId: 'id',
    openingId: 'id',
    kind: 'text',
    decidedAt: 'instant',
    status: 'text',
    until: 'date',
    reason: 'text',
  },
  indexes: {
    byPerson: ['personId', 'decidedAt'],
    byEvent: ['eventId', 'decidedAt'],
    byOpening: ['openingId', 'decidedAt'],
  },
  references: { personId: 'person', eventId: 'event', openingId: 'opening' },
  person: 'personId',
})

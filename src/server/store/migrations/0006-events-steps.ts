import type { Migration } from './operation.ts'

/** Decisions about steps of events and openings, and since when somebody is an ally. */
export const eventsSteps: Migration = {
  version: 6,
  name: 'steps of events and openings',
  operations: [
    { add: 'column', table: 'standing', column: 'allySince', kind: 'instant' },
    { add: 'column', table: 'step_decision', column: 'eventId', kind: 'id' },
    { add: 'column', table: 'step_decision', column: 'openingId', kind: 'id' },
    { create: 'index', table: 'step_decision', index: 'byEvent', columns: ['eventId', 'decidedAt'] },
    { create: 'index', table: 'step_decision', index: 'byOpening', columns: ['openingId', 'decidedAt'] },
  ],
}

import type { Migration } from './operation.ts'

/** Referrals that wait to be used are found without a look at all the others; notes may be about events. */
export const introductionsAndResearch: Migration = {
  version: 12,
  name: 'introductions-and-research',
  operations: [
    { create: 'index', table: 'introduction', index: 'byStatus', columns: ['status', 'namedAt'] },
    { add: 'column', table: 'research_note', column: 'eventId', kind: 'id' },
    { create: 'index', table: 'research_note', index: 'byEvent', columns: ['eventId', 'createdAt'] },
  ],
}

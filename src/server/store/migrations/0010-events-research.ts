import type { Migration } from './operation.ts'

/** What was found out about somebody to meet is a research note, and nowhere else. */
export const eventsResearch: Migration = {
  version: 10,
  name: 'research on people to meet',
  operations: [{ drop: 'column', table: 'event_person', column: 'research' }],
}

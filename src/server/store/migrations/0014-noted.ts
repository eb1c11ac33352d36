import type { Migration } from './operation.ts'

/** What is noted while a talk goes on: whom they named, and what the user offered. */
export const noted: Migration = {
  version: 14,
  name: 'noted',
  operations: [
    { add: 'column', table: 'conversation', column: 'namesHeard', kind: 'json' },
    { add: 'column', table: 'conversation', column: 'offers', kind: 'json' },
  ],
}

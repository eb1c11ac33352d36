import type { Migration } from './operation.ts'

/** A letter that asks for a word of help names the opening. */
export const lettersOpening: Migration = {
  version: 13,
  name: 'letters opening',
  operations: [
    { add: 'column', table: 'letter', column: 'openingId', kind: 'id' },
    { create: 'index', table: 'letter', index: 'byOpening', columns: ['openingId'] },
  ],
}

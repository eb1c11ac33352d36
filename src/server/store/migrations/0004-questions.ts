import type { Migration } from './operation.ts'

/** The user's own questions, and whether they study or come from another field. */
export const questions: Migration = {
  version: 4,
  name: 'questions',
  operations: [
    {
      create: 'rows',
      table: 'question',
      columns: { text: 'text', topic: 'text', part: 'text', mustAsk: 'boolean', createdAt: 'instant' },
    },
    { create: 'index', table: 'question', index: 'byTopic', columns: ['topic'] },
    { add: 'column', table: 'profile', column: 'stage', kind: 'text' },
  ],
}

import type { Migration } from './operation.ts'

/** What the user would say of what is on the profile, and their own pace; whether what to wear is decided. */
export const introduction: Migration = {
  version: 8,
  name: 'introduction',
  operations: [
    { add: 'column', table: 'profile', column: 'sentences', kind: 'json' },
    { add: 'column', table: 'profile', column: 'wordsAMinute', kind: 'integer' },
    { add: 'column', table: 'conversation', column: 'dressChosen', kind: 'boolean' },
  ],
}

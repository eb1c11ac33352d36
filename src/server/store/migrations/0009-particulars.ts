import type { Migration } from './operation.ts'

/** What address books know of a person besides, numbers as they are found, photos, and what became of duplicates. */
export const particulars: Migration = {
  version: 9,
  name: 'particulars',
  operations: [
    { add: 'column', table: 'person', column: 'nickname', kind: 'text' },
    { add: 'column', table: 'person', column: 'department', kind: 'text' },
    { add: 'column', table: 'person', column: 'phoneKeys', kind: 'json' },
    { add: 'column', table: 'person', column: 'labels', kind: 'json' },
    { add: 'column', table: 'person', column: 'addresses', kind: 'json' },
    { add: 'column', table: 'person', column: 'customFields', kind: 'json' },
    {
      create: 'rows',
      table: 'attachment',
      columns: { personId: 'id', kind: 'text', mediaType: 'text', bytes: 'text', createdAt: 'instant' },
    },
    { create: 'index', table: 'attachment', index: 'byPerson', columns: ['personId'] },
    { create: 'rows', table: 'person_alias', columns: { personId: 'id' } },
    { create: 'index', table: 'person_alias', index: 'byPerson', columns: ['personId'] },
    { create: 'rows', table: 'two_people', columns: { personId: 'id', otherId: 'id', at: 'instant' } },
    { create: 'index', table: 'two_people', index: 'byPerson', columns: ['personId'] },
    { create: 'index', table: 'two_people', index: 'byOther', columns: ['otherId'] },
  ],
}

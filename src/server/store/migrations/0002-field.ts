import type { Migration } from './operation.ts'

/** Fields, organisations with something to say about them, and what was found out about each. */
export const field: Migration = {
  version: 2,
  name: 'field',
  operations: [
    {
      create: 'rows',
      table: 'field',
      columns: { name: 'text', nameKey: 'text', since: 'date', exploring: 'boolean', notes: 'text' },
    },
    { create: 'index', table: 'field', index: 'byName', columns: ['nameKey'] },
    { create: 'index', table: 'field', index: 'byExploring', columns: ['exploring', 'nameKey'] },
    {
      create: 'rows',
      table: 'organization',
      columns: {
        name: 'text',
        nameKey: 'text',
        target: 'boolean',
        why: 'text',
        notes: 'text',
        createdAt: 'instant',
      },
    },
    { create: 'index', table: 'organization', index: 'byName', columns: ['nameKey'] },
    { create: 'index', table: 'organization', index: 'byTarget', columns: ['target', 'nameKey'] },
    {
      create: 'rows',
      table: 'research_note',
      columns: {
        text: 'text',
        url: 'text',
        on: 'date',
        topic: 'text',
        fieldId: 'id',
        organizationId: 'id',
        personId: 'id',
        conversationId: 'id',
        createdAt: 'instant',
      },
    },
    { create: 'index', table: 'research_note', index: 'byField', columns: ['fieldId', 'createdAt'] },
    {
      create: 'index',
      table: 'research_note',
      index: 'byOrganization',
      columns: ['organizationId', 'createdAt'],
    },
    { create: 'index', table: 'research_note', index: 'byPerson', columns: ['personId', 'createdAt'] },
    { create: 'index', table: 'research_note', index: 'byConversation', columns: ['conversationId'] },
    { create: 'index', table: 'research_note', index: 'byTopic', columns: ['topic', 'createdAt'] },
    { create: 'index', table: 'research_note', index: 'byTime', columns: ['createdAt'] },
  ],
}

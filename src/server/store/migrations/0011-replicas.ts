import type { Migration } from './operation.ts'

/** What replicas need: which rows are gone, who is signed in, and what was refused. */
export const replicas: Migration = {
  version: 11,
  name: 'replicas',
  operations: [
    { create: 'rows', table: 'removal', columns: { tableName: 'text', rowId: 'id' }, journal: true },
    { create: 'index', table: 'removal', index: 'byRevision', columns: ['revision'] },
    {
      create: 'table',
      table: 'session',
      columns: {
        id: 'id',
        ownerId: 'id',
        device: 'text',
        hash: 'text',
        createdAt: 'instant',
        lastUsedAt: 'instant',
        endedAt: 'instant',
      },
      optional: ['endedAt'],
      primaryKey: ['id'],
      owned: false,
    },
    { create: 'unique', table: 'session', columns: ['hash'] },
    {
      create: 'table',
      table: 'refusal',
      columns: { ownerId: 'id', id: 'id', code: 'text', message: 'text', createdAt: 'instant' },
      primaryKey: ['ownerId', 'id'],
      owned: false,
    },
  ],
}

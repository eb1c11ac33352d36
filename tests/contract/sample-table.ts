import { beforeImage, journal, removal } from '../../src/core/kernel/journal.ts'
import { type BaseRow, table } from '../../src/core/kernel/table.ts'
import { migrations } from '../../src/server/store/migrations/migrations.ts'
import type { Migration } from '../../src/server/store/migrations/operation.ts'
import { missingOperations } from '../../src/server/store/migrations/schema.ts'

/** A row with a column of every kind, so that these tests say nothing about people and need no change when they do. */
export interface Sample extends BaseRow {
  name: string
  rank?: number
  at?: number
  on?: string
  done?: boolean
  parentId?: string
  labels: string[]
  anything?: unknown
}

export const sample = table<Sample>()({
  name: 'sample',
  columns: {
    name: 'text',
    rank: 'integer',
    at: 'instant',
    on: 'date',
    done: 'boolean',
    parentId: 'id',
    labels: 'json',
    anything: 'json',
  },
  indexes: {
    byName: ['name', 'rank'],
    byRank: ['rank', 'at'],
    byDone: ['done', 'rank'],
    byParent: ['parentId', 'on'],
    byDay: ['on'],
  },
  references: { parentId: 'sample' },
  person: 'id',
  keys: (row) => row.labels.map((label) => `label:${label}`),
  search: (row) => [row.name, ...row.labels],
})

/** A second one, whose rows undo takes as a whole. */
export interface State extends BaseRow {
  sampleId: string
  status: 'open' | 'closed'
  note?: string
}

export const state = table<State>()({
  name: 'state',
  atomic: true,
  columns: { sampleId: 'id', status: 'text', note: 'text' },
  indexes: { bySample: ['sampleId'] },
  references: { sampleId: 'sample' },
  person: 'sampleId',
})

export const sampleTables = [sample, state, journal, beforeImage, removal]

const common = migrations
  .flatMap(({ operations }) => operations)
  .filter(
    (operation) => 'create' in operation && (operation.create === 'table' || operation.create === 'unique'),
  )

export const sampleMigrations: Migration[] = [
  { version: 1, name: 'sample', operations: [...common, ...missingOperations({}, sampleTables)] },
]

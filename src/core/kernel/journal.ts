import type { Id } from './ids.ts'
import { type BaseRow, table } from './table.ts'

/** One command that was carried out. Its id is the command's key; seen again, the recorded result is the answer. */
export interface JournalEntry extends BaseRow {
  /** The owner's revision that the command made: unlike `revision`, it never changes. */
  entryRevision: number
  name: string
  input: unknown
  result?: unknown
  actor: string
  door: string
  at: number
  summary: string
  /** How many rows it changed; an entry without any has nothing to undo. */
  changed: number
  /** The undo that took it back. */
  undoneBy?: Id
  /** For an undo: the entry that it took back. */
  undoes?: Id
}

/** A row as it was before one command; without `before`, the command made the row. */
export interface BeforeImage extends BaseRow {
  entryRevision: number
  tableName: string
  rowId: Id
  personId?: Id
  before?: BaseRow
}

export const journal = table<JournalEntry>()({
  name: 'journal',
  role: 'journal',
  columns: {
    entryRevision: 'integer',
    name: 'text',
    input: 'json',
    result: 'json',
    actor: 'text',
    door: 'text',
    at: 'instant',
    summary: 'text',
    changed: 'integer',
    undoneBy: 'id',
    undoes: 'id',
  },
  indexes: { byRevision: ['entryRevision'] },
})

export const beforeImage = table<BeforeImage>()({
  name: 'before_image',
  role: 'journal',
  columns: { entryRevision: 'integer', tableName: 'text', rowId: 'id', personId: 'id', before: 'json' },
  indexes: {
    byEntry: ['entryRevision'],
    byRow: ['rowId', 'entryRevision'],
    byPerson: ['personId', 'entryRevision'],
  },
})

/** A row that is gone, so that replicas hear of it. Its id follows from table and row: ids are unique within a table only. */
export interface Removal extends BaseRow {
  tableName: string
  rowId: Id
}

export const removal = table<Removal>()({
  name: 'removal',
  role: 'journal',
  columns: { tableName: 'text', rowId: 'id' },
  indexes: { byRevision: ['revision'] },
})

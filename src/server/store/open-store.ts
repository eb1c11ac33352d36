import type { Id } from '../../core/kernel/ids.ts'
import type { Store } from '../../core/kernel/store.ts'
import type { Reads } from '../operations/reads.ts'
import type { BackupSummary } from './backup/network-copy.ts'
import type { Check } from './check.ts'
import type { Migration } from './migrations/operation.ts'
import type { Refusals } from './refusals.ts'
import type { Sessions } from './sessions.ts'
import type { Tokens } from './tokens.ts'

export interface OpenOptions {
  /** The clock, for what the store itself dates. */
  now?: () => number
  /** Others than the released ones, for tests of migrations. */
  migrations?: readonly Migration[]
}

/** A store that is open: the kernel's, with what people and administrators do with it besides. */
export interface OpenStore extends Store, Reads {
  /** The owner of the network that is meant where none is named. */
  readonly ownerId: Id
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly refusals: Refusals
  describe(): StoreDescription
  /**
   * Writes everything of the owner into one new file, a SQLite store of its own, while others read and write.
   * An existing file is replaced when the new one is whole.
   */
  backup(file: string): Promise<BackupSummary>
  /** Replaces everything of the owner by what the backup holds, in one transaction, also while others have the store open. */
  restore(file: string): Promise<BackupSummary>
  /** Files every row of the owner under the keys and search words of today's rules. */
  fileAnew(): Promise<void>
  /** Looks for damage, each check with what it found. */
  check(): Promise<Check[]>
  /** Removes everything of the owner: rows, history, counter, tokens. It cannot be undone. */
  erase(): Promise<void>
  close(): Promise<void>
}

interface StoreDescription {
  database: 'SQLite' | 'PostgreSQL'
  /** The file, or the server and database without user and password. */
  place: string
  schemaVersion: number
}

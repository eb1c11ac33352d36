import type { Changes, Cursor } from '../../../../core/kernel/changes.ts'

/** A command as a replica sends it: run as the operation of that name, once for its key. */
export interface SentCommand {
  key: string
  /** `noun.verb`. */
  name: string
  /** What the operation takes, with whole ids and ISO instants. */
  input: unknown
  /** When the user did it, in epoch milliseconds. */
  at: number
  timeZone: string
}

/** What became of a command. */
export type Answer =
  | { key: string; done: unknown }
  | { key: string; refused: { code: string; message: string } }

export interface SyncRequest {
  /** Which network the replica holds; null for none yet. */
  epoch: string | null
  cursor: Cursor
  commands: SentCommand[]
}

export interface SyncAnswer extends Omit<Changes, 'next'> {
  ownerId: string
  /** The server's clock, in epoch milliseconds; and whether it stands still, for tests and demonstrations. */
  now: number
  clockIsFixed: boolean
  /** When it is another than the replica's, the replica begins anew with these rows. */
  epoch: string
  answers: Answer[]
  cursor: Cursor
  /** Why the commands that have no answer have to wait. */
  halted?: string
}

import type { Cursor } from '../../core/kernel/changes.ts'
import type { Id } from '../../core/kernel/ids.ts'
import type { BaseRow } from '../../core/kernel/table.ts'
import type { SentCommand } from '../../server/doors/http/web/wire.ts'

/** A command that the user gave here and the server has not answered yet. */
export interface QueuedCommand extends SentCommand {
  /** What the command of core takes; `input` is the same in the words of the operation. */
  given: unknown
  /** What it does, in the words of the history, for the list of what waits. */
  summary: string
}

/** A command that the server did not take, kept until the user has decided. */
export interface RefusedCommand extends QueuedCommand {
  code: string
  message: string
}

/** How far the replica has come; null before the first pull. */
export interface Place {
  epoch: string | null
  cursor: Cursor
}

/** What one answer of the server brings: kept as a whole or not at all. */
export interface Received {
  /** All rows of before are void. */
  reset: boolean
  removed: readonly { table: string; id: Id }[]
  rows: readonly { table: string; row: BaseRow }[]
  place: Place
  /** Commands that need not be sent again. */
  answered: readonly Id[]
  refused: readonly RefusedCommand[]
}

/** Some rows of a table, and rows that are gone. */
export interface Part {
  gone: readonly Id[]
  rows: readonly BaseRow[]
}

/** Where a replica is kept on the device. Every method is one durable transaction. */
export interface ReplicaStorage {
  open(): Promise<{ place: Place; queue: QueuedCommand[]; refused: RefusedCommand[] }>
  /** The rows of a table, in parts: what a later part says holds. */
  load(table: string): AsyncIterable<Part>
  enqueue(command: QueuedCommand): Promise<void>
  receive(received: Received): Promise<void>
  /** A refused command is dropped, or put back to be sent again. */
  settle(key: Id, again: QueuedCommand | undefined): Promise<void>
  /** Removes everything from the device. */
  wipe(): Promise<void>
}

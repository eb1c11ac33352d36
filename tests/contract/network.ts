import { type Call, execute, query } from '../../src/core/kernel/execute.ts'
import { type Id, idSource } from '../../src/core/kernel/ids.ts'
import type { Store } from '../../src/core/kernel/store.ts'
import type { AnyTable } from '../../src/core/kernel/table.ts'
import type { ReadTx, Tx } from '../../src/core/kernel/tx.ts'
import { type Undone, undoCommand } from '../../src/core/kernel/undo.ts'

const ids = idSource((bytes) => crypto.getRandomValues(bytes))
let clock = Date.UTC(2026, 2, 2, 9)

/** The next instant, and an id of it. */
export const nextId = (): Id => ids(++clock)

/** One network in a store, with an owner of its own: shorthand for running commands and reads. */
export interface Network {
  ownerId: Id
  /** Runs this as one command. */
  change<T>(
    run: (tx: Tx) => Promise<T>,
    call?: Partial<Call> & { name?: string; input?: unknown },
  ): Promise<T>
  read<T>(run: (tx: ReadTx) => Promise<T>): Promise<T>
  undo(entryId?: Id): Promise<Undone>
}

export function networkIn(store: Store, tables: readonly AnyTable[], ownerId: Id = nextId()): Network {
  const callWith = (given: Partial<Call>): Call => ({
    key: nextId(),
    ownerId,
    actor: 'owner',
    door: 'test',
    now: ++clock,
    timeZone: 'UTC',
    newId: nextId,
    ...given,
  })
  const answer = async (_: ReadTx, output: unknown) => output as never
  return {
    ownerId,
    change: async (run, { name = 'test.change', input = null, ...given } = {}) => {
      const command = { name, summary: () => name, run: (tx: Tx) => run(tx) }
      return (await execute(store, callWith(given), command, input, async () => {}, answer)).result
    },
    read: (run) => query(store, { ownerId, now: ++clock, timeZone: 'UTC' }, run),
    undo: async (entryId) => {
      const input = entryId ? { entryId } : {}
      return (await execute(store, callWith({}), undoCommand(tables), input, async () => {}, answer)).result
    },
  }
}

import type { Command } from '../../core/kernel/command.ts'
import { type Call, execute, query } from '../../core/kernel/execute.ts'
import { type Id, idsOf } from '../../core/kernel/ids.ts'
import { type MemoryRows, memoryRows } from '../../core/kernel/memory-store.ts'
import type { Store } from '../../core/kernel/store.ts'
import { type AnyTable, type BaseRow, indexColumns } from '../../core/kernel/table.ts'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { tables } from '../../core/tables.ts'
import type { SyncAnswer, SyncRequest } from '../../server/doors/http/web/wire.ts'
import { type Layer, layerOver, type RowChange } from './layer.ts'
import type { Place, QueuedCommand, Received, RefusedCommand, ReplicaStorage } from './storage.ts'

/** A command as a replica runs it: at once here, and again on the server, as the operation of that name. */
export interface Runnable<Input, Output> {
  readonly name: string
  load(): Promise<Command<Input, Output>>
  /** The input in the words of the operation: whole ids without "Id" in their names, ISO instants. */
  asSent(input: Input): unknown
  /** Undo may be about what only the server remembers: then it is sent without being run here. */
  mayBeUnknownHere?: boolean
}

export interface ReplicaSettings {
  ownerId: Id
  storage: ReplicaStorage
  newKey(now: number): Id
  /** Epoch milliseconds. */
  now(): number
  timeZone(): string
  /** The command of a name, for running it again; nothing where this release knows none. */
  // biome-ignore lint/suspicious/noExplicitAny: each command has its own input
  find(name: string): Runnable<any, any> | undefined
  /** Told which tables have changed, after they have. */
  changed(tables: ReadonlySet<string>): void
}

export interface Done<Output> {
  key: Id
  /** Nothing where it could not be run here, and is only sent. */
  output: Output | undefined
  summary: string
}

/** Commands sent with one request. */
const commandsAtOnce = 100

const replicated = tables.filter(({ role }) => role !== 'journal')
const byName = new Map(tables.map((table) => [table.name, table]))

/** Indexes that screens and commands ask for at once: of whom a row is, what it is called, and what is marked. */
const isKept = (table: AnyTable, index: string): boolean =>
  index === 'keys' ||
  index === 'byName' ||
  ['id', 'boolean'].includes(table.columns[indexColumns(table, index)[0]!]!)

/**
 * A network in the browser: what the server has told, with the commands that it has not answered run on top. Rows are
 * kept as the server told them, and the commands beside them: opened again, it runs the commands again.
 */
export type Replica = ReturnType<typeof createReplica>

export function createReplica(settings: ReplicaSettings) {
  const { storage, ownerId } = settings
  const view: MemoryRows = memoryRows(isKept)
  /** Rows that unanswered commands have changed, as the server told them. */
  let beneath = new Map<AnyTable, Map<Id, BaseRow | undefined>>()
  /** What the server has not answered; and what it has done, whose rows are still on their way. */
  let queue: (QueuedCommand & { isDone?: boolean })[] = []
  let refused: RefusedCommand[] = []
  let place: Place = { epoch: null, cursor: { had: 0 } }
  let turn: Promise<unknown> = Promise.resolve()

  /** One change of the replica at a time, in the order in which they were asked for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  function apply(changes: readonly RowChange[]): void {
    view.apply(changes)
    const changed = new Set(changes.map(({ table }) => table.name))
    settings.changed(changed)
  }

  /** Runs a command on a layer, and notes what was beneath. */
  async function perform(layer: Layer, entry: QueuedCommand, command: Command<unknown, unknown>) {
    // All that the method asks for is a third of the first load, and is needed by the first command.
    const { deriveSteps } = await import('../../core/method/derive.ts')
    const revision = ('until' in place.cursor ? place.cursor.until : place.cursor.had) + 1
    const call: Call = {
      key: entry.key,
      ownerId,
      actor: 'owner',
      door: 'web',
      now: entry.at,
      timeZone: entry.timeZone,
      newId: idsOf(entry.key, entry.at),
    }
    const store = storeOn(layer, revision + queue.length, (change) => {
      let known = beneath.get(change.table)
      if (!known) {
        known = new Map()
        beneath.set(change.table, known)
      }
      if (!known.has(change.id)) known.set(change.id, layer.get(change.table, change.id))
      layer.write(change)
    })
    return execute(store, call, command, entry.given, deriveSteps, async (_, output) => output)
  }

  /** The rows as the server told them, with these changes, and every unanswered command run again on top. */
  async function rebase(told: readonly RowChange[]): Promise<void> {
    if (queue.length === 0 && beneath.size === 0) return apply(told)
    const layer = layerOver(view)
    for (const [table, rows] of beneath) for (const [id, after] of rows) layer.write({ table, id, after })
    for (const change of told) layer.write(change)
    beneath = new Map()
    for (const entry of queue) {
      const runnable = settings.find(entry.name)
      if (!runnable) continue
      try {
        await perform(layer, entry, await runnable.load())
      } catch {
        // What does not go any more is for the server to refuse; its answer says why.
      }
    }
    apply(layer.changes())
  }

  async function replay(): Promise<void> {
    if (queue.length > 0 || beneath.size > 0) await rebase([])
  }

  return {
    ownerId,
    /** What screens read: all() and find(). It is never written by them. */
    rows: view as Pick<MemoryRows, 'all' | 'find'>,
    waiting: (): readonly QueuedCommand[] => queue.filter(({ isDone }) => !isDone),
    refused: (): readonly RefusedCommand[] => refused,
    /** Whether anything was ever pulled. */
    isFilled: (): boolean => place.epoch !== null && !('until' in place.cursor && place.cursor.had === 0),

    /**
     * Reads what is on the device. `first` are the tables that screens need at once: when they are there, `ready` is
     * called; the others follow, a part at a time.
     */
    open: (first: readonly string[], ready: () => void): Promise<void> =>
      inTurn(async () => {
        const kept = await storage.open()
        place = kept.place
        queue = kept.queue
        refused = kept.refused
        const order = [...replicated].sort(
          (a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)),
        )
        let isTold = false
        for (const table of order) {
          if (!isTold && !first.includes(table.name)) {
            isTold = true
            ready()
          }
          for await (const { gone, rows } of storage.load(table.name)) {
            view.apply(gone.map((id) => ({ table, id, after: undefined })))
            view.apply(rows.map((after) => ({ table, id: after.id, after })))
          }
          settings.changed(new Set([table.name]))
        }
        if (!isTold) ready()
        await replay()
      }),

    /** Runs a command here at once, and keeps it to be sent. Settles when it is safe on the device. */
    run: <Input, Output>(runnable: Runnable<Input, Output>, input: Input): Promise<Done<Output>> =>
      inTurn(async () => {
        const command = await runnable.load()
        const at = settings.now()
        const entry: QueuedCommand = {
          key: settings.newKey(at),
          name: runnable.name,
          given: JSON.parse(JSON.stringify(input ?? null)),
          input: runnable.asSent(input),
          at,
          timeZone: settings.timeZone(),
          summary: '',
        }
        const layer = layerOver(view)
        let output: Output | undefined
        try {
          output = (await perform(layer, entry, command as Command<unknown, unknown>)).result as Output
          entry.summary = command.summary(input, output)
        } catch (error) {
          if (!runnable.mayBeUnknownHere || (error as { code?: string }).code !== 'NOT_FOUND') throw error
        }
        queue.push(entry)
        apply(layer.changes())
        try {
          await storage.enqueue(entry)
        } catch (error) {
          queue = queue.filter((one) => one !== entry)
          await rebase([])
          throw error
        }
        return { key: entry.key, output, summary: entry.summary }
      }),

    /** What to ask the server next. */
    request: (): SyncRequest => ({
      ...place,
      commands: queue
        .filter(({ isDone }) => !isDone)
        .slice(0, commandsAtOnce)
        .map(({ key, name, input, at, timeZone }) => ({ key, name, input, at, timeZone })),
    }),

    /**
     * Takes the answer to a request. One that comes late, after another has moved the cursor, still settles its
     * commands; its rows are known already. `keep` is false where another tab has kept it.
     */
    receive: (request: SyncRequest, answer: SyncAnswer, { keep = true } = {}): Promise<void> =>
      inTurn(async () => {
        const fits = request.epoch === place.epoch && sameCursor(request.cursor, place.cursor)
        const reset = fits && answer.epoch !== place.epoch
        const answered = new Set(answer.answers.map(({ key }) => key))
        const newlyRefused = answer.answers.flatMap((one) => {
          const entry = 'refused' in one && queue.find(({ key, isDone }) => key === one.key && !isDone)
          return entry ? [{ ...entry, code: one.refused.code, message: one.refused.message }] : []
        })
        refused = [...refused, ...newlyRefused]
        const gone = new Set(newlyRefused.map(({ key }) => key))
        queue = queue
          .filter(({ key }) => !gone.has(key))
          .map((entry) => (answered.has(entry.key) ? { ...entry, isDone: true } : entry))
        // The rows of what was done are all here when nothing more is to come.
        if (fits && !answer.more) queue = queue.filter(({ isDone }) => !isDone)
        const told: RowChange[] = []
        if (fits) {
          if (reset) for (const table of replicated) told.push(...everyRow(table))
          told.push(...changesIn(answer))
          place = { epoch: answer.epoch, cursor: answer.cursor }
        }
        await rebase(told)
        if (!keep) return
        const { removed, rows } = fits ? answer : { removed: [], rows: [] }
        const received: Received = {
          reset,
          removed,
          rows,
          place,
          answered: [...answered],
          refused: newlyRefused,
        }
        await storage.receive(received)
      }),

    /** The user's decision about a refused command: to try it again, or to drop it. */
    settle: (key: Id, decision: 'again' | 'drop'): Promise<void> =>
      inTurn(async () => {
        const found = refused.find((one) => one.key === key)
        if (!found) return
        // The server refuses the old key for good: trying again is a command of its own.
        const { code: _, message: __, ...rest } = found
        const entry = { ...rest, key: settings.newKey(found.at) }
        refused = refused.filter((one) => one !== found)
        if (decision === 'again') queue.push(entry)
        await rebase([])
        await storage.settle(key, decision === 'again' ? entry : undefined)
      }),

    /** A command that another tab has run and kept. */
    join: (entry: QueuedCommand): Promise<void> =>
      inTurn(async () => {
        if (queue.some(({ key }) => key === entry.key)) return
        queue.push(entry)
        await rebase([])
      }),

    /** Reads by a query of core. */
    query: <Result>(
      read: (tx: ReadTx) => Promise<Result>,
      /** Told of each table that is read. */
      reads: (table: string) => void = () => {},
    ): Promise<Result> => {
      const call = { ownerId, now: settings.now(), timeZone: settings.timeZone() }
      const find: Layer['find'] = (table, ...question) => {
        reads(table.name)
        return view.find(table, ...question)
      }
      return query(
        storeOn({ find }, 0, () => {}),
        call,
        read,
      )
    },
  }

  function everyRow(table: AnyTable): RowChange[] {
    return [...view.all(table).keys()].map((id) => ({ table, id, after: undefined }))
  }
  function changesIn({ removed, rows }: Pick<SyncAnswer, 'removed' | 'rows'>): RowChange[] {
    const gone = removed.map(({ table, id }) => ({ name: table, id, after: undefined }))
    const come = rows.map(({ table, row }) => ({ name: table, id: row.id, after: row }))
    // A table of a newer release waits for the page of that release.
    return [...gone, ...come].flatMap(({ name, ...change }) => {
      const table = byName.get(name)
      return table ? [{ table, ...change }] : []
    })
  }
}

/** The kernel's store over a layer: one owner, whose changes are written above. */
function storeOn(layer: Pick<Layer, 'find'>, revision: number, write: (change: RowChange) => void): Store {
  const find = async (...question: Parameters<Layer['find']>) => layer.find(...question)
  return {
    read: (_, work) => work({ find }),
    write: (_, work) =>
      work({ find, revision, apply: async (changes) => changes.forEach((change) => void write(change)) }),
  }
}

const sameCursor = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

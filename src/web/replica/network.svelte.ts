import { idSource } from '../../core/kernel/ids.ts'
import type { BaseRow, Table } from '../../core/kernel/table.ts'
import type { FindOptions, ReadTx, Where } from '../../core/kernel/tx.ts'
import { commandNamed } from './commands.ts'
import { type Connection, connect, type Line } from './connection.ts'
import { idbStorage } from './idb-storage.ts'
import { createReplica, type Done, type Replica, type Runnable } from './replica.ts'
import { wipeScratch } from './scratch.ts'
import { signOut as endSession } from './server.ts'
import type { QueuedCommand, RefusedCommand, ReplicaStorage } from './storage.ts'

/** What screens read at once; the rest of a very large network follows. */
const first = ['profile', 'policy', 'person', 'step', 'standing', 'conversation', 'approach', 'promise']

/** One number for each table that screens read: a screen that has read it is drawn again when it changes. */
const versions: Record<string, number> = $state({})
const state = $state({
  /** The device's rows are read. */
  isOpen: false,
  ownerId: '',
  /** The server's rows have come at least once. */
  isFilled: false,
  line: 'connecting' as Line,
  trouble: undefined as string | undefined,
  /** Any change at all. */
  version: 0,
  /** The minute, so that what is due becomes due. */
  minute: Math.floor(Date.now() / 60_000),
})
let waiting: readonly QueuedCommand[] = $state.raw([])
let refused: readonly RefusedCommand[] = $state.raw([])
let replica: Replica | undefined
let connection: Connection | undefined
let storage: ReplicaStorage | undefined
let fixedNow: number | undefined = $state()
const newKey = idSource((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>))

setInterval(() => {
  state.minute = Math.floor(Date.now() / 60_000)
}, 5000)

/** Opens the owner's network: what the device has at once, then the server's news. */
export async function openNetwork(ownerId: string): Promise<void> {
  const kept = Number(localStorage.getItem('acquaint.fixed-now'))
  fixedNow = kept || undefined
  storage = idbStorage(ownerId)
  const opened = createReplica({
    ownerId,
    storage,
    newKey,
    now,
    timeZone,
    find: commandNamed,
    changed: (tables) => {
      for (const table of tables) versions[table] = (versions[table] ?? 0) + 1
      state.version += 1
    },
  })
  replica = opened
  state.ownerId = ownerId
  await opened.open(first, () => {
    note()
    state.isOpen = true
  })
  note()
  connection = connect({
    replica: opened,
    noted: ({ line, trouble, clock }) => {
      if (line) {
        state.line = line
        state.trouble = trouble
      }
      if (clock) setClock(clock)
      note()
    },
    wiped: () => location.assign('/sign-in'),
  })
  navigator.storage?.persist?.().catch(() => {})
}

function note(): void {
  waiting = replica!.waiting()
  refused = replica!.refused()
  state.isFilled = replica!.isFilled()
}

function setClock({ now: told, isFixed }: { now: number; isFixed: boolean }): void {
  fixedNow = isFixed ? told : undefined
  if (isFixed) localStorage.setItem('acquaint.fixed-now', String(told))
  else localStorage.removeItem('acquaint.fixed-now')
}

/** The instant, in epoch milliseconds: the server's, where it stands still for a demonstration. */
export const now = (): number => fixedNow ?? Date.now()

/** The zone in which this device counts days, where the profile names none. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What screens show of the line: all of it reactive. */
export const network = {
  get ownerId() {
    return state.ownerId
  },
  get isOpen() {
    return state.isOpen
  },
  get isFilled() {
    return state.isFilled
  },
  get line() {
    return state.line
  },
  get trouble() {
    return state.trouble
  },
  /** Commands that the server has not answered. */
  get waiting() {
    return waiting
  },
  /** Commands that it did not take. */
  get refused() {
    return refused
  },
  get minute() {
    return state.minute
  },
}

/** Every row of a table, in no order. Reactive: within `$derived` or a template it follows the table. */
export function all<Row extends BaseRow, Index extends string>(table: Table<Row, Index>): Row[] {
  void versions[table.name]
  return replica ? ([...replica.rows.all(table).values()] as Row[]) : []
}

/** Every row of a table by its id, as it is now: read it, and keep none of it. Reactive. */
export function byId<Row extends BaseRow, Index extends string>(
  table: Table<Row, Index>,
): ReadonlyMap<string, Row> {
  void versions[table.name]
  return (replica?.rows.all(table) ?? new Map()) as ReadonlyMap<string, Row>
}

/** One row by its id, or nothing. Reactive. */
export function get<Row extends BaseRow, Index extends string>(
  table: Table<Row, Index>,
  id: string | undefined,
): Row | undefined {
  void versions[table.name]
  return id === undefined ? undefined : (replica?.rows.all(table).get(id) as Row | undefined)
}

/** Rows by an index of the table, in its order. Reactive. */
export function find<Row extends BaseRow, Index extends string>(
  table: Table<Row, Index>,
  index: NoInfer<Index> | 'id' | 'keys',
  where: Where,
  options?: FindOptions,
): Row[] {
  void versions[table.name]
  return (replica?.rows.find(table, index, where, options) ?? []) as Row[]
}

/** How often a table has changed: for what a screen keeps between changes. Reactive. */
export const versionOf = (table: { name: string }): number => versions[table.name] ?? 0

/**
 * The answer of a query of core, such as `today`. Call it once in a component: `const due = live((tx) => today(tx, {}))`;
 * `due.current` is nothing until the first answer, and follows the tables that it has read, and the clock's minute. What
 * the query asks by besides is read by `follows`.
 */
export function live<Result>(
  read: (tx: ReadTx) => Promise<Result>,
  follows?: () => unknown,
): {
  readonly current: Result | undefined
} {
  let current: Result | undefined = $state.raw()
  let asked = 0
  /** What it has read: nothing is known of that before the first answer. */
  const tables = new Set<string>()
  let tablesKnown = $state(0)
  $effect(() => {
    if (tables.size === 0) void state.version
    for (const table of tables) void versions[table]
    void tablesKnown
    void state.minute
    void fixedNow
    follows?.()
    if (!replica || !state.isOpen) return
    asked += 1
    const turn = asked
    const followed = tables.size
    replica
      .query(read, (table) => tables.add(table))
      .then((result) => {
        if (turn === asked) current = result
        // What it came to read only now may have changed unheard.
        if (followed > 0 && tables.size > followed) tablesKnown = tables.size
      }, console.error)
  })
  return {
    get current() {
      return current
    },
  }
}

/** The answer of a query of core, once: for what is made when it is asked for, such as a file. */
export const ask = <Result>(read: (tx: ReadTx) => Promise<Result>): Promise<Result> => replica!.query(read)

/** Runs a command here at once; it is sent when there is a line. Throws what a rule refuses. */
export async function run<Input, Output>(
  command: Runnable<Input, Output>,
  input: Input,
): Promise<Done<Output>> {
  const done = await replica!.run(command, input)
  note()
  const entry = replica!.waiting().find(({ key }) => key === done.key)
  if (entry) connection?.queued(entry)
  return done
}

/** The user's decision about a refused command. */
export async function settle(key: string, decision: 'again' | 'drop'): Promise<void> {
  await replica!.settle(key, decision)
  note()
  connection?.ask()
}

/** Asks the server now: after something was done there, such as an import. */
export const refresh = (): void => connection?.ask()

/** Ends the session, and removes everything from this device. */
export async function signOut(): Promise<void> {
  await endSession().catch(() => {})
  connection?.wiped()
  await storage?.wipe()
  await wipeScratch(state.ownerId)
  localStorage.clear()
  location.assign('/sign-in')
}

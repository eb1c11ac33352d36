import type { Command } from './command.ts'
import { DomainError } from './errors.ts'
import { derivedId, type Id } from './ids.ts'
import { type BeforeImage, beforeImage, type JournalEntry, journal, removal } from './journal.ts'
import type { Change, Store, WriteSession } from './store.ts'
import type { BaseRow, Table } from './table.ts'
import type { ReadTx, Tx } from './tx.ts'
import { type UnitOfWork, unitOfWork } from './unit-of-work.ts'

/** Who asks, through which door, and the command's key (a UUIDv7 made by whoever asks). */
export interface Call {
  key: Id
  ownerId: Id
  actor: string
  door: string
  now: number
  timeZone: string
  newId: () => Id
  report?: Tx['report']
  /** Run, answer, and save nothing. */
  dryRun?: boolean
}

/** Rows noted in the journal before others get a turn. */
const slice = 1000

/** What follows from what changed, as one step before saving: the method's steps. */
export type Derive = (tx: Tx, changes: Change[]) => Promise<void>

export interface Executed<Result> {
  result: Result
  /** The key had been seen: nothing was done, `result` is what was answered then. */
  replayed: boolean
}

/**
 * Runs a command as one transaction: once for each key, with what follows from it derived, and journalled with the
 * rows as they were. `present` turns the output into what is answered, and recorded for a repeated call.
 */
export async function execute<Input, Output, Result>(
  store: Store,
  call: Call,
  command: Command<Input, Output>,
  input: Input,
  derive: Derive,
  present: (tx: ReadTx, output: Output, input: Input) => Promise<Result>,
): Promise<Executed<Result>> {
  return store.write(call.ownerId, async (session) => {
    const recorded = JSON.parse(JSON.stringify(command.record ? command.record(input) : (input ?? null)))
    const [seen] = (await session.find(journal, 'id', { id: call.key })) as JournalEntry[]
    if (seen) return { result: repeated<Result>(seen, command.name, recorded), replayed: true }

    const report = call.report ?? (async () => {})
    const unit = unitOfWork(session, { ...call, commandId: call.key, report })
    const output = await command.run(unit, input)
    await derive(unit, unit.changes())
    const result = await present(unit, output, input)
    if (!call.dryRun) {
      const undoes = command.undoes?.(output)
      const entry = {
        name: command.name,
        input: recorded,
        result,
        summary: command.summary(input, output),
        ...(undoes ? { undoes } : {}),
      }
      await save(session, unit, call, entry, report)
    }
    return { result, replayed: false }
  })
}

/** Reads with one view of one owner's rows. */
export async function query<Result>(
  store: Store,
  call: Pick<Call, 'ownerId' | 'now' | 'timeZone'>,
  run: (tx: ReadTx) => Promise<Result>,
): Promise<Result> {
  const refuse = () => {
    throw new Error('A query makes no ids')
  }
  return store.read(call.ownerId, (session) =>
    run(unitOfWork(session, { ...call, commandId: '', newId: refuse, report: async () => {} })),
  )
}

function repeated<Result>(seen: JournalEntry, name: string, input: unknown): Result {
  if (seen.name === name && JSON.stringify(seen.input) === JSON.stringify(input)) return seen.result as Result
  throw new DomainError(
    'CONFLICT',
    `The key ${seen.id} was used before, for another command (${seen.summary}). Use a new key for each command.`,
    { key: seen.id },
  )
}

async function save(
  session: WriteSession,
  unit: UnitOfWork,
  call: Call,
  entry: Pick<JournalEntry, 'name' | 'input' | 'result' | 'summary' | 'undoes'>,
  report: Tx['report'],
): Promise<void> {
  const revision = session.revision + 1
  const stamp = { revision, updatedAt: call.now }
  const all: Change[] = []
  let changed = 0
  for (const [index, change] of unit.changes().entries()) {
    const after = change.after && { ...change.after, ...stamp }
    all.push({ ...change, after })
    if (change.table.role === 'record') {
      changed += 1
      all.push(made(beforeImage, { id: call.newId(), ...stamp, ...imageOf(change, revision) }))
    }
    if (!after && change.table.role !== 'journal') {
      all.push(gone(change, stamp))
    }
    if (index % slice === slice - 1) await report('noted', index + 1, index + 1)
  }
  const { actor, door, now: at } = call
  const written = { id: call.key, ...stamp, ...entry, entryRevision: revision, actor, door, at, changed }
  all.push(made(journal, written))
  await session.apply(all, revision, (done, total) => report('saved', done, total))
}

/** The row as it was, filed under the person whom it is about. */
function imageOf(
  { table, id, before, after }: Change,
  entryRevision: number,
): Omit<BeforeImage, keyof BaseRow> {
  const row = (after ?? before) as unknown as Record<string, string | undefined>
  const personId = table.person === undefined ? undefined : row[table.person]
  return {
    entryRevision,
    tableName: table.name,
    rowId: id,
    ...(personId ? { personId } : {}),
    ...(before ? { before } : {}),
  }
}

/** A row may go, come back, and go again: its removal is written over the earlier one. */
function gone({ table: { name }, id: rowId }: Change, stamp: Omit<BaseRow, 'id'>): Change {
  const id = derivedId(name, rowId)
  const row = { id, ...stamp, tableName: name, rowId }
  return { table: removal, id, before: row, after: row }
}

const made = <Row extends BaseRow>(table: Table<Row>, after: Row): Change => ({
  table,
  id: after.id,
  before: undefined,
  after,
})

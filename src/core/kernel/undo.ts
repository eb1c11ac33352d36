import { type Command, command } from './command.ts'
import { DomainError, notFound } from './errors.ts'
import type { Id } from './ids.ts'
import { type BeforeImage, beforeImage, type JournalEntry, journal } from './journal.ts'
import { type AnyTable, type BaseRow, recordColumns, sameRow, sameValue } from './table.ts'
import type { Tx } from './tx.ts'

/** Something that undo left as it is, because it was changed or used since. */
export interface UndoConflict {
  table: string
  id: Id
  /** The column kept, where only that one was changed since. */
  field?: string
  message: string
}

export interface Undone {
  undone: { id: Id; name: string; summary: string }
  conflicts: UndoConflict[]
}

type Cells = Record<string, unknown>

/** What undo means for one row: the row to write, or to remove (`undefined`), and what it must leave. */
interface Reversal {
  image: BeforeImage
  table: AnyTable
  current: BaseRow | undefined
  restored: BaseRow | undefined
  conflicts: UndoConflict[]
  /** Nothing of this row can be taken back. */
  kept: boolean
}

/**
 * The command that takes any other back, an undo too, from the journal's before-images. What was changed since is kept
 * and told. All that a command did to one person is taken back together or not at all.
 */
export function undoCommand(tables: readonly AnyTable[]): Command<{ entryId?: Id }, Undone> {
  const byName = new Map(tables.map((table) => [table.name, table]))
  return command({
    name: 'undo',
    undoes: (output) => output.undone.id,
    run: async (tx, input: { entryId?: Id }) => {
      const entry = await choose(tx, input.entryId)
      const images = await tx.find(beforeImage, 'byEntry', { entryRevision: entry.entryRevision })
      const reversals = await reverse(tx, byName, images, entry.entryRevision)
      await keepWhatIsUsed(tx, tables, reversals)
      const conflicts = reversals.flatMap((reversal) => reversal.conflicts)
      const open = reversals.filter((reversal) => !reversal.kept)
      if (open.length === 0) throw nothingLeft(entry, conflicts)
      for (const { table, restored, image } of open) {
        if (restored) await tx.put(table, restored)
        else await tx.remove(table, image.rowId)
      }
      await mark(tx, entry)
      return { undone: { id: entry.id, name: entry.name, summary: entry.summary }, conflicts }
    },
    summary: (_, output) => `Took back: ${output.undone.summary}`,
  })
}

async function choose(tx: Tx, entryId: Id | undefined): Promise<JournalEntry> {
  if (entryId === undefined) return latest(tx)
  const entry = await tx.get(journal, entryId)
  if (!entry) throw notFound('entry in the history', entryId)
  if (entry.undoneBy) {
    throw new DomainError('WRONG_STATE', `This was taken back already: ${entry.summary}`, { id: entry.id })
  }
  if (entry.changed === 0) {
    throw new DomainError(
      'WRONG_STATE',
      `This changed nothing, so there is nothing to take back: ${entry.summary}`,
    )
  }
  return entry
}

async function latest(tx: Tx): Promise<JournalEntry> {
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const page = await tx.find(journal, 'byRevision', {}, { before, limit: 50, reverse: true })
    const found = page.find((entry) => !entry.undoneBy && !entry.undoes && entry.changed > 0)
    if (found) return found
    const last = page.at(-1)
    if (!last) throw new DomainError('NOT_FOUND', 'There is nothing to take back.')
    before = last.entryRevision
  }
}

async function reverse(
  tx: Tx,
  tables: Map<string, AnyTable>,
  images: BeforeImage[],
  entryRevision: number,
): Promise<Reversal[]> {
  const reversals: Reversal[] = []
  for (const [name, group] of Map.groupBy(images, (image) => image.tableName)) {
    const table = tables.get(name)
    if (!table) throw new Error(`The journal names a table ${name} that does not exist`)
    const rows = await tx.find(table, 'id', { id: group.map((image) => image.rowId) })
    const current = new Map(rows.map((row: BaseRow) => [row.id, row]))
    for (const image of group) {
      reversals.push(await reverseRow(tx, table, image, current.get(image.rowId), entryRevision))
    }
  }
  const perPerson = Map.groupBy(reversals, ({ image }) => image.personId ?? '')
  for (const [person, group] of perPerson) {
    const blocked = group.some((reversal) => reversal.kept && reversal.conflicts.length > 0)
    if (person && blocked) for (const reversal of group) reversal.kept = true
  }
  return reversals
}

async function reverseRow(
  tx: Tx,
  table: AnyTable,
  image: BeforeImage,
  current: BaseRow | undefined,
  entryRevision: number,
): Promise<Reversal> {
  const base = { image, table, current, conflicts: [], kept: false }
  const { before } = image
  const keep = (message: string): Reversal => ({
    ...base,
    restored: current,
    kept: true,
    conflicts: [{ table: table.name, id: image.rowId, message }],
  })
  // What the command made of the row is what the next change to it found.
  // Rows of two tables may have one id, as the profile and the policy have their owner's.
  const later = await tx.find(beforeImage, 'byRow', { rowId: image.rowId }, { from: entryRevision + 1 })
  const next = later.find(({ tableName }) => tableName === table.name)
  const made = next ? next.before : current
  if (!current) {
    if (!before) return { ...base, restored: undefined, kept: true }
    return made ? keep(`${title(before, table)} was removed since.`) : { ...base, restored: before }
  }
  if (!made) return keep(`${title(current, table)} is there again already.`)
  if (sameRow(table, current, made)) return { ...base, restored: before }
  if (!before || table.atomic)
    return keep(`${title(current, table)} was changed since, and is kept as it is.`)
  return mergeRow(base, before, made, current)
}

/** Field by field: what the command changed and nobody touched since goes back; what was changed since stays. */
function mergeRow(
  base: Pick<Reversal, 'image' | 'table' | 'current'>,
  before: BaseRow,
  after: BaseRow,
  current: BaseRow,
): Reversal {
  const { table } = base
  const [was, made, is] = [before, after, current].map((row) => row as unknown as Cells) as [
    Cells,
    Cells,
    Cells,
  ]
  const restored: Cells = { ...is }
  const conflicts: UndoConflict[] = []
  let taken = 0
  for (const column of recordColumns(table)) {
    if (sameValue(was[column], made[column])) continue
    if (sameValue(is[column], made[column])) {
      if (was[column] === undefined) delete restored[column]
      else restored[column] = was[column]
      taken += 1
    } else {
      const message = `${title(current, table)}: "${column}" was changed since, and is kept.`
      conflicts.push({ table: table.name, id: current.id, field: column, message })
    }
  }
  return { ...base, restored: restored as unknown as BaseRow, conflicts, kept: taken === 0 }
}

/** A row that others point to stays, and so does whatever a row that stays points to. */
async function keepWhatIsUsed(tx: Tx, tables: readonly AnyTable[], reversals: Reversal[]): Promise<void> {
  const leaving = new Map(
    reversals
      .filter((reversal) => !reversal.kept && !reversal.restored)
      .map((reversal) => [reversal.image.rowId, reversal]),
  )
  if (leaving.size === 0) return
  const byRow = new Map(reversals.map((reversal) => [reversal.image.rowId, reversal]))
  const users = await usersOf(tx, tables, [...leaving.values()])
  for (let again = true; again; ) {
    again = false
    for (const user of users) {
      const reversal = leaving.get(user.target)
      if (!reversal || leaving.has(user.row.id) || letsGo(byRow.get(user.row.id), user)) continue
      again = true
      const belongs = `${title(user.row, user.table)} belongs to it`
      const message = `${title(reversal.current ?? user.row, reversal.table)} is kept: ${belongs}.`
      reversal.conflicts.push({ table: reversal.table.name, id: user.target, message })
      const { personId } = reversal.image
      for (const other of personId
        ? reversals.filter(({ image }) => image.personId === personId)
        : [reversal]) {
        other.kept = true
        leaving.delete(other.image.rowId)
      }
    }
  }
}

interface User {
  row: BaseRow
  table: AnyTable
  column: string
  target: Id
}

/** Every row that points to one of those that are to leave. */
async function usersOf(tx: Tx, tables: readonly AnyTable[], leaving: Reversal[]): Promise<User[]> {
  const users: User[] = []
  for (const table of tables) {
    if (table.role !== 'record') continue
    for (const [column, targetTable] of Object.entries(table.references)) {
      const targets = leaving.filter((reversal) => reversal.table.name === targetTable)
      const index = Object.entries(table.indexes).find(([, columns]) => columns[0] === column)?.[0]
      if (targets.length === 0 || !index) continue
      const rows = await tx.find(table, index, { [column]: targets.map(({ image }) => image.rowId) })
      for (const row of rows)
        users.push({ row, table, column, target: (row as unknown as Cells)[column] as Id })
    }
  }
  return users
}

/** Whether the user's row goes back, too, to a state in which it does not point there. */
function letsGo(reversal: Reversal | undefined, { column, target }: User): boolean {
  if (!reversal || reversal.kept || !reversal.restored) return false
  return (reversal.restored as unknown as Cells)[column] !== target
}

function title(row: BaseRow, table: AnyTable): string {
  const { name } = row as { name?: unknown }
  return typeof name === 'string' ? name : `The ${table.name.replace('_', ' ')}`
}

function nothingLeft(entry: JournalEntry, conflicts: UndoConflict[]): DomainError {
  const why = conflicts[0]?.message ?? 'All of it was removed since.'
  return new DomainError('CONFLICT', `Nothing was taken back of "${entry.summary}": ${why}`, {
    id: entry.id,
    conflicts,
  })
}

async function mark(tx: Tx, entry: JournalEntry): Promise<void> {
  await tx.put(journal, { ...entry, undoneBy: tx.commandId })
  if (!entry.undoes) return
  const original = await tx.get(journal, entry.undoes)
  if (!original) return
  const { undoneBy: _, ...open } = original
  await tx.put(journal, open)
}

import type { AnyTable, BaseRow, Fresh } from '../../kernel/table.ts'
import { recordColumns } from '../../kernel/table.ts'
import { FormatError } from '../format-error.ts'
import { type Check, isObject, kindChecks, readInstant } from './check.ts'
import { collectionName, networkVersion, recordTables } from './collections.ts'
import { shapes } from './shapes.ts'

/** One row of the file, with its place for messages. */
export interface ReadRow {
  row: Fresh<BaseRow> & Record<string, unknown>
  /** Counted from 0 within its collection. */
  index: number
}

/** A part of the file that is not taken: which collection, which row of it (from 0), which field. */
export interface NetworkProblem {
  table: string
  index?: number
  field?: string
  reason: string
  /** The row as it stood, cut at 200 characters. */
  text: string
}

/** A whole network as a file has it: its rows by table, and what of it cannot be taken. */
export interface NetworkFile {
  format: 'json'
  rows: ReadonlyMap<AnyTable, readonly ReadRow[]>
  problems: NetworkProblem[]
}

const notOurs =
  'This JSON file is no export of Acquaint: those begin with "acquaint". Make one with "export --format json".'

/**
 * Reads what `writeNetwork` wrote. Each row is checked against the columns of its table and the states that it may
 * have; a wrong row is told and the rest is taken. Throws a FormatError, and nothing else, where the whole is no export
 * of Acquaint or one of a newer version.
 */
export function readNetwork(text: string, tables: readonly AnyTable[]): NetworkFile {
  const file = parse(text)
  const problems: NetworkProblem[] = []
  const rows = new Map<AnyTable, ReadRow[]>()
  const known = new Map(recordTables(tables).map((table) => [collectionName(table), table]))
  for (const [name, list] of Object.entries(file)) {
    if (name === 'acquaint') continue
    const table = known.get(name)
    if (!table) problems.push({ table: name, reason: 'nothing of this name is known here', text: cut(list) })
    else if (!Array.isArray(list)) problems.push({ table: name, reason: 'is no list', text: cut(list) })
    else rows.set(table, readRows(name, table, list, problems))
  }
  return { format: 'json', rows, problems }
}

function parse(text: string): Record<string, unknown> {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch (error) {
    const where = error instanceof Error ? error.message : ''
    throw new FormatError('DAMAGED_FILE', `This file is no whole JSON (${where}). Export it again.`)
  }
  const head = isObject(file) ? file.acquaint : undefined
  if (!isObject(file) || !isObject(head) || !Number.isInteger(head.version))
    throw new FormatError('UNKNOWN_FORMAT', notOurs)
  if ((head.version as number) > networkVersion) {
    const sentence = `This file is in version ${head.version} of the format, and only ${networkVersion} is known here. It was written by a newer Acquaint: bring this one up to date.`
    throw new FormatError('UNKNOWN_FORMAT', sentence)
  }
  return file
}

function readRows(name: string, table: AnyTable, list: unknown[], problems: NetworkProblem[]): ReadRow[] {
  const rows = new Map<string, ReadRow>()
  const strangers = new Set<string>()
  for (const [index, value] of list.entries()) {
    const tell = (reason: string, field?: string) =>
      problems.push({ table: name, index, ...(field !== undefined && { field }), reason, text: cut(value) })
    const row = isObject(value) ? readRow(table, value, tell, strangers) : void tell('is no object')
    if (!row) continue
    if (rows.has(row.id)) tell('has the id of a row before it, and is left out', 'id')
    else rows.set(row.id, { row, index })
  }
  return [...rows.values()]
}

/** The row in the kinds of its columns; nothing where something in it is wrong. */
function readRow(
  table: AnyTable,
  cells: Record<string, unknown>,
  tell: (reason: string, field?: string) => void,
  strangers: Set<string>,
): ReadRow['row'] | undefined {
  const columns = recordColumns(table)
  const shape = shapes[table.name]
  const row: Record<string, unknown> = {}
  const wrong = new Map<string, string>()
  for (const column of columns) {
    const value = cells[column]
    if (value === undefined || value === null) continue
    const read = readCell(table, column, value, shape?.holds[column])
    if ('wrong' in read) wrong.set(column, read.wrong)
    else row[column] = read.value
  }
  for (const column of ['id', ...(shape?.needs(row) ?? [])]) {
    if (row[column] === undefined && !wrong.has(column)) wrong.set(column, 'is missing')
  }
  for (const [column, reason] of wrong) tell(reason, column)
  if (wrong.size > 0) return undefined
  for (const field of Object.keys(cells)) {
    if (Object.hasOwn(table.columns, field) || strangers.has(field)) continue
    strangers.add(field)
    tell('is not known here; rows are taken without it', field)
  }
  return row as ReadRow['row']
}

function readCell(
  table: AnyTable,
  column: string,
  value: unknown,
  check: Check | undefined,
): { value: unknown } | { wrong: string } {
  const kind = table.columns[column]!
  if (kind === 'instant') {
    const instant = readInstant(value)
    return instant === undefined
      ? { wrong: 'is no instant such as 2026-03-02T10:00:00Z' }
      : { value: instant }
  }
  const wrong = kindChecks[kind](value) ?? check?.(value)
  if (wrong) return { wrong }
  return { value: typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value }
}

function cut(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? '').slice(0, 200).toWellFormed()
  } catch {
    // Nested more deeply than can be written.
    return ''
  }
}

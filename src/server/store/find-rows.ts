import { type Id, isId } from '../../core/kernel/ids.ts'
import { compareRows } from '../../core/kernel/order.ts'
import { type AnyTable, type BaseRow, type ColumnKind, indexColumns } from '../../core/kernel/table.ts'
import type { FindOptions, Where } from '../../core/kernel/tx.ts'
import { codecOf, encodeValue } from './codec.ts'
import { type AnyKysely, compiled } from './compiled.ts'
import type { Connection, SqlValue } from './connection.ts'
import type { Dialect } from './dialect.ts'
import { keyTable, snakeCase } from './names.ts'

/** Values that one statement asks for at once; longer lists are asked for in parts. */
const listLength = 512

/** One condition: a column, its wanted value or values, already as the database keeps them. */
interface Condition {
  column: string
  values: SqlValue[]
  list: boolean
}

interface Question {
  conditions: Condition[]
  bounds: { column: string; operator: '>=' | '<'; value: SqlValue }[]
  limit: number | undefined
}

/** `Session.find` in SQL: what `matches` in the kernel says, in the order of the index. */
export async function findRows(
  dialect: Dialect,
  connection: Connection,
  ownerId: Id,
  table: AnyTable,
  index: string,
  where: Where,
  options: FindOptions = {},
): Promise<BaseRow[]> {
  const question = ask(dialect, table, index, where, options)
  if (!question) return []
  const { decode } = codecOf(table)
  const parts = split(question)
  const found: BaseRow[] = []
  for (const part of parts) {
    const text = compiled(dialect, shapeOf(table, index, part, options), (kysely) =>
      build(kysely, table, index, part, options),
    )
    const rows = await connection.query(text, valuesOf(ownerId, index, part))
    for (const row of rows) found.push(decode(row))
  }
  if (parts.length === 1) return found
  // Somebody who has keys in two parts of the list was found twice.
  if (index === 'keys') return merged([...new Map(found.map((row) => [row.id, row])).values()], [], options)
  return merged(found, indexColumns(table, index), options)
}

/** The conditions as the database sees them; nothing where no row can answer them. */
function ask(
  dialect: Dialect,
  table: AnyTable,
  index: string,
  where: Where,
  options: FindOptions,
): Question | undefined {
  const conditions: Condition[] = []
  for (const [column, wanted] of Object.entries(where)) {
    const kind = index === 'keys' ? 'text' : table.columns[column]
    if (!kind) throw new Error(`${table.name} has no column ${column}`)
    const list = Array.isArray(wanted)
    const values = [...new Set(list ? (wanted as string[]) : [wanted])].filter((value) => fits(kind, value))
    if (values.length === 0) return undefined
    conditions.push({ column, list, values: values.map((value) => encodeValue(kind, value)) })
  }
  const bounds = index === 'keys' ? [] : boundsOf(dialect, table, index, conditions.length, options)
  if (!bounds || (options.limit !== undefined && options.limit <= 0)) return undefined
  return { conditions, bounds, limit: options.limit }
}

/** The range on the column after the given ones; nothing where it is empty. */
function boundsOf(
  dialect: Dialect,
  table: AnyTable,
  index: string,
  given: number,
  { from, before }: FindOptions,
): Question['bounds'] | undefined {
  const bounds: Question['bounds'] = []
  const column = indexColumns(table, index)[given] ?? 'id'
  const kind = table.columns[column]!
  if (from !== undefined) {
    const value = dialect.bound(kind, from)
    if (value === undefined) return undefined
    bounds.push({ column, operator: '>=', value })
  }
  if (before !== undefined) {
    const value = dialect.bound(kind, before)
    // Absent values lie in no range, not even in one that every value is part of.
    if (value === undefined) bounds.push({ column, operator: '>=', value: dialect.bound(kind, '')! })
    else bounds.push({ column, operator: '<', value })
  }
  // A range over all ids says to SQLite that the primary key is what to read along.
  if (index === 'id' && given === 0 && bounds.length === 0) {
    bounds.push({ column, operator: '>=', value: dialect.bound('id', '')! })
  }
  return bounds
}

/** Whether the column can hold the value: an id that is none matches nothing, rather than being an error. */
function fits(kind: ColumnKind, value: unknown): boolean {
  if (value === undefined || value === null)
    throw new Error('A find asks for values; absent ones are not among them')
  return kind !== 'id' || isId(value as string)
}

/** The question in parts with lists of limited length, each filled up to a power of two so that few shapes arise. */
function split(question: Question): Question[] {
  const long = question.conditions.find(({ list }) => list)
  if (!long) return [question]
  const parts: Question[] = []
  for (let i = 0; i < long.values.length; i += listLength) {
    const values = long.values.slice(i, i + listLength)
    const length = 2 ** Math.ceil(Math.log2(values.length))
    while (values.length < length) values.push(values[0]!)
    parts.push({
      ...question,
      conditions: question.conditions.map((one) => (one === long ? { ...one, values } : one)),
    })
  }
  return parts
}

function shapeOf(table: AnyTable, index: string, question: Question, { reverse }: FindOptions): string {
  const conditions = question.conditions.map(({ column, list, values }) =>
    list ? `${column}*${values.length}` : column,
  )
  const bounds = question.bounds.map(({ column, operator }) => column + operator)
  const limit = question.limit === undefined ? '' : 'limit'
  return [
    'find',
    table.name,
    index,
    ...conditions,
    '|',
    ...bounds,
    '|',
    limit,
    reverse ? 'reverse' : '',
  ].join(' ')
}

/** In the order in which `build` names them. */
function valuesOf(ownerId: Id, index: string, question: Question): SqlValue[] {
  const values: SqlValue[] = index === 'keys' ? [ownerId, ownerId] : [ownerId]
  for (const condition of question.conditions) values.push(...condition.values)
  for (const bound of question.bounds) values.push(bound.value)
  if (question.limit !== undefined) values.push(question.limit)
  return values
}

function build(
  kysely: AnyKysely,
  table: AnyTable,
  index: string,
  question: Question,
  { reverse }: FindOptions,
) {
  let query = kysely
    .selectFrom(table.name)
    .select(codecOf(table).columns.map(snakeCase))
    .where('owner_id', '=', '')
  if (index === 'keys') {
    let holders = kysely.selectFrom(keyTable(table.name)).select('id').where('owner_id', '=', '')
    for (const { list, values } of question.conditions) {
      holders = list ? holders.where('key', 'in', values) : holders.where('key', '=', values[0])
    }
    query = query.where('id', 'in', holders)
  } else {
    for (const { column, list, values } of question.conditions) {
      const name = snakeCase(column)
      query = list ? query.where(name, 'in', values) : query.where(name, '=', values[0])
    }
  }
  for (const { column, operator, value } of question.bounds)
    query = query.where(snakeCase(column), operator, value)
  for (const column of index === 'keys' || index === 'id' ? [] : indexColumns(table, index)) {
    query = query.orderBy(snakeCase(column), (order) =>
      reverse ? order.desc().nullsLast() : order.asc().nullsFirst(),
    )
  }
  query = query.orderBy('id', reverse ? 'desc' : 'asc')
  return question.limit === undefined ? query : query.limit(question.limit)
}

function merged(rows: BaseRow[], columns: readonly string[], { reverse, limit }: FindOptions): BaseRow[] {
  rows.sort((a, b) => compareRows(columns, a, b))
  if (reverse) rows.reverse()
  return limit === undefined ? rows : rows.slice(0, limit)
}

import type { ColumnKind } from '../../../core/kernel/table.ts'
import { keyTable, quoted, snakeCase } from '../names.ts'
import type { Operation } from './operation.ts'

/** What a database says differently when tables are made. */
export interface SchemaDialect {
  type(kind: ColumnKind): string
  /** After a table's closing parenthesis. */
  tableSuffix: string
  /** After an index column that may be absent: absent values come first. */
  absentFirst: string
  /** What follows the creation of a table of owners' rows. */
  afterOwned(table: string): string[]
  createSearch(table: string): string[]
  /** What the planner is told of an index of so many columns; `index` as its name, or the table's for the primary key. */
  statistics(table: string, index: string, columns: number): string[]
}

/** The columns that every row of an owner has. */
const rowColumns = { ownerId: 'id', id: 'id', revision: 'integer', updatedAt: 'instant' } as const

/** The statements of one operation, each to be sent on its own. */
export function render(operation: Operation, dialect: SchemaDialect): string[] {
  if ('add' in operation) {
    const { table, column, kind } = operation
    return [`alter table ${quoted(table)} add column ${quoted(column)} ${dialect.type(kind)}`]
  }
  if ('drop' in operation) {
    if (operation.drop === 'index') return [`drop index ${indexName(operation.table, operation.index)}`]
    return [`alter table ${quoted(operation.table)} drop column ${quoted(operation.column)}`]
  }
  switch (operation.create) {
    case 'rows': {
      const columns = { ...rowColumns, ...operation.columns }
      const optional = Object.keys(operation.columns)
      return createTable(
        { ...operation, columns, optional, primaryKey: ['ownerId', 'id'], owned: true },
        dialect,
      )
    }
    case 'table':
      return createTable(operation, dialect)
    case 'keys': {
      const columns = { ownerId: 'id', key: 'text', id: 'id' } as const
      const primaryKey = ['ownerId', 'key', 'id']
      return createTable({ table: keyTable(operation.table), columns, primaryKey, owned: true }, dialect)
    }
    case 'search':
      return dialect.createSearch(operation.table)
    case 'index': {
      const columns = operation.columns.map((column) => `${quoted(column)}${dialect.absentFirst}`)
      const all = ['owner_id', ...columns, 'id'].join(', ')
      return [
        `create index ${indexName(operation.table, operation.index)} on ${quoted(operation.table)} (${all})`,
      ]
    }
    case 'unique': {
      const name = `${snakeCase(operation.table)}_${operation.columns.map(snakeCase).join('_')}`
      return [
        `create unique index ${name} on ${quoted(operation.table)} (${operation.columns.map(quoted).join(', ')})`,
      ]
    }
  }
}

/** The name of a declared index in the database. */
const indexName = (table: string, index: string): string => `${snakeCase(table)}_${snakeCase(index)}`

interface NewTable {
  table: string
  columns: Readonly<Record<string, ColumnKind>>
  optional?: readonly string[]
  primaryKey: readonly string[]
  owned: boolean
}

function createTable(
  { table, columns, optional = [], primaryKey, owned }: NewTable,
  dialect: SchemaDialect,
): string[] {
  const lines = Object.entries(columns).map(
    ([column, kind]) =>
      `${quoted(column)} ${dialect.type(kind)}${optional.includes(column) ? '' : ' not null'}`,
  )
  lines.push(`constraint ${snakeCase(table)}_pk primary key (${primaryKey.map(quoted).join(', ')})`)
  const create = `create table ${quoted(table)} (${lines.join(', ')})${dialect.tableSuffix}`
  if (!owned) return [create]
  const name = snakeCase(table)
  return [create, ...dialect.afterOwned(table), ...dialect.statistics(name, name, primaryKey.length)]
}

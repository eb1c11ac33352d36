import type { AnyTable, ColumnKind } from '../../../core/kernel/table.ts'
import type { Operation } from './operation.ts'

/** The owners' tables as migrations have made them. */
export interface Schema {
  [table: string]: {
    columns: Record<string, ColumnKind>
    indexes: Record<string, readonly string[]>
    keys: boolean
    search: boolean
  }
}

const kernelColumns = ['id', 'revision', 'updatedAt']

/** What these operations come to. */
export function schemaAfter(operations: readonly Operation[]): Schema {
  const schema: Schema = {}
  for (const operation of operations) {
    if ('create' in operation && ['table', 'unique'].includes(operation.create)) continue
    if ('create' in operation && operation.create === 'rows') {
      schema[operation.table] = { columns: { ...operation.columns }, indexes: {}, keys: false, search: false }
      continue
    }
    const table = schema[operation.table]
    if (!table) throw new Error(`A migration changes ${operation.table} before it creates it`)
    if ('add' in operation) table.columns[operation.column] = operation.kind
    else if ('drop' in operation && operation.drop === 'column') delete table.columns[operation.column]
    else if ('drop' in operation) delete table.indexes[operation.index]
    else if (operation.create === 'index') table.indexes[operation.index] = operation.columns
    else if (operation.create === 'keys') table.keys = true
    else if (operation.create === 'search') table.search = true
  }
  return schema
}

/** The operations that are still missing until the schema is what the tables declare: a draft of the next migration. */
export function missingOperations(schema: Schema, tables: readonly AnyTable[]): Operation[] {
  return tables.flatMap((table) => missingIn(schema[table.name], table))
}

function missingIn(made: Schema[string] | undefined, table: AnyTable): Operation[] {
  const operations: Operation[] = []
  const { name } = table
  const declared = Object.entries(table.columns).filter(([column]) => !kernelColumns.includes(column))
  if (!made) operations.push({ create: 'rows', table: name, columns: Object.fromEntries(declared) })
  else {
    for (const [index, columns] of Object.entries(made.indexes)) {
      const stays = String(table.indexes[index]) === String(columns)
      if (!stays) operations.push({ drop: 'index', table: name, index })
    }
    for (const [column, kind] of declared) {
      if (made.columns[column] === kind) continue
      if (made.columns[column]) operations.push({ drop: 'column', table: name, column })
      operations.push({ add: 'column', table: name, column, kind })
    }
    for (const column of Object.keys(made.columns)) {
      if (!table.columns[column]) operations.push({ drop: 'column', table: name, column })
    }
  }
  for (const [index, columns] of Object.entries(table.indexes)) {
    if (String(made?.indexes[index]) !== String(columns))
      operations.push({ create: 'index', table: name, index, columns })
  }
  if (table.keys && !made?.keys) operations.push({ create: 'keys', table: name })
  if (table.search && !made?.search) operations.push({ create: 'search', table: name })
  return operations
}

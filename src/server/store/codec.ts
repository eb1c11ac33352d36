import { isId } from '../../core/kernel/ids.ts'
import type { AnyTable, BaseRow, ColumnKind } from '../../core/kernel/table.ts'
import type { SqlValue } from './connection.ts'

/** How rows of a table become values in the order of its columns, and back. An absent property is NULL. */
export interface RowCodec {
  readonly columns: readonly string[]
  encode(row: BaseRow): SqlValue[]
  decode(values: readonly SqlValue[]): BaseRow
}

const codecs = new WeakMap<AnyTable, RowCodec>()

/** The codec of a declared table. */
export function codecOf(table: AnyTable): RowCodec {
  let codec = codecs.get(table)
  if (!codec) {
    codec = makeCodec(table)
    codecs.set(table, codec)
  }
  return codec
}

/** One value as both databases keep it. Texts lose NUL characters and halves of surrogate pairs, which PostgreSQL refuses. */
export function encodeValue(kind: ColumnKind, value: unknown): SqlValue {
  if (value === undefined || value === null) return null
  switch (kind) {
    case 'id':
      if (!isId(value as string)) throw new Error(`Not an id: ${value}`)
      return value as string
    case 'text':
    case 'date':
      return cleanText(value as string)
    case 'boolean':
      return value ? 1 : 0
    case 'json':
      return JSON.stringify(value)
    case 'integer':
    case 'instant':
      return value as number
  }
}

function decodeValue(kind: ColumnKind, value: SqlValue): unknown {
  switch (kind) {
    case 'boolean':
      return value === 1
    case 'json':
      return value === '[]' ? [] : JSON.parse(value as string)
    default:
      return value
  }
}

function cleanText(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  return clean.isWellFormed() ? clean : clean.toWellFormed()
}

function makeCodec(table: AnyTable): RowCodec {
  const columns = Object.keys(table.columns)
  const kinds = Object.values(table.columns)
  return {
    columns,
    encode: (row) => {
      const cells = row as unknown as Record<string, unknown>
      return columns.map((column, i) => encodeValue(kinds[i]!, cells[column]))
    },
    decode: (values) => {
      const row: Record<string, unknown> = {}
      for (let i = 0; i < columns.length; i++) {
        const value = values[i]!
        if (value !== null) row[columns[i]!] = decodeValue(kinds[i]!, value)
      }
      return row as unknown as BaseRow
    },
  }
}

import { type DateOrder, tableDate } from './table-date.ts'
import type { TableField } from './table-field.ts'

/** LinkedIn is no older than this century; who is born in a year of two digits above 15, was so in the last one. */
export function dateOf(text: string, field: TableField, order: DateOrder): string | undefined {
  if (field === 'birthday') return tableDate(text, order, 15)
  const date = tableDate(text, order)
  return date?.startsWith('--') ? undefined : date
}

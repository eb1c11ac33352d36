import type { BaseRow } from './table.ts'

/** Compares as both databases do: absent first, numbers by value, texts by code point. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === undefined || a === null) return b === undefined || b === null ? 0 : -1
  if (b === undefined || b === null) return 1
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b)
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0
}

/** Orders rows by these columns, then by id. */
export function compareRows(columns: readonly string[], a: BaseRow, b: BaseRow): number {
  for (const column of [...columns, 'id']) {
    const order = compareValues(
      (a as unknown as Record<string, unknown>)[column],
      (b as unknown as Record<string, unknown>)[column],
    )
    if (order !== 0) return order
  }
  return 0
}

/** Order of the texts' code points, which is that of their UTF-8 bytes and not that of JavaScript's `<`. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left === right) continue
    const leftSurrogate = left >= 0xd800 && left <= 0xdfff
    const rightSurrogate = right >= 0xd800 && right <= 0xdfff
    if (leftSurrogate !== rightSurrogate) return leftSurrogate ? 1 : -1
    return left - right
  }
  return a.length - b.length
}

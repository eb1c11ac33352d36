import { kebabCase } from '../option-names.ts'
import { stamp } from './moments.ts'
import type { Page, Render } from './page.ts'
import { type Column, facts, table } from './table.ts'

type Shape = Record<string, unknown>

/** Any answer as text: a list as a table, a thing as its facts. What has no words of its own is shown so. */
export const anything: Render = (answer: unknown, page) => {
  if (Array.isArray(answer)) return list(answer, page)
  if (!isShape(answer)) return valueText(answer, page)
  const { items, total } = answer
  if (Array.isArray(items)) {
    const more = typeof total === 'number' && total > items.length ? `\n\n${items.length} of ${total}.` : ''
    return list(items, page) + more
  }
  const flat = Object.entries(answer).filter(([, value]) => !isNested(value))
  const nested = Object.entries(answer).filter(([, value]) => isNested(value))
  const parts = [
    facts(
      flat.map(([name, value]) => [label(name), valueText(value, page)] as const),
      page,
    ),
  ]
  for (const [name, value] of nested)
    parts.push(`${page.paint.strong(label(name))}\n${anything(value, page)}`)
  return parts.filter(Boolean).join('\n\n')
}

/** Rows of any kind as a table of their plain values. */
function list(rows: readonly unknown[], page: Page): string {
  if (rows.length === 0) return 'Nothing here yet.'
  if (!rows.every(isShape)) return rows.map((row) => `- ${valueText(row, page)}`).join('\n')
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names
    // Names say who is meant; the ids beside them are for programs.
    .filter((name) => !name.endsWith('Id') && rows.every((row) => !isNested(row[name])))
    .map(
      (name): Column<Shape> => ({
        title: label(name),
        value: (row) => (name === 'id' ? shortId(row[name]) : valueText(row[name], page)),
        gives: name !== 'id',
      }),
    )
  return table(rows, columns, page)
}

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Somebody or something that is told by its name. */
const isNamed = (value: unknown): value is { name: string } =>
  isShape(value) && typeof value.name === 'string'

const isNested = (value: unknown): boolean =>
  (isShape(value) && !isNamed(value)) ||
  (Array.isArray(value) && value.some((one) => isShape(one) && !isNamed(one)))

const label = (name: string): string => {
  const words = kebabCase(name).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function valueText(value: unknown, page: Page): string {
  if (value === null || value === undefined) return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (isNamed(value)) return value.name
  if (Array.isArray(value)) return value.map((one) => valueText(one, page)).join(', ')
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? stamp(value, page) : value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The beginning of an id that names it: for UUIDv7 its time and count, which no other id of this machine shares. */
export const shortId = (id: unknown): string => (typeof id === 'string' ? id.slice(0, 18) : '')

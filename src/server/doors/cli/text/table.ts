import { columnsOf, cut, pad, safe } from './columns.ts'
import type { Page } from './page.ts'

export interface Column<Row> {
  title: string
  value(row: Row): string
  /** May be cut when the line is too long for the terminal. */
  gives?: boolean
}

const gap = '  '

/** Rows in aligned columns that fit the terminal; columns with nothing in them are left out. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], page: Page): string {
  const cells = rows.map((row) => columns.map((column) => safe(column.value(row)).replace(/\s+/g, ' ')))
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => cells.some((c) => c[index]))
  const widths = shown.map(({ column, index }) =>
    Math.max(columnsOf(column.title), ...cells.map((row) => columnsOf(row[index]!))),
  )
  shrink(
    widths,
    shown.map(({ column }) => column.gives ?? false),
    page.width,
  )
  const line = (texts: string[]) =>
    texts
      .map((text, at) => pad(cut(text, widths[at]!), widths[at]!))
      .join(gap)
      .trimEnd()
  const head = page.paint.quiet(line(shown.map(({ column }) => column.title)))
  return [head, ...cells.map((row) => line(shown.map(({ index }) => row[index]!)))].join('\n')
}

/** Takes columns off the widest that give, until the line fits or nothing more can be given. */
function shrink(widths: number[], gives: boolean[], width: number | undefined): void {
  if (width === undefined) return
  const least = 8
  const total = () => widths.reduce((sum, one) => sum + one + gap.length, -gap.length)
  while (total() > width) {
    let widest = -1
    widths.forEach((one, at) => {
      if (gives[at] && one > least && (widest < 0 || one > widths[widest]!)) widest = at
    })
    if (widest < 0) return
    widths[widest]! -= 1
  }
}

/** Labels and values under each other; what has no value is left out. */
export function facts(
  entries: readonly (readonly [label: string, value: string | null | undefined])[],
  page: Page,
): string {
  const given = entries.filter((entry): entry is readonly [string, string] => Boolean(entry[1]))
  const width = Math.max(0, ...given.map(([label]) => columnsOf(label)))
  return given
    .map(
      ([label, value]) =>
        `${page.paint.quiet(pad(label, width))}${gap}${safe(value).replace(/\n/g, `\n${' '.repeat(width)}${gap}`)}`,
    )
    .join('\n')
}

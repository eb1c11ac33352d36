import type { Measurement } from './measure.ts'

/** The table for people: a line for each measurement, and the figures behind it below. */
export function asTable(lines: readonly Measurement[]): string {
  const rows = lines.map((line) => [
    line.id,
    line.what,
    quantity(line.measured, line.unit),
    `${line.atLeast ? 'at least' : 'at most'} ${quantity(line.budget, line.unit)}`,
    line.held ? 'held' : 'missed',
  ])
  const head = ['', 'budget', 'measured', 'allowed', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)))
  const text = ([head, ...rows] as string[][]).map((row, i) => {
    const cells = row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
    return i === 0 ? cells : `${cells}\n      ${lines[i - 1]!.detail}`
  })
  const missed = lines.filter(({ held }) => !held).length
  return [...text, '', `${lines.length - missed} held, ${missed} missed`].join('\n')
}

function quantity(value: number, unit: Measurement['unit']): string {
  switch (unit) {
    case 'times':
      return `${value.toFixed(2)}x`
    case 'MB':
    case 'kB':
    case 'ms':
      return `${value.toFixed(0)} ${unit}`
  }
}

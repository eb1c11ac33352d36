import { writeCsv } from '../formats/csv/write-csv.ts'
import type { LogEntry } from './log.ts'

/** The columns of the log. */
export const titles = ['Date', 'Person', 'Kind', 'Outcome', 'Notes']

/** The log as a table for a spreadsheet; dates are of that time zone. */
export function logAsCsv(entries: readonly LogEntry[], timeZone: string): string {
  const dateOf = dates(timeZone)
  return writeCsv(
    titles,
    entries.map((one) => [dateOf(one.at), one.person, one.kind, one.outcome, one.notes]),
  )
}

/** The log as a Markdown table (GFM). Nothing in a cell is taken for markup. */
export function logAsMarkdown(entries: readonly LogEntry[], timeZone: string): string {
  const dateOf = dates(timeZone)
  const rows = entries.map((one) => [dateOf(one.at), one.person, one.kind, one.outcome, one.notes])
  const line = (cells: readonly (string | null)[]) => `| ${cells.map(markdownCell).join(' | ')} |`
  const lines = [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)]
  return `# Log\n\n${lines.join('\n')}\n`
}

/** The log to be read as it stands: a line for each, its notes below. */
export function logAsText(entries: readonly LogEntry[], timeZone: string): string {
  const dateOf = dates(timeZone)
  const lines = entries.flatMap((one) => {
    const head = [one.person, one.kind, one.outcome].filter(Boolean).map((text) => oneLine(text as string))
    const notes = (one.notes ?? '').split('\n').map(oneLine).filter(Boolean)
    return [`${dateOf(one.at)}  ${head.join(' · ')}`, ...notes.map((note) => `    ${note}`)]
  })
  return lines.length > 0 ? `${lines.join('\n')}\n` : 'Nothing to show yet.\n'
}

/** `2026-03-02 10:00`, which spreadsheets take for a time; one formatter for a whole log. */
export function dates(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
  }
}

function markdownCell(text: string | null): string {
  return (text ?? '')
    .split('\n')
    .map((line) => oneLine(line).replace(/[\\`*_[\]<>|#~&]/g, '\\$&'))
    .join('<br>')
}

/** Without control characters, which a terminal would obey. */
const oneLine = (text: string): string => text.replace(/\s/g, ' ').replace(/\p{Cc}/gu, '')

import { shortId } from './anything.ts'
import { safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Render } from './page.ts'
import { table } from './table.ts'

interface Entry {
  id: string
  at: string
  actor: string
  summary: string
}

interface LogLine {
  at: string
  person: string
  kind: string
  outcome: string | null
  notes: string | null
}

const history: Render = (entries: Entry[], page) =>
  entries.length === 0
    ? 'Nothing has happened yet.'
    : table(
        entries,
        [
          { title: 'When', value: (one) => stamp(one.at, page) },
          { title: 'What', value: (one) => one.summary, gives: true },
          { title: 'By', value: (one) => one.actor },
          { title: 'Id', value: (one) => shortId(one.id) },
        ],
        page,
      )

const undone: Render = (answer: {
  undone: { name: string; summary?: string }
  conflicts: { message: string }[]
}) =>
  [
    `Taken back: ${safe(answer.undone.summary ?? answer.undone.name)}`,
    ...answer.conflicts.map(({ message }) => `- ${safe(message)}`),
  ].join('\n')

const log: Render = (lines: LogLine[], page) =>
  !Array.isArray(lines) || lines.length === 0
    ? 'Nothing to show yet.'
    : table(
        lines,
        [
          { title: 'When', value: (one) => stamp(one.at, page) },
          { title: 'Who', value: (one) => one.person, gives: true },
          { title: 'What', value: (one) => one.kind },
          { title: 'Outcome', value: (one) => one.outcome ?? '', gives: true },
          { title: 'Notes', value: (one) => one.notes ?? '', gives: true },
        ],
        page,
      )

export const historyWords = { history, undo: undone, log }

import { type Topic, topicTitles } from '../../../../core/questions/bank-question.ts'
import { shortId } from './anything.ts'
import { safe, wrap } from './columns.ts'
import { type Finding, findingLines } from './findings.ts'
import type { Page, Render } from './page.ts'

interface Question {
  id: string | null
  topic: Topic
  text: string
  own: boolean
  mustAsk: boolean
  findings?: Finding[]
}

/** The questions under their topics. */
const list: Render = (rows: Question[], page) =>
  rows.length === 0
    ? 'No questions here yet. "acquaint questions add --text ..." keeps one of your own.'
    : [...Map.groupBy(rows, ({ topic }) => topic)]
        .map(([topic, group]) =>
          [page.paint.strong(topicTitles[topic]), ...group.map((one) => listed(one, page))].join('\n'),
        )
        .join('\n\n')

const listed = (one: Question, page: Page): string =>
  indented(`${one.mustAsk ? '* ' : '- '}`, one.text, page) +
  (one.own && one.id ? page.paint.quiet(`  (your own, ${shortId(one.id)})`) : '')

/** The list for one conversation, in the order of the talk. */
const picked: Render = (rows: Question[], page) =>
  [
    ...rows.map((one, at) =>
      indented(`${String(at + 1).padStart(2)}. ${one.mustAsk ? '* ' : ''}`, one.text, page),
    ),
    '',
    page.paint.quiet('A star: ask it first. --save puts them on the conversation.'),
  ].join('\n')

const one: Render = (row: Question, page) =>
  [
    safe(row.text),
    page.paint.quiet(`${topicTitles[row.topic]}${row.mustAsk ? ', must ask' : ''}, ${shortId(row.id)}`),
    ...(row.findings ? [findingLines(row.findings, page)] : []),
  ].join('\n')

const review: Render = ({ findings }: { findings: Finding[] }, page) => findingLines(findings, page)

const removed: Render = (row: Question) => `Removed: ${safe(row.text)}\n"acquaint undo" brings it back.`

function indented(mark: string, text: string, page: Page): string {
  const lines = wrap(safe(text), Math.min(page.width ?? 80, 80) - mark.length).split('\n')
  return mark + lines.join(`\n${' '.repeat(mark.length)}`)
}

export const questionsWords = {
  'questions list': list,
  'questions pick': picked,
  'questions add': one,
  'questions edit': one,
  'questions remove': removed,
  'questions review': review,
}

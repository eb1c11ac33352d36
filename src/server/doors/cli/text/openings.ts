import { shortId } from './anything.ts'
import { safe, wrap } from './columns.ts'
import { stamp } from './moments.ts'
import type { Page, Render } from './page.ts'
import { facts, table } from './table.ts'

interface Opening {
  id: string
  title: string
  organization: string
  url: string | null
  deadline: string | null
  status: string
  outcome: string | null
  appliedAt: string | null
  notes: string | null
  people: Helper[]
}

interface Helper {
  name: string
  role: string | null
  rung: string
  mayBeAsked: boolean
  askedAt: string | null
  evidence: { at: string; text: string }[]
}

const opening: Render = (one: Opening, page) =>
  [
    `${page.paint.strong(safe(one.title))}, ${safe(one.organization)}`,
    facts(
      [
        ['Status', one.outcome ? `${one.status}: ${one.outcome}` : one.status],
        ['Apply by', one.status === 'considering' ? one.deadline : null],
        ['Applied', day(one.appliedAt, page)],
        ['Page', one.url],
        ['Notes', one.notes],
        ['Id', one.id],
      ],
      page,
    ),
    '',
    page.paint.strong('Who might help'),
    ...(one.people.length > 0
      ? one.people.map((helper) => helperText(helper, page))
      : [`Nobody you know is at ${safe(one.organization)} yet.`]),
  ].join('\n')

function helperText({ name, role, rung, askedAt, evidence, mayBeAsked }: Helper, page: Page): string {
  const width = page.width ?? 100
  const asked = askedAt
    ? `asked on ${day(askedAt, page)}`
    : mayBeAsked && evidence.length === 0
      ? 'not asked yet'
      : ''
  const head = [[name, role].filter(Boolean).join(', '), [rung, asked].filter(Boolean).join(', ')].join(': ')
  const did = evidence.map(({ at, text }) => wrap(safe(`${day(at, page)}  ${text}`), width, '  '))
  return [wrap(safe(head), width), ...did].join('\n')
}

const day = (instant: string | null, page: Page): string => stamp(instant, page).slice(0, 10)

const list: Render = (rows: Opening[], page) =>
  rows.length === 0
    ? 'No openings yet. "acquaint openings add" notes an internship or job that you look at.'
    : table(
        rows,
        [
          { title: 'Status', value: (one) => one.outcome ?? one.status },
          { title: 'Opening', value: (one) => one.title, gives: true },
          { title: 'Organisation', value: (one) => one.organization, gives: true },
          { title: 'Apply by', value: (one) => (one.status === 'considering' ? (one.deadline ?? '') : '') },
          { title: 'Might help', value: (one) => might(one), gives: true },
          { title: 'Id', value: (one) => shortId(one.id) },
        ],
        page,
      )

/** The names of those who may be asked, or have helped already. */
const might = ({ people, outcome }: Opening): string =>
  (outcome ? [] : people)
    .filter(({ mayBeAsked, evidence }) => mayBeAsked || evidence.length > 0)
    .map(({ name }) => name)
    .join(', ')

const removed: Render = (answer: { removed: { name: string } }) =>
  `${safe(answer.removed.name)} is removed. "acquaint undo" brings it back.`

export const openingsWords: Readonly<Record<string, Render>> = {
  ...Object.fromEntries(
    'add edit show asked advocate'.split(' ').map((verb) => [`openings ${verb}`, opening]),
  ),
  'openings list': list,
  'openings remove': removed,
}

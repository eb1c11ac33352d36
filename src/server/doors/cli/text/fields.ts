import { safe, wrap } from './columns.ts'
import type { Page, Render } from './page.ts'
import { table } from './table.ts'

interface Said {
  text: string
  person: string | null
  on: string
}

interface Compared {
  name: string
  exploring: boolean
  people: number
  met: number
  conversations: number
  topics: { title: string; count: number; said: Said[] }[]
}

/** Numbers side by side, then who said what, topic by topic. */
const compare: Render = (fields: Compared[], page) => {
  if (fields.length === 0)
    return 'You explore no field yet. "acquaint fields add --name NAME" begins with one.'
  const count = (title: string, of: (one: Compared) => number) => ({ title, counts: fields.map(of) })
  const rows = [
    count('People you know', ({ people }) => people),
    count('Talked with', ({ met }) => met),
    ...fields[0]!.topics.map(({ title }, at) => count(title, (one) => one.topics[at]!.count)),
  ]
  const columns = fields.map(({ name }, at) => ({
    title: name,
    value: (row: (typeof rows)[number]) => String(row.counts[at]),
    gives: true,
  }))
  const told = fields[0]!.topics.map(({ title }, at) => ({
    title,
    of: (one: Compared) => one.topics[at]!.said,
  }))
  const sections = told
    .filter(({ of }) => fields.some((one) => of(one).length > 0))
    .map(({ title, of }) =>
      [page.paint.strong(title), ...fields.flatMap((one) => lines(one.name, of(one), page))].join('\n'),
    )
  return [table(rows, [{ title: '', value: ({ title }) => title }, ...columns], page), ...sections].join(
    '\n\n',
  )
}

function lines(name: string, said: readonly Said[], page: Page): string[] {
  if (said.length === 0) return []
  const each = said.map(({ text, person, on }) =>
    wrap(`- ${safe(text)} (${person ? safe(person) : 'your research'}, ${on})`, page.width ?? 100, '  '),
  )
  return [`${safe(name)}:`, ...each]
}

export const fieldsWords = { 'fields compare': compare }

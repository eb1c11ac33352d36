import { safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Page, Render } from './page.ts'
import { table } from './table.ts'

interface Link {
  name: string
  role: string | null
  organization: string | null
  origin: string
  source: string | null
  namedBy: string | null
  namedAt: string | null
  status: string | null
}

const chain: Render = (
  answer: { to: { type: string; name: string }; found: boolean; chain: Link[] },
  page,
) => {
  if (!answer.found) {
    const where = answer.to.type === 'field' ? 'works in' : 'is at'
    return `Nobody you can write to ${where} ${safe(answer.to.name)} yet. Ask the people you talk with whom they know there.`
  }
  return ['You', ...answer.chain.map((link, at) => `${'   '.repeat(at)}└─ ${linkText(link, page)}`)].join(
    '\n',
  )
}

function linkText(link: Link, page: Page): string {
  const place = [link.role, link.organization].filter(Boolean).join(', ')
  return safe(`${link.name}${place ? `, ${place}` : ''} (${how(link, page)})`)
}

function how({ namedBy, namedAt, status, origin, source }: Link, page: Page): string {
  if (namedBy === null) {
    const found = origin === 'direct-contact' ? 'you found them' : 'somebody you know'
    return source ? `${found}: ${source}` : found
  }
  const when = namedAt ? ` on ${stamp(namedAt, page).slice(0, 10)}` : ''
  return status && status !== 'named' ? `named${when}; ${status.replace('-', ' ')}` : `named${when}`
}

interface Yield {
  name: string
  named: number
  contacted: number
  met: number
  reportedBack: number
  branch: { people: number; met: number; conversations: number }
}

const yields: Render = (rows: Yield[], page) =>
  rows.length === 0
    ? 'Nobody has named anybody to you yet. At the end of a talk, ask whom else to meet.'
    : table(
        rows,
        [
          { title: 'Who', value: (one) => one.name, gives: true },
          { title: 'Named', value: (one) => String(one.named) },
          { title: 'You wrote to', value: (one) => String(one.contacted) },
          { title: 'Met', value: (one) => String(one.met) },
          { title: 'Reported back', value: (one) => String(one.reportedBack) },
          { title: 'Came through them', value: ({ branch }) => String(branch.people) },
          { title: 'Talks with those', value: ({ branch }) => String(branch.conversations) },
        ],
        page,
      )

const graph: Render = (answer: {
  nodes: { personId: string; name: string }[]
  edges: { from: string; to: string; status: string | null }[]
}) => {
  const names = new Map(answer.nodes.map(({ personId, name }) => [personId, name]))
  const lines = answer.edges.map(
    ({ from, to, status }) =>
      `${names.get(from)} → ${names.get(to)}${status ? ` (${status.replace('-', ' ')})` : ''}`,
  )
  return lines.length > 0 ? safe(lines.join('\n')) : 'Nobody has named anybody to you yet.'
}

export const referralsWords = {
  'referrals chain': chain,
  'referrals yield': yields,
  'referrals graph': graph,
}

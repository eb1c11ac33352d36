import { shortId } from './anything.ts'
import { brief } from './brief.ts'
import { stamp, when } from './moments.ts'
import type { Render } from './page.ts'
import { facts, table } from './table.ts'

interface Conversation {
  id: string
  personName: string
  status: string
  startsAt: string
  minutes: number
  mode: string
  place: string | null
  leaveBy: string | null
  aims?: string[]
  questions?: { text: string; mustAsk: boolean; asked?: boolean; answer?: string }[]
  highlight?: string | null
  advice?: string[]
  notes?: string | null
  thankBy?: string | null
  thankedAt?: string | null
  introductions?: { to: { name: string } }[]
  promises?: { text: string }[]
  learnt?: { topic: string | null; text: string }[]
}

const conversation: Render = (one: Conversation, page) => {
  const open = one.status === 'arranged'
  return facts(
    [
      ['With', one.personName],
      ['When', `${when(one.startsAt, page)}, ${one.minutes} minutes`],
      ['How', [one.mode.replace('-', ' '), one.place].filter(Boolean).join(', ')],
      ['Leave by', open && one.leaveBy ? when(one.leaveBy, page) : null],
      ['Status', one.status],
      ['Aims', one.aims?.join('\n')],
      ['Questions', one.questions?.map(numbered).join('\n')],
      ['Highlight', one.highlight],
      ['Advice', one.advice?.join('\n')],
      ['Learnt', one.learnt?.map(({ topic, text }) => (topic ? `${topic}: ${text}` : text)).join('\n')],
      ['Named', one.introductions?.map(({ to }) => to.name).join(', ')],
      ['Promised', one.promises?.map(({ text }) => text).join('\n')],
      ['Notes', one.notes],
      ['Thank by', one.thankBy && !one.thankedAt ? when(one.thankBy, page) : null],
      ['Id', one.id],
    ],
    page,
  )
}

type Question = NonNullable<Conversation['questions']>[number]

/** A question with its number on the list: a star where it must be asked, a tick where it was. */
const numbered = ({ text, mustAsk, asked, answer }: Question, at: number): string =>
  `${at + 1}. ${asked ? '✓ ' : mustAsk ? '* ' : ''}${text}${answer ? `\n   ${answer}` : ''}`

const list: Render = (rows: Conversation[], page) =>
  rows.length === 0
    ? 'No conversations yet.'
    : table(
        rows,
        [
          { title: 'When', value: (one) => stamp(one.startsAt, page) },
          { title: 'With', value: (one) => one.personName, gives: true },
          { title: 'Status', value: (one) => one.status },
          { title: 'How', value: (one) => one.mode },
          { title: 'Where', value: (one) => one.place ?? '', gives: true },
          { title: 'Id', value: (one) => shortId(one.id) },
        ],
        page,
      )

export const conversationsWords = {
  'conversations arrange': conversation,
  'conversations prepare': conversation,
  'conversations confirm': conversation,
  'conversations record': conversation,
  'conversations show': conversation,
  'conversations list': list,
  'conversations brief': brief,
}

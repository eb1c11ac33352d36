import { anything, shortId } from './anything.ts'
import { safe, wrap } from './columns.ts'
import { stamp, when } from './moments.ts'
import type { Page, Render } from './page.ts'
import { facts, table } from './table.ts'

interface Brief {
  introduction: unknown
  aims: unknown
  research: unknown
  questions: { text: string; mustAsk?: boolean }[]
  logistics: unknown
  closing: unknown
  readiness: { done: number; of: number; missing: unknown[] }
}

interface Conversation {
  id: string
  personName: string
  status: string
  startsAt: string
  minutes: number
  mode: string
  place: string | null
  leaveBy: string | null
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

/** What to take into a conversation, on one page. */
const brief: Render = (one: Brief, page) => {
  const questions = (one.questions ?? []).map(
    ({ text, mustAsk }) => `[ ] ${mustAsk ? '* ' : ''}${safe(text)}`,
  )
  const { done, of, missing } = one.readiness
  const ready = [
    `${done} of ${of} ready.`,
    missing.length > 0 ? `Missing: ${missing.map(String).join(', ')}.` : '',
  ].join(' ')
  return [
    section('Your introduction', one.introduction, page),
    section('What it is for', one.aims, page),
    section('What you found out', one.research, page),
    section('Questions', questions, page),
    section('Where and when', one.logistics, page),
    section('At the end', one.closing, page),
    section('Ready', ready, page),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function section(title: string, content: unknown, page: Page): string {
  const width = Math.min(page.width ?? 80, 80)
  const body = bodyText(content, width, page)
  return body ? `${page.paint.strong(title)}\n${body}` : ''
}

function bodyText(content: unknown, width: number, page: Page): string {
  if (content === null || content === undefined) return ''
  if (typeof content === 'string') return wrap(safe(content), width)
  if (typeof content === 'object' && 'text' in content) return bodyText(content.text, width, page)
  if (Array.isArray(content) && content.every((one) => typeof one === 'string')) {
    return content.map((one) => wrap(safe(one), width)).join('\n')
  }
  if (Array.isArray(content) && content.length === 0) return ''
  return anything(content, page)
}

export const conversationsWords = {
  'conversations arrange': conversation,
  'conversations prepare': conversation,
  'conversations confirm': conversation,
  'conversations record': conversation,
  'conversations show': conversation,
  'conversations list': list,
  'conversations brief': brief,
}

import { anything } from './anything.ts'
import { safe, wrap } from './columns.ts'
import type { Page, Render } from './page.ts'

interface Brief {
  introduction: unknown
  aims: unknown
  research: unknown
  questions: { text: string; mustAsk?: boolean }[]
  logistics: unknown
  closing: unknown
  readiness: { done: number; of: number; missing: unknown[] }
}

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
  if (Array.isArray(content) && content.every((one) => typeof one === 'string')) {
    return content.map((one) => wrap(safe(one), width)).join('\n')
  }
  if (Array.isArray(content) && content.length === 0) return ''
  return anything(content, page)
}

export const conversationsWords = { 'conversations brief': brief }

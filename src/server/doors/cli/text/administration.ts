import { shortId } from './anything.ts'
import { safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Render } from './page.ts'
import { table } from './table.ts'

interface Token {
  id: string
  name: string
  scope: string
  token?: string
  createdAt: string
  lastUsedAt?: string | null
  revokedAt?: string | null
}

const checks: Render = (answer: { checks: { name: string; ok: boolean; detail: string }[] }, { paint }) =>
  answer.checks
    .map(
      ({ name, ok, detail }) =>
        `${ok ? paint.done('ok    ') : paint.late('wrong ')} ${name}: ${safe(detail)}`,
    )
    .join('\n')

const created: Render = (one: Token, { paint }) =>
  [
    `A token to ${one.scope}, named ${safe(one.name)}:`,
    '',
    `  ${paint.strong(one.token ?? '')}`,
    '',
    ...(one.scope === 'feed' ? feedAddress(one.token ?? '') : []),
    'It is shown only now. "acquaint token revoke" ends it.',
  ].join('\n')

/** A calendar program takes the address of the running server with the token in it. */
const feedAddress = (token: string): string[] => [
  'While "acquaint serve" runs, subscribe in your calendar to its address with this path:',
  '',
  `  /feeds/${token}.ics`,
  '',
]

const tokens: Render = (answer: Token[] | { items: Token[] }, page) => {
  const list = Array.isArray(answer) ? answer : answer.items
  if (list.length === 0) return 'No tokens yet. Make one with "acquaint token create".'
  return table(
    list,
    [
      { title: 'Name', value: (one) => one.name, gives: true },
      { title: 'May', value: (one) => one.scope },
      { title: 'Made', value: (one) => stamp(one.createdAt, page) },
      { title: 'Last used', value: (one) => stamp(one.lastUsedAt, page) },
      { title: 'Ended', value: (one) => stamp(one.revokedAt, page) },
      { title: 'Id', value: (one) => shortId(one.id) },
    ],
    page,
  )
}

const revoked: Render = (one: Token) => `The token ${safe(one.name)} is ended.`

export const administrationWords = {
  doctor: checks,
  'token create': created,
  'token list': tokens,
  'token revoke': revoked,
}

import { anything } from './anything.ts'
import { safe } from './columns.ts'
import { when } from './moments.ts'
import type { Render } from './page.ts'
import { facts } from './table.ts'

interface Approach {
  id: string
  status: string
  attempts: { channel: string; sentAt: string }[]
  waitingUntil: string | null
  alternatives?: { personId: string; name: string; why: string }[]
}

const approach: Render = (one: Approach, page) => {
  const attempts = one.attempts.map(({ channel, sentAt }) => `${channel}, ${when(sentAt, page)}`).join('; ')
  const alternatives = one.alternatives ?? []
  const head = facts(
    [
      ['Status', one.status.replaceAll('-', ' ')],
      ['Sent', attempts],
      ['Waiting until', one.waitingUntil && when(one.waitingUntil, page, { clock: false })],
      ['Approach', one.id],
    ],
    page,
  )
  if (alternatives.length === 0) return head
  const others = alternatives.map(({ name, why }) => `- ${safe(name)}: ${safe(why)}`)
  return [head, '', page.paint.strong('Whom to ask instead'), ...others].join('\n')
}

export const approachesWords = {
  'approaches start': approach,
  'approaches follow-up': approach,
  'approaches reply': approach,
  'approaches move-on': approach,
  'approaches list': anything,
}

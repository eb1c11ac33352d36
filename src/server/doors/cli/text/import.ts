import { shortId } from './anything.ts'
import { safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Render } from './page.ts'

interface Imported {
  importId: string | null
  format: string
  added: number
  updated: number
  unchanged: number
  duplicates: { name: string; existingId: string; reason: string }[]
  proposed?: Proposed[]
  problems: { line: number | null; reason: string; text?: string }[]
}

interface Proposed {
  id: string
  change: 'new' | 'moved' | 'cancelled'
  person: string
  startsAt: string
  summary?: string
  taken: boolean
}

/** How many of a long list are told one by one. */
const shown = 20

const imported: Render = (one: Imported, page) => {
  const lines = [`${one.added} added, ${one.updated} updated, ${one.unchanged} unchanged (${one.format}).`]
  const part = (title: string, texts: string[]) => {
    if (texts.length === 0) return
    lines.push('', page.paint.strong(title), ...texts.slice(0, shown))
    if (texts.length > shown) lines.push(`... and ${texts.length - shown} more (--json lists them all).`)
  }
  part(
    'Perhaps here already',
    one.duplicates.map(({ name, reason }) => `- ${safe(name)}: ${safe(reason)}`),
  )
  const proposed = one.proposed ?? []
  const taken = proposed.filter((meeting) => meeting.taken)
  const open = proposed.filter((meeting) => !meeting.taken)
  const meeting = ({ person, startsAt, summary, change }: Proposed) =>
    `- ${stamp(startsAt, page)} ${safe(person)}${summary ? `: ${safe(summary)}` : ''}${change === 'new' ? '' : ` (${change})`}`
  part('Now conversations', taken.map(meeting))
  part(
    'Meetings that could be conversations (add --conversations all, or their ids)',
    open.map((one) => `${meeting(one)}  ${shortId(one.id)}`),
  )
  part(
    'Left out',
    one.problems.map(({ line, reason }) => `- ${line ? `line ${line}: ` : ''}${safe(reason)}`),
  )
  return lines.join('\n')
}

export const importWords = { import: imported }

import { fieldWords, type TableField } from '../../../../core/formats/csv/table-field.ts'
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
  records?: { added: number; updated: number; unchanged: number }
  mapping?: { file: string; column: string; field: string; by: string; example?: string }[]
  problems: { file: string; line: number | null; reason: string; text?: string }[]
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
  const { added: more = 0, unchanged: known = 0 } = one.records ?? {}
  if (one.format === 'linkedin' && one.records) lines.push(`Messages: ${more} noted, ${known} noted before.`)
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
  const several = new Set(one.problems.map(({ file }) => file)).size > 1
  part(
    'Left out',
    one.problems.map(({ file, line, reason }) => {
      const place = [several ? safe(file) : '', line ? `line ${line}` : ''].filter(Boolean).join(', ')
      return `- ${place && `${place}: `}${safe(reason)}`
    }),
  )
  if (!one.importId) part('How the columns are read', (one.mapping ?? []).map(columnInWords))
  if (!one.importId && one.mapping?.some(({ field, by }) => by === 'values' || field === 'other')) {
    lines.push(
      '',
      'To read a column otherwise: --map "Column=field", such as --map "Team=tags" or --map "Size=left out".',
    )
  }
  return lines.join('\n')
}

function columnInWords({ column, field, by, example }: NonNullable<Imported['mapping']>[number]): string {
  const why = by === 'values' ? ', by what is in it' : by === 'choice' ? ', as you said' : ''
  const words = field === 'other' ? 'kept under its own name' : fieldWords[field as TableField]
  return `- ${safe(column)}: ${words}${why}${example ? ` (${safe(example)})` : ''}`
}

export const importWords = { import: imported }

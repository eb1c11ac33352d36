import { DomainError, invalid } from '../kernel/errors.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Opening, OpeningOutcome, OpeningStatus } from './opening.ts'

type Row = Fresh<Opening>

/**
 * The opening at another status, dated. Any status may follow any other, because users record late and correct
 * themselves; closing takes an outcome, and nothing else does. Throws INVALID_INPUT, or WRONG_STATE for the same again.
 */
export function moveTo(
  row: Row,
  status: OpeningStatus,
  { at, outcome }: { at: number; outcome?: OpeningOutcome },
): Row {
  if (status === row.status && outcome === ('outcome' in row ? row.outcome : undefined))
    throw new DomainError('WRONG_STATE', `${row.title} is "${status}" already.`, { id: row.id, status })
  if (outcome !== undefined && status !== 'closed')
    throw invalid('outcome', 'An outcome belongs to an opening that is closed: --status closed.')
  const base = posted(row)
  const appliedAt = 'appliedAt' in row ? row.appliedAt : undefined
  switch (status) {
    case 'considering':
      return { ...base, status }
    case 'applied':
    case 'interviewing':
      return { ...base, status, appliedAt: appliedAt ?? at }
    case 'offer':
      return { ...base, status, appliedAt: appliedAt ?? at, offeredAt: at }
    case 'closed':
      if (!outcome) throw invalid('outcome', `What came of ${row.title}? Say so with --outcome.`)
      return { ...base, status, appliedAt, closedAt: at, outcome }
  }
}

function posted(row: Row) {
  const { id, title, nameKey, organization, organizationKey, url, deadline, notes, createdAt } = row
  return { id, title, nameKey, organization, organizationKey, url, deadline, notes, createdAt }
}

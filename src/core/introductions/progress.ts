import { DomainError } from '../kernel/errors.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Introduction } from './introduction.ts'

export type IntroductionStatus = Introduction['status']

/** In the order in which an introduction goes its way (N2, X1). */
export const introductionStatuses = [
  'named',
  'offered',
  'introduced',
  'contacted',
  'met',
  'reported-back',
] as const

/** A referral that waits to be used (N2). */
export const unusedStatuses: readonly IntroductionStatus[] = ['named', 'offered', 'introduced']

/** Whether an introduction may go there: only forward, and what came of it can be told only once they have met (X1). */
export const mayBecome = (from: IntroductionStatus, to: IntroductionStatus): boolean =>
  to === 'reported-back'
    ? from === 'met'
    : introductionStatuses.indexOf(to) > introductionStatuses.indexOf(from)

/** The introduction at a later status; meeting and reporting are dated. Throws WRONG_STATE for a way it cannot go. */
export function progress(row: Introduction, status: IntroductionStatus, at: number): Fresh<Introduction> {
  if (!mayBecome(row.status, status)) throw noWay(row, status)
  const { id, fromPersonId, toPersonId, conversationId, namedAt, note } = row
  const base = { id, fromPersonId, toPersonId, conversationId, namedAt, note }
  if (status === 'met') return { ...base, status, metAt: at }
  if (status === 'reported-back')
    return { ...base, status, metAt: 'metAt' in row ? row.metAt : at, reportedAt: at }
  return { ...base, status }
}

function noWay(row: Introduction, status: IntroductionStatus): DomainError {
  const details = { id: row.id, status: row.status }
  if (row.status === status)
    return new DomainError('WRONG_STATE', `This introduction is "${status}" already.`, details)
  if (status === 'reported-back') {
    return new DomainError(
      'WRONG_STATE',
      `There is nothing to report yet: the introduction is "${row.status}". Say first that you met, with "--status met".`,
      details,
    )
  }
  return new DomainError(
    'WRONG_STATE',
    `This introduction is "${row.status}", and does not go back to "${status}". Use "undo" to take a mistake back.`,
    details,
  )
}

import type { Rung } from '../../core/advocacy/ladder.ts'
import type { OpeningOutcome, OpeningStatus } from '../../core/openings/opening.ts'

export const openingStatusWords: Readonly<Record<OpeningStatus, string>> = {
  considering: 'Considering',
  applied: 'Applied',
  interviewing: 'Interviewing',
  offer: 'Offer',
  closed: 'Closed',
}

export const outcomeWords: Readonly<Record<OpeningOutcome, string>> = {
  accepted: 'I took it',
  declined: 'I said no',
  rejected: 'They said no',
  withdrawn: 'I withdrew',
  expired: 'It lapsed',
}

export const rungWords: Readonly<Record<Rung, string>> = {
  acquaintance: 'Acquaintance',
  informant: 'Informant',
  ally: 'Ally',
  advocate: 'Advocate',
}

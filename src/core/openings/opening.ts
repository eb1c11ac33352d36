import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'

export const outcomes = ['accepted', 'declined', 'rejected', 'withdrawn', 'expired'] as const
export type OpeningOutcome = (typeof outcomes)[number]

interface Posted extends BaseRow {
  title: string
  /** The folded title: to find it by its title. */
  nameKey: string
  organization: string
  organizationKey: string
  url?: string
  /** The last day for applying. */
  deadline?: string
  notes?: string
  createdAt: number
}

interface Applied {
  appliedAt: number
}

/** An internship or job that the user looks at (W5, W6). */
export type Opening = Posted &
  (
    | { status: 'considering' }
    | (Applied & { status: 'applied' })
    | (Applied & { status: 'interviewing' })
    | (Applied & { status: 'offer'; offeredAt: number })
    | (Partial<Applied> & { status: 'closed'; closedAt: number; outcome: OpeningOutcome })
  )

/** In the order in which an opening goes its way. */
export const openingStatuses = ['considering', 'applied', 'interviewing', 'offer', 'closed'] as const
export type OpeningStatus = (typeof openingStatuses)[number]

export const opening = table<Opening>()({
  name: 'opening',
  atomic: true,
  columns: {
    title: 'text',
    nameKey: 'text',
    organization: 'text',
    organizationKey: 'text',
    url: 'text',
    deadline: 'date',
    notes: 'text',
    createdAt: 'instant',
    status: 'text',
    appliedAt: 'instant',
    offeredAt: 'instant',
    closedAt: 'instant',
    outcome: 'text',
  },
  indexes: { byStatus: ['status', 'deadline'], byName: ['nameKey'], byOrganization: ['organizationKey'] },
})

/** The columns that follow from others. Whatever writes an opening passes through here. */
export const withOpeningKeys = <Row extends { title: string; organization: string }>(
  row: Row,
): Row & { nameKey: string; organizationKey: string } => ({
  ...row,
  nameKey: fold(row.title) || row.title.toLowerCase(),
  organizationKey: fold(row.organization),
})

/** Whether somebody's word may still help: until there is an offer, or it is over. */
export const mayBeHelped = ({ status }: Pick<Opening, 'status'>): boolean =>
  status === 'considering' || status === 'applied' || status === 'interviewing'

import type { Id } from '../kernel/ids.ts'
import { type BaseRow, table } from '../kernel/table.ts'

/** The user's word that two entries are two people, so that nobody asks again. */
export interface TwoPeople extends BaseRow {
  personId: Id
  otherId: Id
  at: number
}

export const twoPeople = table<TwoPeople>()({
  name: 'two_people',
  columns: { personId: 'id', otherId: 'id', at: 'instant' },
  indexes: { byPerson: ['personId'], byOther: ['otherId'] },
  references: { personId: 'person', otherId: 'person' },
})

import type { Id } from '../kernel/ids.ts'
import { type BaseRow, table } from '../kernel/table.ts'

/** A picture of somebody, as it came: nothing here can draw, so nothing is made smaller. */
export interface Attachment extends BaseRow {
  personId: Id
  kind: 'photo'
  /** `image/jpeg`, `image/png`, `image/gif` or `image/webp`, as its bytes say. */
  mediaType: string
  /** The picture itself, as base64. */
  bytes: string
  createdAt: number
}

export const attachment = table<Attachment>()({
  name: 'attachment',
  columns: { personId: 'id', kind: 'text', mediaType: 'text', bytes: 'text', createdAt: 'instant' },
  indexes: { byPerson: ['personId'] },
  references: { personId: 'person' },
  person: 'personId',
})

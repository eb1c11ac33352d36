import { type BaseRow, table } from '../kernel/table.ts'

/** Somebody to meet at an event, or met there (N3). */
export interface EventPerson extends BaseRow {
  eventId: string
  personId: string
  /** Since when the user wants to meet them there. */
  wantedAt?: number
  /** When they were looked up beforehand; what was found is a research note about them (P1). */
  researchedAt?: number
  /** When the two met there. */
  metAt?: number
  /** What they talked about. */
  note?: string
  /** What to send them, and on which day. */
  send?: string
  sendOn?: string
}

export const eventPerson = table<EventPerson>()({
  name: 'event_person',
  columns: {
    eventId: 'id',
    personId: 'id',
    wantedAt: 'instant',
    researchedAt: 'instant',
    metAt: 'instant',
    note: 'text',
    send: 'text',
    sendOn: 'date',
  },
  indexes: { byEvent: ['eventId'], byPerson: ['personId'] },
  references: { eventId: 'event', personId: 'person' },
  person: 'personId',
})

/** One row for each person: two entries made one leave two rows behind, which say together what each said. */
export function oneForEachPerson<Row extends Omit<EventPerson, 'revision' | 'updatedAt'>>(
  rows: readonly Row[],
): Row[] {
  const folded = new Map<string, Row>()
  for (const row of rows) {
    const earlier = folded.get(row.personId)
    folded.set(row.personId, earlier ? { ...row, ...said(earlier) } : row)
  }
  return [...folded.values()]
}

const said = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row

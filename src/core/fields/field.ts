import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'

/** An industry or job category that the user explores, or explored. Who works in it says so on their own row. */
export interface Field extends BaseRow {
  name: string
  /** The folded name, as in a person's key `field:...`. */
  nameKey: string
  /** The day on which the user began to explore it. */
  since: string
  /** Whether the user still does. */
  exploring: boolean
  notes?: string
}

export const field = table<Field>()({
  name: 'field',
  columns: { name: 'text', nameKey: 'text', since: 'date', exploring: 'boolean', notes: 'text' },
  indexes: { byName: ['nameKey'], byExploring: ['exploring', 'nameKey'] },
})

/** The name as fields are compared and found by. */
export const fieldNameKey = (name: string): string => fold(name) || name.toLowerCase()

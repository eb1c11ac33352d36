import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'

/**
 * An employer, school or association about which there is something to say. People keep their organisation as a text; its
 * folded key joins the two, so that an address book makes no rows here.
 */
export interface Organization extends BaseRow {
  name: string
  /** The folded name: a person's `organizationKey`. */
  nameKey: string
  /** The user would like to work or learn there. */
  target: boolean
  /** Why it is a target, or is none any more. */
  why?: string
  notes?: string
  createdAt: number
}

export const organization = table<Organization>()({
  name: 'organization',
  columns: {
    name: 'text',
    nameKey: 'text',
    target: 'boolean',
    why: 'text',
    notes: 'text',
    createdAt: 'instant',
  },
  indexes: { byName: ['nameKey'], byTarget: ['target', 'nameKey'] },
})

/** The name as people keep it beside their organisation (`withKeys`). */
export const organizationKey = (name: string): string => fold(name)

import { type BaseRow, table } from '../kernel/table.ts'

/** By which rules a network's steps were derived. One row: its id is the owner's. */
export interface Derivation extends BaseRow {
  rules: number
}

export const derivation = table<Derivation>()({
  name: 'derivation',
  role: 'derived',
  columns: { rules: 'integer' },
  indexes: {},
})

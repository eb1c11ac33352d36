import type { AnyTable, Fresh } from '../kernel/table.ts'
import { recordColumns, sameValue } from '../kernel/table.ts'
import { type Person, person } from '../people/person.ts'
import { type FieldChange, type Preview, previewed } from './result.ts'

/** Columns that follow from others, or are a note of ours: no news of the person. */
const ours: ReadonlySet<string> = new Set(['id', 'nameKey', 'organizationKey', 'phoneKeys', 'importedFrom'])

const facts = recordColumns(person as AnyTable).filter(
  (column) => !ours.has(column),
) as (keyof Fresh<Person>)[]

/** The facts of a person that differ, in the order of the columns. */
export function changedFacts(before: Fresh<Person>, after: Fresh<Person>): FieldChange[] {
  if (before === after) return []
  return facts.flatMap((field) => {
    const [from, to] = [before[field], after[field]]
    if (sameValue(from, to)) return []
    return { field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  })
}

export const emptyPreview = (): Preview => ({ add: [], update: [], unchanged: [], skip: [] })

/** Notes what becomes of one person: how they change, or that they are new where there are no changes to tell. */
export function show(
  preview: Preview,
  changes: readonly FieldChange[] | undefined,
  { id, name, organization, role }: Fresh<Person>,
): void {
  const { add, update, unchanged } = preview
  if (!changes) {
    if (add.length < previewed)
      add.push({ name, ...(organization && { organization }), ...(role && { role }) })
  } else if (changes.length === 0) {
    if (unchanged.length < previewed) unchanged.push({ id, name })
  } else if (update.length < previewed) update.push({ id, name, changes: [...changes] })
}

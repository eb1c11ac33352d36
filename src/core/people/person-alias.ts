import type { Id } from '../kernel/ids.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import type { ReadTx } from '../kernel/tx.ts'

/** An entry that was merged into another: its id goes on meaning that person. The row's id is the entry's. */
export interface PersonAlias extends BaseRow {
  personId: Id
}

export const personAlias = table<PersonAlias>()({
  name: 'person_alias',
  columns: { personId: 'id' },
  indexes: { byPerson: ['personId'] },
  references: { personId: 'person' },
  person: 'personId',
})

/** Whoever has this id by now: the entry may have been merged into another since somebody wrote the id down. */
export const currentId = async (tx: ReadTx, id: Id): Promise<Id> =>
  (await tx.get(personAlias, id))?.personId ?? id

import type { Id } from './ids.ts'
import type { AnyTable, BaseRow } from './table.ts'
import type { FindOptions, Where } from './tx.ts'

/** A row's change by one command: both absent never occurs. */
export interface Change {
  table: AnyTable
  id: Id
  before: BaseRow | undefined
  after: BaseRow | undefined
}

/** What a store reads for one owner. */
export interface Session {
  find(table: AnyTable, index: string, where: Where, options?: FindOptions): Promise<BaseRow[]>
}

/** A transaction that writes. The owner's revision is locked by it: two commands of one owner never interleave. */
export interface WriteSession extends Session {
  readonly revision: number
  /** Writes the rows and the owner's new revision. `report` is told how far it has come. */
  apply(
    changes: Change[],
    revision: number,
    report: (done: number, total: number) => Promise<void>,
  ): Promise<void>
}

/** Where networks are kept. Every method runs in one transaction, which fails as a whole. */
export interface Store {
  read<T>(ownerId: Id, work: (session: Session) => Promise<T>): Promise<T>
  write<T>(ownerId: Id, work: (session: WriteSession) => Promise<T>): Promise<T>
}

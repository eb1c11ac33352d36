import type { ColumnMapping } from '../formats/contact.ts'
import type { Id } from '../kernel/ids.ts'
import type { ProposedConversation } from './import-meetings.ts'

/** Somebody who may be in the network already, and what was done about it. */
export interface Duplicate {
  name: string
  existingId: Id
  reason: string
}

/** A part of a file that was not taken. A network's rows stand on no line of their own. */
export interface ImportProblem {
  file: string
  line: number | null
  reason: string
  text: string
}

/** What an import did to the people of a network; whoever stands in a file twice counts once. */
export interface Tally {
  added: number
  updated: number
  unchanged: number
}

export interface ImportResult extends Tally {
  /** The key of the command, which `undo` takes; none for a dry run. */
  importId: Id | null
  /** `linkedin`, `vcard` or `json`; several are joined by `+`. */
  format: string
  duplicates: Duplicate[]
  problems: ImportProblem[]
  /** The rows other than people: messages, or what else a whole network holds. */
  records?: Tally
  /** The meetings that are or would be conversations, where a calendar came in. */
  proposed?: ProposedConversation[]
  /** What the columns of tables were read as. */
  mapping?: FileMapping[]
}

/** What a column of one of the files was read as, and an example of what is in it. */
export interface FileMapping extends ColumnMapping {
  file: string
}

export const nothingYet = (): Tally => ({ added: 0, updated: 0, unchanged: 0 })

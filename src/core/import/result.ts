import type { ColumnMapping } from '../formats/contact.ts'
import type { Id } from '../kernel/ids.ts'
import type { ProposedConversation } from './import-meetings.ts'

/** How sure one can be that two are one: by what they share, not by a number nobody can check. */
export type Confidence = 'likely' | 'possible'

/** Somebody who may be in the network already, and what was done about it. */
export interface Duplicate {
  /** Where the contact stands; none where rows stand on no line of their own. */
  file?: string
  line?: number
  name: string
  existingId: Id
  existingName: string
  reason: string
  confidence: Confidence
  /** What becomes of the contact: added as somebody else, or left out. */
  what: 'new' | 'skip'
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
  /** What a dry run would have done, person by person. */
  preview?: Preview
  /** What the columns of tables were read as. */
  mapping?: FileMapping[]
}

/** What a column of one of the files was read as, and an example of what is in it. */
export interface FileMapping extends ColumnMapping {
  file: string
}

export const nothingYet = (): Tally => ({ added: 0, updated: 0, unchanged: 0 })

/** What would become of whom; each list holds at most `previewed`, and the counts tell of all. */
export interface Preview {
  add: { name: string; organization?: string; role?: string }[]
  update: { id: Id; name: string; changes: FieldChange[] }[]
  unchanged: { id: Id; name: string }[]
  /** Rows that are left out: the user's own word, or more people than one have their addresses. */
  skip: { file: string; line: number; name: string }[]
}

/** One fact of a person as it is and as it would be; absent where there is none. */
export interface FieldChange {
  field: string
  from?: unknown
  to?: unknown
}

/** How many of each kind a preview shows. */
export const previewed = 500

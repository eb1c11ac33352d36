import type { Id } from './ids.ts'
import type { Tx } from './tx.ts'

/** Something that changes a network. It loads, decides and puts; the kernel saves, journals and can undo it. */
export interface Command<Input, Output> {
  /** `noun.verb`, as in the registry and in the journal. */
  readonly name: string
  run(tx: Tx, input: Input): Promise<Output>
  /** One line for the history: what happened, in the words of a user. */
  summary(input: Input, output: Output): string
  /** What the journal keeps of the input, where the whole would be too much. */
  record?(input: Input): unknown
  /** For undo alone: the journal entry that it took back. */
  undoes?(output: Output): Id
}

/** Declares a command; a function only so that input and output are inferred from `run`. One that nobody runs is left out of a bundle. */
/* @__NO_SIDE_EFFECTS__ */
export const command = <Input, Output>(definition: Command<Input, Output>): Command<Input, Output> =>
  definition

import type { z } from 'zod'
import type { Command } from '../../core/kernel/command.ts'
import type { ErrorCode } from '../../core/kernel/errors.ts'
import type { Id } from '../../core/kernel/ids.ts'
import type { Store } from '../../core/kernel/store.ts'
import type { ReadTx, Tx } from '../../core/kernel/tx.ts'
import type { Administration } from './administration.ts'
import type { Reads } from './reads.ts'

/** What a token or a session may do. `owner` is for whoever sits at the machine. */
export type Right = 'read' | 'write' | 'owner'

/** Who calls, through which door, and when. */
export interface Caller {
  ownerId: Id
  actor: string
  door: string
  rights: readonly Right[]
  now: number
  timeZone: string
  /** The command's key (a UUID); without one, the call is given a new one. */
  key?: Id
  report?: Tx['report']
}

/** What operations work on: made once, in main.ts. */
export interface Services {
  store: Store
  reads: Reads
  administration: Administration
  newId(now: number): Id
  /** The folder of an embedded store, as it was named. */
  folder?: string
}

/** An answer that is a file rather than a JSON value. */
export class FileAnswer {
  readonly content: string | Uint8Array
  readonly mediaType: string
  readonly name: string

  constructor(content: string | Uint8Array, mediaType: string, name: string) {
    this.content = content
    this.mediaType = mediaType
    this.name = name
  }
}

/** How the command line offers an operation. Options follow from the input's schema; this only adds what it cannot tell. */
export interface CommandLine {
  /** `['people', 'add']`, or one word for a command of its own. */
  words: readonly [string] | readonly [string, string]
  /** Inputs taken by position, in order; a name that ends in `...` takes the rest. */
  positional?: readonly string[]
  /** Another name for an input's option: `{ emails: 'email' }` gives `--email E`, repeatable. */
  options?: Readonly<Record<string, string>>
  /** Inputs whose text may come from `--file F` (or `-`, standard input). */
  textFrom?: string
  /** Inputs that are files: read by the command line, sent as `{ name, content }` with base64 content. */
  filesFrom?: string
  /** Whether an answer, though given, is bad news: the exit code is then 1. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the operation's own shape
  fails?(answer: any): boolean
  /** Without --data it works on a new folder for temporary things, never on the user's own. */
  throwAway?: boolean
  examples: readonly string[]
}

interface Shared<Shape extends z.ZodType, Wire> {
  /** `noun.verb`, the same at every door. */
  name: string
  /** One line, in the words of a user. */
  summary: string
  /** Read with `parse`; ids, prefixes and names in `ref` fields are resolved before `run`. */
  input: Shape
  /** The JSON that is answered. `FileAnswer`s are described by `mediaTypes`. */
  output: z.ZodType<Wire>
  mediaTypes?: readonly string[]
  errors: readonly ErrorCode[]
  rights: Right
  /** `POST /people/{person}`, below `/api/v1`; without it, the operation is only for whoever sits at the machine. */
  rest?: string
  commandLine: CommandLine
}

export interface CommandOperation<Shape extends z.ZodType, Wire> extends Shared<Shape, Wire> {
  kind: 'command'
  // biome-ignore lint/suspicious/noExplicitAny: the command's own types meet the schema's in `commandOperation`
  command: Command<any, any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  toInput(input: z.output<Shape>, caller: Caller): any | Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  present(tx: ReadTx, output: any, input: any): Promise<Wire>
  dryRun?(input: z.output<Shape>): boolean
  /** What the journal keeps of the input, where the whole would be too much. */
  record?(input: z.output<Shape>): unknown
}

export interface QueryOperation<Shape extends z.ZodType, Wire> extends Shared<Shape, Wire> {
  kind: 'query'
  run(tx: ReadTx, input: z.output<Shape>, services: Services, caller: Caller): Promise<Wire | FileAnswer>
}

/** Work on the store as a whole: it has no single transaction, and journals nothing. */
export interface ServiceOperation<Shape extends z.ZodType, Wire> extends Shared<Shape, Wire> {
  kind: 'service'
  run(services: Services, input: z.output<Shape>, caller: Caller): Promise<Wire | FileAnswer>
}

export type Operation<Shape extends z.ZodType = z.ZodType, Wire = unknown> =
  | CommandOperation<Shape, Wire>
  | QueryOperation<Shape, Wire>
  | ServiceOperation<Shape, Wire>

/** Declares an operation that runs a command of core. `toInput` turns what was parsed into what the command takes. */
export const commandOperation = <Shape extends z.ZodType, Input, Output, Wire>(
  definition: Omit<Shared<Shape, Wire>, 'name'> & {
    command: Command<Input, Output>
    toInput(input: z.output<Shape>, caller: Caller): Input | Promise<Input>
    present(tx: ReadTx, output: Output, input: Input): Promise<Wire>
    dryRun?(input: z.output<Shape>): boolean
    record?(input: z.output<Shape>): unknown
  },
): CommandOperation<Shape, Wire> => ({ kind: 'command', name: definition.command.name, ...definition })

/** Declares an operation that only reads. */
export const queryOperation = <Shape extends z.ZodType, Wire>(
  definition: Omit<QueryOperation<Shape, Wire>, 'kind'>,
): QueryOperation<Shape, Wire> => ({ kind: 'query', ...definition })

/** Declares an operation on the store as a whole. */
export const serviceOperation = <Shape extends z.ZodType, Wire>(
  definition: Omit<ServiceOperation<Shape, Wire>, 'kind'>,
): ServiceOperation<Shape, Wire> => ({ kind: 'service', ...definition })

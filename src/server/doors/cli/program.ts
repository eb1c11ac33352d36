import { Command, Option } from 'commander'
import type { Operation } from '../../operations/operation.ts'
import { version } from '../../version.ts'
import { addInputs } from './options.ts'

/** What is done when a command line names an operation. */
export type Carry = (operation: Operation, command: Command) => Promise<void>

/** The options that stand before or after any command. */
export interface GlobalOptions {
  data?: string
  now?: string
  json?: boolean
  server?: string
  token?: string
}

/**
 * The command `acquaint` with no commands yet. It writes nothing and never ends the process. Beside a command's word,
 * `--version` is that command's to take.
 */
export function emptyProgram(write: (help: string) => void, { besideWord = false } = {}): Command {
  const program = quiet(new Command('acquaint'), write)
  if (!besideWord) program.version(version, '--version', 'Say which version this is')
  return program
    .description("The career office's networking method: whom to meet, what to write, when to thank.")
    .addOption(new Option('--data <folder>', 'The folder of the store (ACQUAINT_DATA)'))
    .addOption(new Option('--now <instant>', 'Fix the clock, for tests and demonstrations (ACQUAINT_NOW)'))
    .addOption(new Option('--json', 'Answer with one JSON value'))
    .addOption(new Option('--server <url>', 'Have a server carry it out (ACQUAINT_SERVER)'))
    .addOption(new Option('--token <token>', 'The token for the server (ACQUAINT_TOKEN)'))
    .helpCommand(false)
    .showSuggestionAfterError(true)
}

/** Adds commands for these operations: a noun with its verbs, or a word that is a command by itself. */
export function addOperations(program: Command, operations: readonly Operation[], carry: Carry): void {
  for (const [noun, group] of Map.groupBy(operations, (operation) => operation.commandLine.words[0])) {
    const parent = child(program, noun).helpCommand(false)
    const alone = group.find((operation) => operation.commandLine.words.length === 1)
    if (alone) addOne(parent, alone, carry)
    else parent.description(verbsInWords(group))
    for (const operation of group) {
      const verb = operation.commandLine.words[1]
      if (verb) addOne(child(parent, verb), operation, carry)
    }
  }
}

/** A command below another that is as quiet as its parent. */
export function child(parent: Command, word: string): Command {
  const made = parent.command(word)
  return made.allowExcessArguments(false)
}

function addOne(command: Command, operation: Operation, carry: Carry): void {
  addInputs(command, operation)
  const examples = operation.commandLine.examples.map((example) => `  acquaint ${example}`)
  command
    .description(operation.summary)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${examples.join('\n')}\n\nOptions of every command: acquaint --help`)
    .action(() => carry(operation, command))
}

const verbsInWords = (group: readonly Operation[]): string =>
  group.map((operation) => operation.commandLine.words[1]).join(', ')

function quiet(command: Command, write: (help: string) => void): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => {}, outputError: () => {} })
}

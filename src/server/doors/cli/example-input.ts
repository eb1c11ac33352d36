import { Command } from 'commander'
import type { Operation } from '../../operations/operation.ts'
import { addInputs, readInputs } from './options.ts'
import { joinFlags } from './words.ts'

/** The words of an example as a shell would split them; quotes keep words together. */
export function shellWords(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single))
}

/** The input that an operation's first example gives, so that every door can show the same one. */
export function exampleInput(
  operation: Operation,
  example = operation.commandLine.examples[0],
): Record<string, unknown> {
  if (example === undefined) return {}
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
  addInputs(command, operation)
  const words = shellWords(example).slice(operation.commandLine.words.length)
  const redirection = words.findIndex((word) => word.startsWith('<') || word.startsWith('>') || word === '|')
  const given = redirection < 0 ? words : words.slice(0, redirection)
  command.parse(joinFlags(given, [operation]), { from: 'user' })
  return readInputs(command, operation).input
}

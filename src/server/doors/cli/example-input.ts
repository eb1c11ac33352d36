import type { Operation } from '../../operations/operation.ts'
import { readInputs } from './options.ts'
import { addOperations, emptyProgram } from './program.ts'
import { joinFlags } from './words.ts'

/** The words of an example as a shell would split them; quotes keep words together. */
function shellWords(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single))
}

/** The input that an operation's first example gives, so that every door can show the same one. */
export function exampleInput(
  operation: Operation,
  example = operation.commandLine.examples[0],
): Record<string, unknown> {
  if (example === undefined) return {}
  const words = shellWords(example)
  const shell = words.findIndex((word) => /^[<>|]/.test(word))
  let input: Record<string, unknown> = {}
  const program = emptyProgram(() => {}, { besideWord: true })
  addOperations(program, [operation], async (_, command) => {
    input = readInputs(command, operation).input
  })
  program.parse(joinFlags(shell < 0 ? words : words.slice(0, shell), [operation]), { from: 'user' })
  return input
}

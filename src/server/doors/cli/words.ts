import type { Operation } from '../../operations/operation.ts'
import { inputFields } from '../input-fields.ts'
import { optionName } from './option-names.ts'

/** Options that every command takes and that are followed by a value. */
const globalsWithValue = new Set(['--data', '--now', '--server', '--token'])

/** The first words of a command line that are no options: the noun, and whatever follows it. */
export function wordsOf(argv: readonly string[]): string[] {
  const words: string[] = []
  for (let i = 0; i < argv.length && words.length < 2; i++) {
    const arg = argv[i]!
    if (arg === '--') break
    if (globalsWithValue.has(arg)) i += 1
    else if (!arg.startsWith('-')) words.push(arg)
    // What follows an option that is not ours may be its value: the noun and the verb come before those.
    else if (words.length > 0 && arg.startsWith('--') && arg !== '--json') break
  }
  return words
}

/** Writes a flag's answer into the flag: `--chosen no` becomes `--no-chosen`, so that a bare flag never takes a word. */
export function joinFlags(argv: readonly string[], operations: readonly Operation[]): string[] {
  const flags = new Set(
    operations.flatMap((operation) =>
      inputFields(operation.input)
        .filter(({ kind }) => kind === 'boolean')
        .map(({ name }) => `--${optionName(operation, name)}`),
    ),
  )
  const joined: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    if (arg === '--') return [...joined, ...argv.slice(i)]
    const [flag, attached] = arg.split('=', 2) as [string, string | undefined]
    const said = flags.has(flag) ? answers[attached ?? argv[i + 1] ?? ''] : undefined
    if (said === undefined) joined.push(arg)
    else {
      joined.push(said ? flag : `--no-${flag.slice(2)}`)
      if (attached === undefined) i += 1
    }
  }
  return joined
}

const answers: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }

import type { Operation } from '../../operations/operation.ts'

/** `referredBy` as an option is written: `referred-by`. */
export const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The option of an input, without its dashes: as the operation calls it, or the input's name. */
export const optionName = (operation: Operation, input: string): string =>
  operation.commandLine.options?.[input] ?? kebabCase(input)

/** The inputs that are given by position, in order; the last may take the rest. */
export const positionalNames = (operation: Operation): { name: string; rest: boolean }[] =>
  (operation.commandLine.positional ?? []).map((name) =>
    name.endsWith('...') ? { name: name.slice(0, -3), rest: true } : { name, rest: false },
  )

/** How an input is called in a sentence: `--referred-by`, or `<person>` where it has its place. */
export function inputLabel(operation: Operation, input: string): string {
  const placed = positionalNames(operation).some(({ name }) => name === input)
  return placed ? `<${kebabCase(input)}>` : `--${optionName(operation, input)}`
}

import { describe, expect, it } from 'vitest'
import { allOperations, nouns, operationsOf } from '../../operations/registry.ts'
import { inputFields } from '../input-fields.ts'
import { exampleInput } from './example-input.ts'
import { readInstants } from './instants.ts'
import { optionName } from './option-names.ts'

const operations = await allOperations()
const examples = operations.flatMap((operation) =>
  operation.commandLine.examples.map((example) => ({ example, operation })),
)

describe('every operation', () => {
  it.each(examples)('has an example that can be typed: $example', async ({ example, operation }) => {
    const input = await readInstants(operation, exampleInput(operation, example), 'UTC')
    const { filesFrom, textFrom } = operation.commandLine
    if (filesFrom && input[filesFrom]) {
      const name = (path: string) => ({ name: path, content: '' })
      input[filesFrom] = Array.isArray(input[filesFrom])
        ? input[filesFrom].map(name)
        : name(String(input[filesFrom]))
    }
    if (textFrom && example.includes('--file')) input[textFrom] = 'text'
    expect(operation.input.safeParse(input).error?.issues).toBeUndefined()
  })

  it('has words of its own', () => {
    const words = operations.map(({ commandLine }) => commandLine.words.join(' '))
    expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([])
  })

  it('leaves the options of every command alone', () => {
    const taken = ['data', 'now', 'json', 'server', 'token', 'help', 'file', 'out', 'force']
    for (const operation of operations) {
      const placed = (operation.commandLine.positional ?? []).map((name) => name.replace('...', ''))
      const names = inputFields(operation.input).filter(({ name }) => !placed.includes(name))
      for (const { name } of names) expect(taken, operation.name).not.toContain(optionName(operation, name))
    }
  })

  it('is found by its first word', async () => {
    for (const noun of nouns) expect(await operationsOf(noun), noun).not.toEqual([])
  })
})

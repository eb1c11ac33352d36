import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { Operation } from '../../operations/operation.ts'
import { type InputField, inputFields } from '../input-fields.ts'
import { kebabCase, optionName, positionalNames } from './option-names.ts'

/** What a command line gave: inputs by their names, and where texts come from and files go to. */
export interface Given {
  input: Record<string, unknown>
  file?: string
  out?: string
  force?: boolean
}

/** Puts an operation's inputs on a command as arguments and options. */
export function addInputs(command: Command, operation: Operation): void {
  const fields = inputFields(operation.input)
  const positional = positionalNames(operation)
  for (const { name, rest } of positional) {
    const field = fields.find((one) => one.name === name)
    const word = `${kebabCase(name)}${rest ? '...' : ''}`
    const argument = new Argument(field?.required ? `<${word}>` : `[${word}]`, field?.description)
    if (field?.choices.length && !rest) argument.choices(field.choices)
    command.addArgument(argument)
  }
  for (const field of fields) {
    if (positional.some(({ name }) => name === field.name)) continue
    for (const option of optionsFor(operation, field)) command.addOption(option)
  }
  if (operation.commandLine.textFrom) {
    command.addOption(
      new Option('--file <path>', 'Take the text from a file, or from standard input with "-"'),
    )
  }
  if (operation.mediaTypes) {
    command.addOption(new Option('--out <path>', 'Write to a file'))
    command.addOption(new Option('--force', 'Write over a file that is there'))
  }
}

/** Collects what commander read into the operation's input. */
export function readInputs(command: Command, operation: Operation): Given {
  const fields = inputFields(operation.input)
  const values = command.opts<Record<string, unknown>>()
  const input: Record<string, unknown> = {}
  const positional = positionalNames(operation)
  positional.forEach(({ name }, index) => {
    const field = fields.find((one) => one.name === name)
    const value = command.processedArgs[index] as string | string[] | undefined
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return
    input[name] = typeof value === 'string' && field ? parser(field)(value) : value
  })
  for (const field of fields) {
    const value = values[attribute(optionName(operation, field.name))]
    if (value !== undefined && !(field.name in input)) input[field.name] = value
  }
  const pick = (name: string, used: unknown) =>
    used && values[name] !== undefined ? { [name]: values[name] } : {}
  return {
    input,
    ...pick('file', operation.commandLine.textFrom),
    ...pick('out', operation.mediaTypes),
    ...pick('force', operation.mediaTypes),
  }
}

/** The name under which commander keeps an option's value. */
const attribute = (option: string) => option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function optionsFor(operation: Operation, field: InputField): Option[] {
  const name = optionName(operation, field.name)
  const about = describe(field)
  if (field.kind === 'boolean') return [new Option(`--${name}`, about), new Option(`--no-${name}`).hideHelp()]
  const option = new Option(`--${name} <${placeholders[field.kind]}>`, about)
  const parse = parser(field)
  if (field.choices.length > 0 && !field.many) option.choices(field.choices)
  else if (field.many) {
    option.argParser<unknown[]>((text, before) => [...(Array.isArray(before) ? before : []), parse(text)])
  } else option.argParser(parse)
  return [option]
}

const placeholders: Readonly<Record<InputField['kind'], string>> = {
  text: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'yes|no',
  choice: 'choice',
  instant: 'when',
  date: 'date',
  json: 'json',
}

function describe(field: InputField): string {
  const notes = [
    field.required ? 'required' : '',
    field.many ? 'may be given more than once' : '',
    field.many && field.choices.length > 0 ? `one of: ${field.choices.join(', ')}` : '',
    field.default === undefined ? '' : `default: ${String(field.default)}`,
  ].filter(Boolean)
  return notes.length > 0 ? `${field.description} (${notes.join('; ')})`.trim() : field.description
}

function parser(field: InputField): (text: string) => unknown {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return (text) => {
        const number = Number(text.trim())
        if (text.trim() === '' || !Number.isFinite(number))
          throw new InvalidArgumentError('It takes a number.')
        return number
      }
    case 'choice':
      return (text) => {
        if (!field.choices.includes(text)) {
          throw new InvalidArgumentError(`Allowed choices are ${field.choices.join(', ')}.`)
        }
        return text
      }
    case 'json':
      return jsonOrText
    default:
      return (text) => text
  }
}

/** JSON where it is JSON; a plain word stays a word. */
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

import type { z } from 'zod'

/** What a door must know of an input to offer it: how it is written, not what it means. */
export interface InputField {
  name: string
  kind: 'text' | 'integer' | 'number' | 'boolean' | 'choice' | 'instant' | 'date' | 'json'
  /** May be given more than once. */
  many: boolean
  required: boolean
  description: string
  choices: readonly string[]
  default?: unknown
}

interface Definition {
  type: string
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  element?: z.ZodType
  entries?: Record<string, string>
  values?: readonly unknown[]
  options?: readonly z.ZodType[]
  format?: string
  defaultValue?: unknown
  shape?: Record<string, z.ZodType>
  checks?: { _zod?: { def?: { check?: string; format?: string } } }[]
}

const definition = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/** The fields of an operation's input, in the order of its schema; none for an input that is no object. */
export function inputFields(input: z.ZodType): InputField[] {
  const def = definition(input)
  if (def.type === 'pipe' && def.in) return inputFields(def.in)
  if (def.type !== 'object' || !def.shape) return []
  return Object.entries(def.shape).map(([name, schema]) => field(name, schema))
}

function field(name: string, schema: z.ZodType): InputField {
  let required = true
  let fallback: unknown
  let description = schema.description
  let inner = schema
  for (let def = definition(inner); isWrapper(def.type) && def.innerType; def = definition(inner)) {
    if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') required = false
    if (def.type === 'default' || def.type === 'prefault') fallback = def.defaultValue
    inner = def.innerType
    description ??= inner.description
  }
  const def = definition(inner)
  const many = def.type === 'array'
  const element = many && def.element ? def.element : inner
  return {
    name,
    many,
    required,
    description: description ?? element.description ?? '',
    ...kindOf(element),
    ...(fallback === undefined ? {} : { default: fallback }),
  }
}

const isWrapper = (type: string) =>
  ['optional', 'default', 'prefault', 'nullable', 'readonly', 'catch'].includes(type)

function kindOf(schema: z.ZodType): Pick<InputField, 'kind' | 'choices'> {
  const def = definition(schema)
  const plain = (kind: InputField['kind']) => ({ kind, choices: [] })
  switch (def.type) {
    case 'enum':
      return { kind: 'choice', choices: Object.values(def.entries ?? {}) }
    case 'literal':
      return { kind: 'choice', choices: (def.values ?? []).map(String) }
    case 'boolean':
      return plain('boolean')
    case 'number':
      return plain(isInteger(def) ? 'integer' : 'number')
    case 'string':
      return plain(def.format === 'datetime' ? 'instant' : def.format === 'date' ? 'date' : 'text')
    case 'pipe':
      // A transformed value is written as what goes in; a preprocessed one as what comes out.
      return kindOf(definition(def.in!).type === 'transform' ? def.out! : def.in!)
    case 'optional':
    case 'nullable':
    case 'default':
      return kindOf(def.innerType!)
    case 'union':
      return union(def.options ?? [])
    default:
      return plain('json')
  }
}

/** A union of choices is one choice; of texts, a text; anything else is written as JSON. */
function union(options: readonly z.ZodType[]): Pick<InputField, 'kind' | 'choices'> {
  const kinds = options.filter((option) => definition(option).type !== 'null').map(kindOf)
  const [first] = kinds
  if (!first) return { kind: 'json', choices: [] }
  if (kinds.every(({ kind }) => kind === 'choice'))
    return { kind: 'choice', choices: kinds.flatMap((k) => k.choices) }
  if (kinds.every(({ kind }) => kind === first.kind)) return first
  const texts: InputField['kind'][] = ['text', 'choice', 'date', 'instant']
  return { kind: kinds.every(({ kind }) => texts.includes(kind)) ? 'text' : 'json', choices: [] }
}

function isInteger(def: Definition): boolean {
  if (def.format === 'safeint' || def.format === 'int32') return true
  return (def.checks ?? []).some((check) => check._zod?.def?.format === 'safeint')
}

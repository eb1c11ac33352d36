import { z } from 'zod'
import type { Operation } from '../../operations/operation.ts'
import { type Json, operationId, withoutPattern } from './json-schema.ts'
import { inQuery, pathNames } from './read-input.ts'
import type { Route } from './rest.ts'

/** What the schemas of the operations are called in the document. */
export interface ComponentNames {
  /** Bodies: by operation, as each leaves out what stands in its path. */
  inputs: Map<Operation, string>
  answers: Map<z.ZodType, string>
}

/** Names every body and answer. What several operations of a noun answer is the noun itself: `Person`. */
export function componentNames(operations: readonly Operation[]): ComponentNames {
  const names: ComponentNames = { inputs: new Map(), answers: new Map() }
  const taken = new Set<string>(['Problem'])
  for (const operation of operations) {
    const own = capital(operationId(operation.name))
    const [method = '', path = ''] = operation.rest?.split(' ') ?? []
    const fields = Object.keys((operation.input as z.ZodObject).shape ?? {})
    if (!inQuery(method) && fields.some((name) => !pathNames(path).includes(name))) {
      names.inputs.set(operation, `${own}Input`)
    }
    const { output } = operation
    // What answers with files of JSON has no other answer.
    if (operation.mediaTypes?.includes('application/json')) continue
    if (names.answers.has(output) || ['never', 'unknown', 'any'].includes(output._zod.def.type)) continue
    const given = z.globalRegistry.get(output)?.id
    const shared = operations.filter((one) => one.output === output).length > 1
    const natural = given ?? (shared ? singular(operation.commandLine.words[0]) : `${own}Answer`)
    const name = taken.has(natural) ? `${own}Answer` : natural
    taken.add(name)
    names.answers.set(output, name)
  }
  return names
}

/** The schemas under their names, referring to each other. */
export function schemasOf(routes: readonly Route[], names: ComponentNames): Record<string, Json> {
  const answers = z.registry<{ id: string }>()
  for (const [schema, id] of names.answers) answers.add(schema, { id })
  const schemas = convert(answers, 'output')
  for (const { operation, path } of routes) {
    const name = names.inputs.get(operation)
    if (!name) continue
    const one = z.registry<{ id: string }>()
    one.add(operation.input, { id: name })
    schemas[name] = leaveOut(convert(one, 'input')[name], pathNames(path))
  }
  return schemas
}

function convert(
  registry: z.core.$ZodRegistry<{ id: string }>,
  io: 'input' | 'output',
): Record<string, Json> {
  const uri = (id: string) => `#/components/schemas/${id}`
  const { schemas } = z.toJSONSchema(registry, {
    uri,
    io,
    override: withoutPattern,
    unrepresentable: 'any',
  })
  const { __shared, ...named } = schemas as Record<string, Json>
  // Schemas with an id of their own that nobody answers alone come as definitions: they are components as well.
  const whole = JSON.parse(
    JSON.stringify({ ...named, ...__shared?.$defs }).replaceAll(`${uri('__shared')}#/$defs/`, uri('')),
  ) as Record<string, Json>
  return Object.fromEntries(
    Object.entries(whole).map(([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema]),
  )
}

function leaveOut(schema: Json, names: readonly string[]): Json {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name))
  const required = (schema.required ?? []).filter((name: string) => !names.includes(name))
  const { required: _, ...rest } = schema
  return { ...rest, properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One of a noun: `people` is a Person, `approaches` an Approach. */
function singular(noun: string): string {
  if (noun === 'people') return 'Person'
  return capital(noun.replace(/(ch|sh|x)es$/, '$1').replace(/([^s])s$/, '$1'))
}

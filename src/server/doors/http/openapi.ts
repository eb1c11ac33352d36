import { z } from 'zod'
import type { ErrorCode } from '../../../core/kernel/errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { version } from '../../version.ts'
import { exampleInput } from '../cli/example-input.ts'
import { type ComponentNames, componentNames, schemasOf } from './component-schemas.ts'
import { type ProblemCode, problemType, statusOf, titleOf } from './errors.ts'
import { type Json, operationId, withoutPattern } from './json-schema.ts'
import { inQuery, pathNames } from './read-input.ts'
import { apiRoot, type Route } from './rest.ts'

/** The OpenAPI 3.1 description of REST, made from the operations themselves. */
export function openApi(routes: readonly Route[]): Json {
  const names = componentNames(routes.map(({ operation }) => operation))
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path][route.method.toLowerCase()] = operationEntry(route, names)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Acquaint',
      version,
      summary: 'Whom to meet, what to write, when to thank, when to write again.',
      description:
        'Every operation of Acquaint. Send a token with each request: `Authorization: Bearer acq_...`; `acquaint token create` makes one. A person, an approach and so on may be given by id, by the beginning of the id, or by a name that only one has.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: apiRoot, description: 'This server' }],
    security: [{ token: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name, description: tagText(name, routes) })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made by `acquaint token create`.' },
      },
      parameters: { IdempotencyKey: idempotencyKey },
      headers: {
        IdempotencyReplayed: {
          description:
            '`true` when this key was seen before: nothing was done again, and this is what was answered then.',
          schema: { type: 'string', enum: ['true'] },
        },
      },
      schemas: { ...schemasOf(routes, names), Problem: problem },
    },
  }
}

function operationEntry({ method, path, operation }: Route, names: ComponentNames): Json {
  const example = exampleInput(operation)
  const input = inputSchema(operation)
  const placed = pathNames(path)
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || (input.required ?? []).includes(name),
    ...described(input.properties?.[name] ?? { type: 'string' }),
    ...(example[name] === undefined || typeof example[name] === 'object' ? {} : { example: example[name] }),
  })
  const queried = inQuery(method)
    ? Object.keys(input.properties ?? {}).filter((name) => !placed.includes(name))
    : []
  const parameters = [
    ...placed.map((name) => parameter(name, 'path')),
    ...queried.map((name) => parameter(name, 'query')),
    ...(operation.kind === 'command' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
  const body = names.inputs.get(operation)
  const inBody = Object.fromEntries(Object.entries(example).filter(([name]) => !placed.includes(name)))
  return {
    operationId: operationId(operation.name),
    summary: operation.summary,
    tags: [tagOf({ operation })],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { $ref: `#/components/schemas/${body}` },
                ...(operation.commandLine.filesFrom ? {} : { example: inBody }),
              },
            },
          },
        }
      : {}),
    responses: { 200: success(operation, names), ...refusals(operation) },
  }
}

const inputSchema = (operation: Operation): Json =>
  z.toJSONSchema(operation.input, { io: 'input', override: withoutPattern, unrepresentable: 'any' })

function described({ description, ...schema }: Json): Json {
  return { ...(description ? { description } : {}), schema }
}

function success(operation: Operation, names: ComponentNames): Json {
  const files = Object.fromEntries(
    (operation.mediaTypes ?? []).map((type) => [
      type.split(';')[0],
      { schema: { type: 'string', description: 'The file' } },
    ]),
  )
  const answer = names.answers.get(operation.output)
  const json = answer ? { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } } : {}
  return {
    description: 'Done',
    ...(operation.kind === 'command'
      ? { headers: { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } } }
      : {}),
    content: { ...json, ...files },
  }
}

/** The problems that an operation can have, one entry for each status. */
function refusals(operation: Operation): Json {
  const always: ProblemCode[] = ['INVALID_INPUT', 'NOT_AUTHENTICATED', 'NOT_ALLOWED', 'STORE_BUSY']
  const body: ProblemCode[] = operation.rest?.startsWith('GET') ? [] : ['TOO_LARGE', 'WRONG_MEDIA_TYPE']
  const codes = new Set<ProblemCode>([...always, ...body, ...(operation.errors as readonly ErrorCode[])])
  const entries = [...Map.groupBy(codes, statusOf)].map(([status, group]) => [
    status,
    {
      description: group.map((code) => `${titleOf(code)} (${code})`).join('; '),
      content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return Object.fromEntries(entries)
}

const tagOf = ({ operation }: Pick<Route, 'operation'>): string => operation.commandLine.words[0]

const tagText = (tag: string, routes: readonly Route[]): string =>
  routes
    .filter((route) => tagOf(route) === tag)
    .map(({ operation }) => operation.summary)
    .join('. ')

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes a repeated request harmless: the second time, what was answered the first time is answered again. A UUID, or any text of at most 200 characters.',
  schema: { type: 'string', maxLength: 200 },
  example: '0198c2aa-6f1e-7c3a-9d0b-2f4a6c8e0a1b',
}

const problem = {
  type: 'object',
  description: 'A problem document (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string', description: 'What kind of problem it is' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, and what to do' },
    code: { type: 'string', description: 'The closed code, for programs' },
    details: { type: 'object', description: 'More for programs: the field, the candidates' },
  },
}

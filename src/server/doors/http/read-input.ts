import type { Context } from 'hono'
import { invalid } from '../../../core/kernel/errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { type InputField, inputFields } from '../input-fields.ts'
import { DoorError } from './errors.ts'

export const megabyte = 1024 * 1024

/** How large a request may be: files come as base64 within JSON. */
export const bodyLimitOf = (operation: Operation): number =>
  operation.commandLine.filesFrom ? 100 * megabyte : megabyte

/** Whether a method's inputs stand in the query rather than in a body. */
export const inQuery = (method: string): boolean => method === 'GET' || method === 'DELETE'

/** The names in a path such as `/people/{person}`. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

/** Collects an operation's input from the path, and from the query or the JSON body. */
export async function readInput(context: Context, operation: Operation, path: string): Promise<unknown> {
  const placed = Object.fromEntries(pathNames(path).map((name) => [name, context.req.param(name)]))
  if (inQuery(context.req.method)) return { ...queryOf(context, operation), ...placed }
  const body = await readBody(context, bodyLimitOf(operation))
  for (const name of Object.keys(placed)) {
    if (Object.hasOwn(body, name))
      throw invalid(name, `"${name}" stands in the address; leave it out of the body.`)
  }
  return { ...body, ...placed }
}

function queryOf(context: Context, operation: Operation): Record<string, unknown> {
  const fields = new Map(inputFields(operation.input).map((field) => [field.name, field]))
  const input: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(context.req.queries())) {
    const field = fields.get(name)
    if (!field?.many && values.length > 1) throw invalid(name, `"${name}" is given ${values.length} times.`)
    const read = values.map((value) => (field ? fromText(field, value) : value))
    input[name] = field?.many ? read : read[0]
  }
  return input
}

/** A value of a query as its schema wants it; what does not fit is left to the schema to refuse. */
function fromText(field: InputField, text: string): unknown {
  if (field.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (field.kind !== 'integer' && field.kind !== 'number') return text
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? text : number
}

/** The JSON object that a request carries, up to a limit in bytes; none where the body is empty. */
export async function readBody(context: Context, limit: number): Promise<Record<string, unknown>> {
  const bytes = await readBytes(context.req.raw, limit)
  if (bytes.length === 0) return {}
  const mediaType = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') {
    throw new DoorError('WRONG_MEDIA_TYPE', 'Send the body as JSON, with Content-Type: application/json.')
  }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalid('', 'The body is not JSON in UTF-8.')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('', 'The body is a JSON object with the inputs by name.')
  }
  return body as Record<string, unknown>
}

/** Reads a body up to a limit, and stops there: a length that is told too small changes nothing. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new DoorError('TOO_LARGE', `This takes at most ${Math.round(limit / megabyte)} MB.`, {
      connection: 'close',
    })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

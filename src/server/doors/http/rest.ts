import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { invalid } from '../../../core/kernel/errors.ts'
import { type Id, isId } from '../../../core/kernel/ids.ts'
import { tokenCaller } from '../../access/callers.ts'
import { bearerOf } from '../../access/tokens.ts'
import { invoke } from '../../operations/invoke.ts'
import { type Caller, FileAnswer, type Operation, type Services } from '../../operations/operation.ts'
import { readNow } from '../read-now.ts'
import { DoorError } from './errors.ts'
import { readInput } from './read-input.ts'

/** Where the API begins. */
export const apiRoot = '/api/v1'

/** What REST needs of the server around it. */
export interface RestSettings {
  services: Services
  /** Epoch milliseconds. */
  now(): number
  timeZone: string
  /** The clock was fixed for tests or a demonstration: a request may move it, with the header `Acquaint-Now`. */
  clockIsFixed: boolean
}

/** A route of REST, as the registry declares it. */
export interface Route {
  method: string
  path: string
  operation: Operation
}

/** The operations that REST offers, with method and path apart. */
export const routesOf = (operations: readonly Operation[]): Route[] =>
  operations.flatMap((operation) => {
    const [method, path] = operation.rest?.split(' ') ?? []
    return method && path ? [{ method, path, operation }] : []
  })

/** Puts every operation's route on the app. */
export function addRest(app: Hono, routes: readonly Route[], settings: RestSettings): void {
  // Routes with fewer names in their path go first, so that a word is never taken for an id.
  const names = ({ path }: Route) => path.split('{').length
  for (const route of [...routes].sort((a, b) => names(a) - names(b))) {
    const path = apiRoot + route.path.replace(/\{(\w+)\}/g, ':$1')
    app.on(route.method, path, (context) => answer(context, route, settings))
  }
  app.all(`${apiRoot}/*`, async (context) => {
    await authenticate(context, settings)
    const allowed = methodsAt(routes, context.req.path.slice(apiRoot.length))
    if (allowed.length === 0) throw new DoorError('NO_SUCH_ROUTE', `There is nothing at ${context.req.path}.`)
    const list = allowed.join(', ')
    throw new DoorError('METHOD_NOT_ALLOWED', `Here it goes by ${list}.`, { allow: list })
  })
}

async function answer(
  context: Context,
  { operation, path }: Route,
  settings: RestSettings,
): Promise<Response> {
  const caller = await authenticate(context, settings)
  // Refused before the body is read: a token without the right may not send 100 MB.
  const isWrite = operation.kind === 'command'
  if (isWrite) {
    const key = keyOf(context.req.header('idempotency-key'), caller.ownerId)
    if (key) caller.key = key
  }
  const input = caller.rights.includes(operation.rights) ? await readInput(context, operation, path) : {}
  const { result, replayed } = await invoke(settings.services, operation, input, caller)
  if (replayed) context.header('idempotency-replayed', 'true')
  return result instanceof FileAnswer ? fileResponse(context, result) : context.json(result ?? null)
}

async function authenticate(context: Context, settings: RestSettings): Promise<Caller> {
  const secret = bearerOf(context.req.header('authorization'))
  const now = timeOf(context, settings)
  const found = secret && (await settings.services.administration.findToken(secret, now))
  if (!found) {
    throw new DoorError(
      'NOT_AUTHENTICATED',
      'Send a token: Authorization: Bearer acq_... "acquaint token create" makes one.',
      {
        'www-authenticate': `Bearer realm="Acquaint"${context.req.header('authorization') ? ', error="invalid_token"' : ''}`,
      },
    )
  }
  return tokenCaller(found, 'rest', { now, timeZone: settings.timeZone })
}

function timeOf(context: Context, { now, clockIsFixed }: RestSettings): number {
  const wanted = context.req.header('acquaint-now')
  if (wanted === undefined) return now()
  if (clockIsFixed) return readNow(wanted, 'Acquaint-Now')
  throw invalid('now', 'This server goes by the real time; it takes no other.')
}

/** A UUID is the command's key as it is; any other text stands for the UUID that follows from it and the owner. */
function keyOf(text: string | undefined, ownerId: Id): Id | undefined {
  if (text === undefined) return undefined
  const lower = text.trim().toLowerCase()
  if (isId(lower)) return lower
  if (lower === '' || text.length > 200) {
    throw invalid('Idempotency-Key', 'An Idempotency-Key is a UUID, or a text of 1 to 200 characters.')
  }
  const hash = createHash('sha256').update(`${ownerId}\u0000${text}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

function methodsAt(routes: readonly Route[], path: string): string[] {
  const fits = (route: Route) => new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path)
  return [...new Set(routes.filter(fits).map(({ method }) => method))]
}

function fileResponse(context: Context, { content, mediaType, name }: FileAnswer): Response {
  context.header('content-type', mediaType)
  context.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`)
  return context.body(content as string | Uint8Array<ArrayBuffer>)
}

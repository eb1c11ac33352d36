import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { feedCaller } from '../../access/callers.ts'
import { feedSecretOf } from '../../access/tokens.ts'
import { invoke } from '../../operations/invoke.ts'
import type { FileAnswer, Operation } from '../../operations/operation.ts'
import { DoorError } from '../http/errors.ts'
import type { RestSettings } from '../http/rest.ts'

/**
 * The calendar feed at `/feeds/TOKEN.ics`. Calendar programs send no headers of ours, so the token stands in the
 * address; only one made for feeds is good here, and it is good for nothing else. An address that nobody knows and one
 * that was revoked answer the same.
 */
export function addFeeds(app: Hono, operations: readonly Operation[], settings: RestSettings): void {
  const calendar = operations.find(({ name }) => name === 'export')
  if (calendar) app.get('/feeds/:file', (context) => answer(context, calendar, settings))
}

async function answer(context: Context, calendar: Operation, settings: RestSettings): Promise<Response> {
  const now = settings.now()
  const secret = feedSecretOf(context.req.param('file') ?? '')
  const found =
    secret === undefined ? undefined : await settings.services.administration.findToken(secret, now)
  if (found?.token.scope !== 'feed')
    throw new DoorError(
      'NO_SUCH_ROUTE',
      'There is no such calendar. "acquaint token create --scope feed" makes one.',
    )
  const caller = feedCaller(found, { now, timeZone: settings.timeZone })
  const { result } = await invoke(settings.services, calendar, { format: 'ics' }, caller)
  const { content, mediaType } = result as FileAnswer
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
  context.header('etag', tag)
  context.header('cache-control', 'private, no-cache')
  const known = (context.req.header('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(tag) || known.includes('*')) return context.body(null, 304)
  context.header('content-type', mediaType)
  return context.body(content as string)
}

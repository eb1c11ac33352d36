import type { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { isId } from '../../../../core/kernel/ids.ts'
import { invoke } from '../../../operations/invoke.ts'
import { FileAnswer, type Operation } from '../../../operations/operation.ts'
import { DoorError, problemResponse } from '../errors.ts'
import { bodyLimitOf, readBody } from '../read-input.ts'
import { signedIn, type WebSettings } from './session.ts'

/** The media type of an answer that tells its progress first: a JSON value a line. */
const lines = 'application/x-ndjson'

/** Every operation by name, for what a replica cannot do by itself: exports, imports, tokens, backups. */
export function addRpc(
  app: Hono,
  operations: readonly Operation[],
  settings: WebSettings,
  note: (error: unknown) => void,
): void {
  const byName = new Map(operations.map((operation) => [operation.name, operation]))
  app.post('/rpc/:name', async (context) => {
    const { caller } = await signedIn(context, settings)
    const operation = byName.get(context.req.param('name'))
    if (!operation) throw new DoorError('NO_SUCH_ROUTE', 'There is no such operation.')
    const input = await readBody(context, bodyLimitOf(operation))
    const key = context.req.header('idempotency-key')
    const asked = key && isId(key) ? { ...caller, key } : caller
    if (context.req.header('accept') !== lines) {
      const { result } = await invoke(settings.services, operation, input, asked)
      if (!(result instanceof FileAnswer)) return context.json(result ?? null)
      context.header('content-type', result.mediaType)
      return context.body(result.content as string | Uint8Array<ArrayBuffer>)
    }
    context.header('content-type', lines)
    return stream(context, async (out) => {
      const tell = (line: object) => out.write(`${JSON.stringify(line)}\n`)
      let toldAt = 0
      const report = async (what: string, done: number, total: number) => {
        if (Date.now() - toldAt < 100 && done < total) return
        toldAt = Date.now()
        await tell({ progress: { what, done, total } })
      }
      try {
        const { result } = await invoke(settings.services, operation, input, { ...asked, report })
        await tell({ result: result instanceof FileAnswer ? null : (result ?? null) })
      } catch (error) {
        await tell({ problem: await problemResponse(error, note).json() })
      }
    })
  })
}

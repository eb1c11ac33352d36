import type { Hono } from 'hono'
import { z } from 'zod'
import { invalid } from '../../../../core/kernel/errors.ts'
import { isId } from '../../../../core/kernel/ids.ts'
import type { Operation } from '../../../operations/operation.ts'
import { megabyte, readBody } from '../read-input.ts'
import { signedIn, type WebSettings } from './session.ts'
import { synchroniser } from './synchronise.ts'
import type { SyncRequest } from './wire.ts'

/** Commands that are taken at once. */
const commandsAtOnce = 200

const id = z.string().refine(isId, 'This is no id.')
const count = z.int().min(0)
const requestShape = z.strictObject({
  epoch: z.string().nullable(),
  cursor: z.union([
    z.strictObject({ had: count, until: count, table: z.string(), revision: count, after: id }),
    z.strictObject({ had: count }),
  ]),
  commands: z
    .array(
      z.strictObject({
        key: id,
        name: z.string(),
        input: z.unknown(),
        at: z.number().min(0),
        timeZone: z.string(),
      }),
    )
    .max(commandsAtOnce),
})

/** `POST /sync`: what a replica did, against what the others did. */
export function addSync(
  app: Hono,
  operations: readonly Operation[],
  settings: WebSettings,
  note: (error: unknown) => void,
): void {
  const synchronise = synchroniser(operations, { ...settings, note })
  app.post('/sync', async (context) => {
    const { caller } = await signedIn(context, settings)
    const request = read(await readBody(context, 20 * megabyte))
    return context.json(await synchronise(request, caller))
  })
}

function read(body: unknown): SyncRequest {
  const parsed = requestShape.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalid(
    issue?.path.join('.') ?? '',
    `This is no request to synchronise: ${issue?.message ?? 'it is empty'}`,
  )
}

import type { SyncAnswer, SyncRequest } from '../../server/doors/http/web/wire.ts'

/** The server's refusal: its closed code, and a sentence for the user. */
export class ServerError extends Error {
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ServerError'
    this.code = code
    this.details = details
  }
}

/** No answer came at all: the network, or a server that is not there. */
class Unreachable extends Error {
  constructor() {
    super('The server does not answer. What you did is safe on this device.')
    this.name = 'Unreachable'
  }
}

/** How long an answer may take, in milliseconds. */
const patience = 60_000
/** The same for long work between two words of it. */
const longPatience = 300_000
const ours = { 'x-acquaint': '1' }

async function ask(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  let response: Response
  try {
    const signal = init.signal ?? AbortSignal.timeout(patience)
    response = await fetch(path, {
      ...init,
      signal,
      headers: { ...ours, ...init.headers },
      cache: 'no-store',
    })
  } catch {
    throw new Unreachable()
  }
  if (response.ok) return response
  const problem = await response.json().catch(() => undefined)
  if (!problem?.code) throw new Unreachable()
  throw new ServerError(problem.code, problem.detail, problem.details)
}

const send = (
  path: string,
  body: unknown,
  more: { method?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
) =>
  ask(path, {
    method: 'POST',
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify(body),
  })

export const synchronise = async (request: SyncRequest): Promise<SyncAnswer> =>
  (await send('/sync', request)).json()

/** Calls an operation on the server: for what the replica cannot do by itself. */
// biome-ignore lint/suspicious/noExplicitAny: each operation answers in its own shape
export const call = async (operation: string, input: object = {}): Promise<any> =>
  (await send(`/rpc/${operation}`, input)).json()

/** The same for an operation that answers with a file. */
export const callForFile = async (operation: string, input: object = {}): Promise<Blob> =>
  (await send(`/rpc/${operation}`, input)).blob()

/** The same for long work, which says how far it is. */
export async function callWithProgress(
  operation: string,
  input: object,
  progress: (what: string, done: number, total: number) => void,
  // biome-ignore lint/suspicious/noExplicitAny: as above
): Promise<any> {
  // Work may take as long as it will, while it goes on saying so.
  const stopping = new AbortController()
  const patient = () => setTimeout(() => stopping.abort(), longPatience)
  let timer = patient()
  try {
    const { body } = await send(`/rpc/${operation}`, input, {
      headers: { accept: 'application/x-ndjson' },
      signal: stopping.signal,
    })
    for await (const line of linesOf(body!)) {
      clearTimeout(timer)
      timer = patient()
      const said = JSON.parse(line)
      if (said.problem) throw new ServerError(said.problem.code, said.problem.detail, said.problem.details)
      if ('result' in said) return said.result
      progress(said.progress.what, said.progress.done, said.progress.total)
    }
  } catch (error) {
    throw error instanceof ServerError ? error : new Unreachable()
  } finally {
    clearTimeout(timer)
  }
  throw new Unreachable()
}

/** Who is signed in here; nothing where nobody is. */
export async function whoIsSignedIn(): Promise<{ ownerId: string; id: string } | undefined> {
  try {
    return await (await ask('/session')).json()
  } catch (error) {
    if (error instanceof ServerError && error.code === 'NOT_SIGNED_IN') return undefined
    throw error
  }
}

export const signIn = async (token: string): Promise<{ ownerId: string }> =>
  (await send('/session', { token })).json()

export const signOut = async (): Promise<void> => void (await ask('/session', { method: 'DELETE' }))

/** Has the server show a link to whoever sits at it. */
export const askForLink = async (): Promise<void> => void (await send('/session/link', {}))

/** The secret of a link for another device. */
export const linkForAnother = async (): Promise<string> =>
  (await (await send('/session/another', {})).json()).token

/** Tells whenever something has changed, until the signal; ends when the line does. */
export async function listen(signal: AbortSignal, changed: () => void): Promise<void> {
  const { body } = await ask('/sync/changes', { signal })
  for await (const line of linesOf(body!)) if (line.startsWith('data:')) changed()
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : lines.pop()!
    for (const line of lines) if (line.trim()) yield line
    if (done) return
  }
}

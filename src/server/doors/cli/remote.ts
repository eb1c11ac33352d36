import { randomUUID } from 'node:crypto'
import { DomainError, invalid } from '../../../core/kernel/errors.ts'
import { FileAnswer, type Operation } from '../../operations/operation.ts'
import { isErrorCode } from './exit-codes.ts'
import { OutsideFailure } from './failure.ts'

export interface Server {
  url: string
  token?: string
  /** Goes along for a server whose own clock is fixed. */
  now?: string
}

/** Has a server carry out an operation over REST, and answers what it answered. */
export async function askServer(
  server: Server,
  operation: Operation,
  input: Record<string, unknown>,
): Promise<unknown | FileAnswer> {
  if (!operation.rest) {
    const command = operation.commandLine.words.join(' ')
    throw new DomainError(
      'NOT_ALLOWED',
      `"${command}" is for whoever sits at the machine with the store, not over --server.`,
    )
  }
  const request = toRequest(server, operation.rest, operation, input)
  let response: Response
  try {
    response = await fetch(request)
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code
    throw new OutsideFailure(
      `No answer from ${server.url}${cause ? ` (${cause})` : ''}. Is the server running there?`,
    )
  }
  if (!response.ok) throw await problem(response)
  const disposition = response.headers.get('content-disposition')
  if (!disposition) return response.json()
  const name = /filename="([^"]*)"/.exec(disposition)?.[1] ?? 'answer'
  return new FileAnswer(
    new Uint8Array(await response.arrayBuffer()),
    response.headers.get('content-type') ?? 'application/octet-stream',
    name,
  )
}

function toRequest(
  server: Server,
  rest: string,
  operation: Operation,
  input: Record<string, unknown>,
): Request {
  const [method, path] = rest.split(' ') as [string, string]
  const left = { ...input }
  const placed = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left[name]
    if (value === undefined) throw invalid(name, `"${name}" is missing.`)
    delete left[name]
    return encodeURIComponent(String(value))
  })
  const url = endpoint(server.url, placed)
  const headers = new Headers({ accept: 'application/json, */*' })
  if (server.token) headers.set('authorization', `Bearer ${server.token}`)
  if (server.now) headers.set('acquaint-now', server.now)
  if (operation.kind === 'command') headers.set('idempotency-key', randomUUID())
  if (method !== 'GET' && method !== 'DELETE') {
    headers.set('content-type', 'application/json')
    return new Request(url, { method, headers, body: JSON.stringify(left) })
  }
  for (const [name, value] of Object.entries(left)) {
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one))
  }
  return new Request(url, { method, headers })
}

function endpoint(server: string, path: string): URL {
  try {
    return new URL(`${server.replace(/\/+$/, '')}/api/v1${path}`)
  } catch {
    throw invalid(
      'server',
      `--server takes an address such as http://127.0.0.1:4680; "${server}" is not one.`,
    )
  }
}

/** A problem document as the error that it came from. */
async function problem(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const message = typeof body.detail === 'string' ? body.detail : `The server answered ${response.status}.`
  const details = (body.details ?? {}) as Record<string, unknown>
  if (isErrorCode(body.code)) return new DomainError(body.code, message, details)
  if (response.status === 401) return new DomainError('NOT_ALLOWED', message, details)
  return new OutsideFailure(message)
}

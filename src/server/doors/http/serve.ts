import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { DomainError, invalid } from '../../../core/kernel/errors.ts'
import { signInLinks } from '../../access/sign-in-links.ts'
import type { Open } from '../../opened.ts'
import { allOperations } from '../../operations/registry.ts'
import type { ServeRequest } from '../cli/surroundings.ts'
import { readNow } from '../read-now.ts'
import { createApp } from './app.ts'
import { namesFor } from './guard.ts'
import { openBrowser } from './open-browser.ts'

/** How long requests that are under way may take when the server is told to stop, in milliseconds. */
const patience = 10_000

/** Listens until SIGINT or SIGTERM, then lets what is under way finish. Answers with the exit code. */
export async function serve(request: ServeRequest, open: Open, webFolder: string): Promise<number> {
  const { config, host } = request
  const fixed = config.now === undefined ? undefined : readNow(config.now, '--now')
  const [opened, operations] = await Promise.all([open(config), allOperations()])
  try {
    let port = request.port
    const links = signInLinks()
    const stopping = new AbortController()
    const app = createApp(operations, {
      services: opened.services,
      ownerId: opened.ownerId,
      place: opened.place,
      now: () => fixed ?? Date.now(),
      clockIsFixed: fixed !== undefined,
      timeZone: config.timeZone,
      names: namesFor(host, request.allowedHosts, () => port),
      note: (error) => console.error(error),
      webFolder,
      links,
      tellLink: (secret) => console.error(`A link to sign in:\n\n  ${signInLink(host, port, secret)}\n`),
      port: () => port,
      stopping: stopping.signal,
    })
    const server = createAdaptorServer({ fetch: app.fetch }) as Server
    server.headersTimeout = 20_000
    server.requestTimeout = 300_000
    port = await listen(server, host, request.port)
    const link = signInLink(host, port, links.make(Date.now()))
    tell(request, port, opened.place, link)
    if (request.browser && config.desktop && process.stderr.isTTY) openBrowser(link)
    await stopped(server, stopping)
    return 0
  } finally {
    await opened.close()
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new DomainError(
        'CONFLICT',
        `Port ${port} on ${host} is taken. Try --port ${port + 1}, or --port 0 for any.`,
        { port },
      )
    case 'EACCES':
      return new DomainError('NOT_ALLOWED', `Port ${port} is not for everybody; take one from 1024 on.`, {
        port,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return invalid(
        'host',
        `--host ${host} is no address of this machine. 127.0.0.1 is, and only this machine reaches it.`,
      )
    default:
      return error
  }
}

/** Where a browser goes; one that listens on every address is reached here by the loopback one. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** The secret stands behind the #: it is sent to nobody, and stands in no log. */
const signInLink = (host: string, port: number, secret: string): string =>
  `${urlOf(host, port)}/sign-in#${secret}`

/** Says where it listens, and what to do next. */
function tell({ json, host, config }: ServeRequest, port: number, place: string, link: string): void {
  const url = urlOf(host, port)
  if (json) process.stdout.write(`${JSON.stringify({ url, port, pid: process.pid, signIn: link })}\n`)
  const data = config.databaseUrl ? '' : ` --data ${JSON.stringify(config.dataFolder)}`
  process.stderr.write(
    `Acquaint listens at ${url}\n\n  Open this link to begin; it signs one browser in, once:\n\n  ${link}\n\n  Your network is in ${place}.\n  ${url}/api/docs says what the API offers.\n  A token for a program: acquaint token create${data}\n\nCtrl+C ends it.\n`,
  )
}

/** Settles when a signal has come and the last request is answered, or patience is over. */
function stopped(server: Server, stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      stopping.abort()
      server.close(() => resolve())
      // Event streams end now, and their connections are idle a moment later.
      setInterval(() => server.closeIdleConnections(), 50).unref()
      setTimeout(() => server.closeAllConnections(), patience).unref()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

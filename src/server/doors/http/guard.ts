import { networkInterfaces } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import { DoorError } from './errors.ts'

/** By which names, and at which port, this server may be called. */
export interface Names {
  /** Lower case; IPv6 addresses in brackets, as in a URL. */
  hosts: ReadonlySet<string>
  port(): number
  /** Names that a reverse proxy answers to: at any port. */
  proxied: ReadonlySet<string>
}

const loopback = ['localhost', '127.0.0.1', '[::1]']
const everywhere = ['0.0.0.0', '::', '[::]']

/** The names that belong to a listening address: loopback always; every address of the machine where it listens on all. */
export function namesFor(host: string, allowed: readonly string[], port: () => number): Names {
  const own = everywhere.includes(host)
    ? Object.values(networkInterfaces()).flatMap((list) =>
        (list ?? []).map(({ address }) => bracketed(address)),
      )
    : [bracketed(host)]
  return {
    hosts: new Set([...loopback, ...own].map((name) => name.toLowerCase())),
    port,
    proxied: new Set(allowed.map((name) => name.toLowerCase())),
  }
}

/**
 * Refuses requests under a name that is not ours (DNS rebinding) or from a page of another origin (cross-site
 * requests), before anything else is looked at.
 */
export const guard =
  (names: Names): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host')?.toLowerCase() ?? ''
    if (!isOurs(host, names)) {
      throw new DoorError(
        'WRONG_HOST',
        `This server is not called "${host}". Start it with --allow-host to let it be.`,
      )
    }
    const origin = context.req.header('origin')
    if (origin !== undefined && !sameOrigin(origin, host)) {
      throw new DoorError('FOREIGN_ORIGIN', 'Requests from pages of other sites are refused.')
    }
    await next()
  }

function isOurs(host: string, { hosts, proxied, port }: Names): boolean {
  const parts = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(host)
  if (!parts) return false
  const [, name = '', given] = parts
  if (proxied.has(name) || proxied.has(host)) return true
  return hosts.has(name) && Number(given ?? 80) === port()
}

function sameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === new URL(`${new URL(origin).protocol}//${host}`).host
  } catch {
    return false
  }
}

const bracketed = (address: string): string =>
  address.includes(':') && !address.startsWith('[') ? `[${address.split('%')[0]}]` : address

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
}

/** What a page may load: only itself, and the one style sheet that is told by its hash. */
export const contentPolicy = (styleHash?: string): string =>
  [
    "default-src 'none'",
    ...(styleHash ? [`style-src '${styleHash}'`] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers that every answer carries; pages set a content policy of their own before. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const { headers } = context.res
  for (const name in always) if (!headers.has(name)) headers.set(name, always[name]!)
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicy())
}

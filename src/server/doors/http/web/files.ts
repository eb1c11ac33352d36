import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Context, Hono } from 'hono'

/** What the page of the app may load: only its own files. No inline script, no inline style. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Addresses that are no page of the app, whoever asks. */
const others = /^\/(api|rpc|sync|session|feeds|healthz|mcp|assets)(\/|$)/

interface Served {
  body: Uint8Array<ArrayBuffer>
  /** The same by brotli, as the build made it. */
  small: Uint8Array<ArrayBuffer> | undefined
}

/**
 * The web app's files as the build left them, and its page at every address of the app, so that a deep link opens.
 * `notBuilt` answers at the root where there is no build.
 */
export function addFiles(app: Hono, folder: string, notBuilt: () => Response): void {
  const kept = new Map<string, Served>()
  const load = async (name: string): Promise<Served | undefined> => {
    const known = kept.get(name)
    if (known) return known
    try {
      const [body, small] = await Promise.all([
        bytes(join(folder, name)),
        bytes(join(folder, `${name}.br`), true),
      ])
      const served = { body: body!, small }
      // Names with a hash never change; the others may be written anew by the next build.
      if (name.startsWith('assets/')) kept.set(name, served)
      return served
    } catch {
      return undefined
    }
  }
  app.get('/assets/:name', async (context, next) => {
    const name = context.req.param('name')
    const served = /^[\w.-]+$/.test(name) ? await load(`assets/${name}`) : undefined
    if (!served) return next()
    context.header('cache-control', 'public, max-age=31536000, immutable')
    return send(context, name, served)
  })
  app.get('*', async (context, next) => {
    const { path } = context.req
    if (others.test(path)) return next()
    const file = /^\/[\w-]+\.(js|webmanifest|svg|png|json)$/.test(path)
      ? await load(path.slice(1))
      : undefined
    context.header('cache-control', 'no-cache')
    // The service worker goes by the policy that its own file came with.
    context.header('content-security-policy', policy)
    if (file) return send(context, path, file)
    if (extname(path)) return next()
    const page = await load('index.html')
    if (page) return send(context, 'index.html', page)
    return path === '/' || path === '/sign-in' ? notBuilt() : next()
  })
}

function send(context: Context, name: string, { body, small }: Served): Response {
  context.header('content-type', mediaTypes[extname(name)] ?? 'application/octet-stream')
  if (!small) return context.body(body)
  context.header('vary', 'accept-encoding')
  if (!/\bbr\b/.test(context.req.header('accept-encoding') ?? '')) return context.body(body)
  context.header('content-encoding', 'br')
  return context.body(small)
}

async function bytes(path: string, mayMiss = false): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (mayMiss) return undefined
    throw error
  }
}

/// <reference lib="webworker" />
// Keeps the files of one release, so that the app opens without a network at every address. A new release waits until
// the page says that drafts are saved.
declare const self: ServiceWorkerGlobalScope

/** The release's files; the build writes them here. */
const files: string[] = JSON.parse('__FILES__')
const shelf = `acquaint-${hash(files.join(' '))}`

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(clearOthers()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(api|feeds|healthz)(\/|$)/.test(pathname)) event.respondWith(kept('/', request))
    return
  }
  if (files.includes(pathname)) event.respondWith(kept(pathname, request))
})

async function fill(): Promise<void> {
  const cache = await caches.open(shelf)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })))
}

async function clearOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function kept(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(shelf)
  return (await cache.match(file)) ?? fetch(request)
}

function hash(text: string): string {
  let value = 0
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0
  return (value >>> 0).toString(36)
}

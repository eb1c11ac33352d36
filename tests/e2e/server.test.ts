import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquaint, freshFolder, root, type Serving, serve } from './command-line.ts'

const connections = join(root, 'tests/fixtures/connections.csv')
const now = '2026-03-02T09:00:00+01:00'

let folder: Awaited<ReturnType<typeof freshFolder>>
let data: string
let server: Serving
let token: string

const local = (...words: string[]) => acquaint(['--data', data, '--now', now, '--json', ...words])

async function done(...words: string[]) {
  const { code, stdout, stderr } = await local(...words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

beforeAll(async () => {
  folder = await freshFolder()
  data = join(folder.path, 'store')
  await done('import', connections)
  await done('people', 'edit', 'Rahayu', '--chosen')
  token = (await done('token', 'create', '--name', 'tests')).token
  server = await serve(['--data', data, '--now', now])
}, 60_000)
afterAll(async () => {
  await server?.stop()
  await folder?.remove()
})

const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A request with headers that `fetch` would not send. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((settle, fail) => {
    const sent = request(`${server.url}${path}`, { headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => settle({ status: response.statusCode!, body }))
    })
    sent.on('error', fail)
    sent.end()
  })
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
const json = async (response: Response): Promise<any> => response.json()

const total = async (): Promise<number> => (await json(await call('/api/v1/people'))).total

describe('what a server shows without a token', () => {
  test('whether it is well, at /healthz', async () => {
    const response = await fetch(`${server.url}/healthz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: true })
  })

  test('the page of the app, which says without JavaScript what runs and where the docs are', async () => {
    const response = await fetch(`${server.url}/`)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    const page = await response.text()
    expect(page).toContain('Acquaint')
    expect(page).toContain('/api/docs')
    expect(outside(page)).toEqual([])
  })

  test('docs that load nothing from anywhere else', async () => {
    const response = await fetch(`${server.url}/api/docs`)
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('/people/{person}')
    expect(outside(page)).toEqual([])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('the description of its API', async () => {
    const document = await json(await fetch(`${server.url}/api/v1/openapi.json`))
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/people', '/today', '/letters']))
  })

  test('and nothing of the network: 401', async () => {
    for (const path of ['/api/v1/people', '/api/v1/today', '/api/v1/nowhere']) {
      const response = await fetch(`${server.url}${path}`)
      expect(response.status).toBe(401)
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(await response.json()).toMatchObject({ status: 401, code: 'NOT_AUTHENTICATED' })
    }
  })
})

/** Addresses that a page would load from elsewhere. */
const outside = (page: string): string[] =>
  [
    ...page.matchAll(
      /(?:src|href|action)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)|url\(\s*["']?(https?:[^"')]+)|@import/gi,
    ),
  ]
    .map((found) => found[1] ?? found[2] ?? found[0])
    .filter((address) => !/^<a /.test(address) && !address.startsWith(server.url))

describe('whom a server answers', () => {
  test('nobody who calls it by another name, as a page after DNS rebinding does', async () => {
    const { status, body } = await raw('/api/v1/people', {
      host: 'evil.example',
      authorization: `Bearer ${token}`,
    })
    expect(status).toBe(421)
    expect(JSON.parse(body).code).toBe('WRONG_HOST')
    const port = new URL(server.url).port
    expect((await raw('/healthz', { host: `evil.example:${port}` })).status).toBe(421)
    expect((await raw('/healthz', { host: `localhost:${port}` })).status).toBe(200)
  })

  test('no page of another origin', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const response = await call('/api/v1/people', { headers: { origin } })
      expect(response.status).toBe(403)
      expect((await json(response)).code).toBe('FOREIGN_ORIGIN')
    }
    expect((await call('/api/v1/people', { headers: { origin: server.url } })).status).toBe(200)
  })

  test('no token that was revoked, from then on', async () => {
    const lent = await done('token', 'create', '--name', 'lent')
    const headers = { authorization: `Bearer ${lent.token}` }
    expect((await fetch(`${server.url}/api/v1/people`, { headers })).status).toBe(200)
    await done('token', 'revoke', 'lent')
    expect((await fetch(`${server.url}/api/v1/people`, { headers })).status).toBe(401)
  })
})

describe('what a server does', () => {
  test('a request that is sent again with its key is done once, and answered the same', async () => {
    const before = await total()
    const person = { name: 'Once Only', origin: 'direct-contact' }
    const headers = { 'idempotency-key': 'the click of a doubtful finger' }
    const first = await post('/api/v1/people', person, headers)
    const second = await post('/api/v1/people', person, headers)
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await second.json()).toEqual(await first.json())
    expect(await total()).toBe(before + 1)
    const other = await post('/api/v1/people', { ...person, name: 'Another' }, headers)
    expect(other.status).toBe(409)
    expect(await total()).toBe(before + 1)
  })

  test('ten copies of a request at the same moment are one', async () => {
    const before = await total()
    const send = () =>
      post('/api/v1/people', { name: 'At Once', origin: 'direct-contact' }, { 'idempotency-key': 'at-once' })
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await total()).toBe(before + 1)
  })

  test('the command line against it gives the same JSON as on the store itself', async () => {
    const remote = (...words: string[]) =>
      acquaint(['--server', server.url, '--token', token, '--now', now, '--json', ...words])
    const questions = [
      ['people', 'list', '--search', 'kestrel'],
      ['people', 'show', 'Ottoline Brandvold'],
      ['today', '--days', '7'],
      ['policy', 'show'],
      ['profile', 'show'],
      ['history'],
      ['log'],
      ['export', '--format', 'json'],
      ['export', '--format', 'csv'],
    ]
    for (const words of questions) {
      const [there, here] = await Promise.all([remote(...words), local(...words)])
      expect(there, words.join(' ')).toEqual(here)
      expect(here.code).toBe(0)
    }
    const made = await remote('people', 'add', '--name', 'From Afar', '--origin', 'direct-contact')
    expect(made.code).toBe(0)
    expect((await done('people', 'show', 'From Afar')).id).toBe(JSON.parse(made.stdout).id)
    for (const words of [
      ['people', 'show', 'Nobody'],
      ['people', 'edit', 'Ana Kovač', '--closeness', '9'],
    ]) {
      const [there, here] = await Promise.all([remote(...words), local(...words)])
      expect(there, words.join(' ')).toEqual(here)
    }
  }, 60_000)

  test('SIGTERM ends it quietly within two seconds, though a client keeps its connection', async () => {
    const own = await freshFolder()
    const other = await serve(['--data', own.path])
    await (await fetch(`${other.url}/healthz`)).text()
    const asked = Date.now()
    const { code, stderr } = await other.stop()
    expect(Date.now() - asked).toBeLessThan(2000)
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/error|warning|exception/i)
    await own.remove()
  })

  test('a port that is taken is told in a sentence: exit 5', async () => {
    const { port } = new URL(server.url)
    const { code, stderr } = await acquaint(['--data', data, 'serve', '--port', port])
    expect(code).toBe(5)
    expect(stderr).toMatch(/Port \d+ .* is taken/)
  })
})

describe('safety', () => {
  test('a backup made while commands run is whole; restored, it is the network of that moment', async () => {
    const own = await freshFolder()
    const at = (place: string, ...words: string[]) =>
      acquaint(['--data', join(own.path, place), '--now', now, '--json', ...words])
    const told = async (place: string, ...words: string[]) => {
      const { code, stdout, stderr } = await at(place, ...words)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      return JSON.parse(stdout)
    }
    await told('first', 'import', connections)
    const file = join(own.path, 'network.backup')
    const writing = (async () => {
      for (let i = 0; i < 8; i++)
        await told('first', 'people', 'add', '--name', `Meanwhile ${i}`, '--origin', 'direct-contact')
    })()
    await new Promise((settle) => setTimeout(settle, 500))
    expect(await told('first', 'backup', file)).toMatchObject({ file, bytes: expect.any(Number) })
    await writing

    await told('second', 'people', 'add', '--name', 'Goes Away', '--origin', 'direct-contact')
    await told('second', 'restore', file)
    const restored = await told('second', 'people', 'list')
    const names: string[] = restored.items.map(({ name }: { name: string }) => name)
    const meanwhile = names.filter((name) => name.startsWith('Meanwhile'))
    expect(names).not.toContain('Goes Away')
    expect(restored.total).toBe(12 + meanwhile.length)
    // Whatever was acknowledged before the backup began is there without a gap.
    expect(meanwhile.toSorted()).toEqual(meanwhile.map((_, i) => `Meanwhile ${i}`))
    const { checks } = await told('second', 'doctor')
    expect(checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
    await own.remove()
  }, 60_000)

  test('a damaged backup is refused, and what was there stays', async () => {
    const own = await freshFolder()
    const place = join(own.path, 'store')
    const at = (...words: string[]) => acquaint(['--data', place, '--now', now, '--json', ...words])
    await at('people', 'add', '--name', 'Stays', '--origin', 'direct-contact')
    const { code, stderr } = await at('restore', connections)
    expect(code).toBe(2)
    expect(JSON.parse(stderr).error.code).toBe('UNREADABLE_FILE')
    expect(JSON.parse((await at('people', 'list')).stdout).items).toMatchObject([{ name: 'Stays' }])
    await own.remove()
  })

  test('erasing needs --yes, and leaves nothing', async () => {
    const own = await freshFolder()
    const place = join(own.path, 'store')
    const at = (...words: string[]) => acquaint(['--data', place, '--now', now, '--json', ...words])
    await at('import', connections)
    const refused = await at('erase')
    expect(refused.code).toBe(2)
    expect(JSON.parse(refused.stderr).error.message).toMatch(/12 people.*--yes/)
    expect(JSON.parse((await at('people', 'list')).stdout).total).toBe(12)
    expect((await at('erase', '--yes')).code).toBe(0)
    expect(JSON.parse((await at('people', 'list')).stdout).total).toBe(0)
    expect(JSON.parse((await at('history')).stdout)).toEqual([])
    expect((await at('undo')).code).toBe(4)
    await own.remove()
  })
})

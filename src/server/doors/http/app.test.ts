import { createConfig, lintFromString } from '@redocly/openapi-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServices, fakeWebDoor, owner } from '../../../../tests/doors/fake-services.ts'
import type { Services } from '../../operations/operation.ts'
import { allOperations } from '../../operations/registry.ts'
import { createApp } from './app.ts'
import { problemType } from './errors.ts'
import { namesFor } from './guard.ts'
import { routesOf } from './rest.ts'

const here = 'http://127.0.0.1:4680'
const operations = await allOperations()
const nadia = { name: 'Nadia Haddad', origin: 'direct-contact' }
let services: Services
let fixed: boolean
let unexpected: unknown[]
let secrets: { read: string; write: string }

/** Sends a request as it comes in from the network: Host comes from the address. */
const send = (
  path: string,
  { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
) => {
  const app = createApp(operations, {
    services,
    ownerId: owner,
    place: '/home/rosa/<network>',
    now: () => Date.parse('2026-03-02T10:00:00Z'),
    clockIsFixed: fixed,
    timeZone: 'UTC',
    names: namesFor('127.0.0.1', ['acquaint.example'], () => 4680),
    note: (error) => unexpected.push(error),
    ...fakeWebDoor(),
  })
  return app.request(`${here}${path}`, { ...init, headers: { host: '127.0.0.1:4680', ...headers } })
}
const bearer = (scope: 'read' | 'write' = 'write') => ({ authorization: `Bearer ${secrets[scope]}` })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  send(`/api/v1${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...bearer(), ...headers },
  })
const get = (path: string, scope: 'read' | 'write' = 'read') =>
  send(`/api/v1${path}`, { headers: bearer(scope) })

beforeEach(async () => {
  services = fakeServices()
  fixed = false
  unexpected = []
  const make = async (scope: 'read' | 'write') =>
    (await services.administration.createToken(owner, { name: scope, scope, now: 0 })).secret
  secrets = { read: await make('read'), write: await make('write') }
})

describe('who may call', () => {
  it.each(['evil.example', 'localhost:1', '127.0.0.1', 'localhost.evil.example:4680', ''])(
    'refuses the name "%s" (DNS rebinding)',
    async (host) => {
      const answer = await send('/', { headers: { host } })
      expect(answer.status).toBe(421)
      expect(await answer.json()).toMatchObject({ code: 'WRONG_HOST' })
    },
  )

  it.each(['127.0.0.1:4680', 'localhost:4680', 'LOCALHOST:4680', '[::1]:4680', 'acquaint.example'])(
    'is called %s',
    async (host) => expect((await send('/healthz', { headers: { host } })).status).toBe(200),
  )

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:4681', 'http://localhost:4680'])(
    'refuses requests from pages of %s',
    async (origin) => {
      const answer = await post('/people', nadia, { origin })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' })
    },
  )

  it('takes requests from its own pages', async () => {
    expect((await post('/people', nadia, { origin: here })).status).toBe(200)
  })

  it('asks for a token everywhere below /api/v1 but for the description', async () => {
    for (const { method, path } of routesOf(operations)) {
      const answer = await send(`/api/v1${path.replace(/\{\w+\}/g, 'x')}`, { method })
      expect([method, path, answer.status]).toEqual([method, path, 401])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    expect((await send('/api/v1/nothing')).status).toBe(401)
    expect((await send('/api/v1/openapi.json')).status).toBe(200)
  })

  it('refuses a token that is unknown or ended, and writing with one that may only read', async () => {
    const unknown = { authorization: `Bearer acq_${'x'.repeat(43)}` }
    expect((await send('/api/v1/people', { headers: unknown })).status).toBe(401)
    const answer = await post('/people', nadia, bearer('read'))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'NOT_ALLOWED' })
    const [first] = await services.administration.listTokens(owner)
    await services.administration.revokeToken(owner, first!.id, 1)
    expect((await get('/people', 'read')).status).toBe(401)
  })

  it('sends strict headers with every answer, refusals too', async () => {
    for (const path of ['/', '/api/docs', '/api/v1/people', '/nothing']) {
      const { headers } = await send(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('REST', () => {
  it('answers a repeated key with what was answered first', async () => {
    for (const key of ['0198C2AA-6f1e-7c3a-9d0b-2f4a6c8e0a1b', 'add nadia']) {
      const first = await post('/people', nadia, { 'idempotency-key': key })
      const second = await post('/people', nadia, { 'idempotency-key': key })
      expect(first.headers.get('idempotency-replayed')).toBeNull()
      expect(second.headers.get('idempotency-replayed')).toBe('true')
      expect(await second.json()).toEqual(await first.json())
    }
    const other = await post('/people', { ...nadia, name: 'Another' }, { 'idempotency-key': 'add nadia' })
    expect(other.status).toBe(409)
    expect((await post('/people', nadia, { 'idempotency-key': 'x'.repeat(201) })).status).toBe(400)
  })

  it('reads numbers and lists from a query', async () => {
    await post('/people', nadia)
    expect(await (await get('/people?limit=5&search=nadia')).json()).toMatchObject({ total: 1 })
    expect((await get('/people?limit=many')).status).toBe(400)
    expect((await get('/people?limit=1&limit=2')).status).toBe(400)
    expect((await get('/people?colour=red')).status).toBe(400)
  })

  it('finds what is named in the path', async () => {
    await post('/people', nadia)
    expect(await (await get('/people/Nadia%20Haddad')).json()).toMatchObject(nadia)
    const missing = await get('/people/Nobody')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toBe(problemType)
  })

  it.each([
    ['no JSON', '{"name":', {}, 400, 'INVALID_INPUT'],
    ['no object', '[1]', {}, 400, 'INVALID_INPUT'],
    [
      'another media type',
      'name=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'WRONG_MEDIA_TYPE',
    ],
    ['too much', JSON.stringify({ ...nadia, notes: 'x'.repeat(1_100_000) }), {}, 413, 'TOO_LARGE'],
    ['an input that does not exist', JSON.stringify({ ...nadia, shoe: 42 }), {}, 400, 'INVALID_INPUT'],
  ])('refuses a body with %s', async (_, body, headers, status, code) => {
    const answer = await post('/people', body, headers)
    expect(answer.headers.get('content-type')).toBe(problemType)
    expect(await answer.json()).toMatchObject({
      type: `/api/docs#${code}`,
      status,
      code,
      title: expect.any(String),
    })
  })

  it('refuses what stands in the path once more in the body', async () => {
    expect((await post('/people/x/merge', { person: 'y', other: 'z' })).status).toBe(400)
  })

  it('tells which methods go where, and that there is nothing elsewhere', async () => {
    const wrong = await send('/api/v1/people', { method: 'PUT', headers: bearer() })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'PATCH', 'POST'])
    expect((await get('/nothing')).status).toBe(404)
  })

  it('sends a file as a file', async () => {
    const answer = await get('/export?format=csv')
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
  })

  it('lets a request move the clock only where the clock is fixed', async () => {
    const now = { 'acquaint-now': '2026-05-01T08:00:00Z' }
    expect((await post('/people', nadia, now)).status).toBe(400)
    fixed = true
    expect(await (await post('/people', nadia, now)).json()).toMatchObject({
      createdAt: '2026-05-01T08:00:00.000Z',
    })
  })

  it('keeps to itself what nobody expected', async () => {
    services.store.read = async () => {
      throw new Error('secret path')
    }
    const answer = await get('/today')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(unexpected).toHaveLength(1)
  })
})

describe('the description', () => {
  it('passes the linter of OpenAPI with nothing to say', async () => {
    const source = await (await send('/api/v1/openapi.json')).text()
    const config = await createConfig({ extends: ['recommended'] })
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    )
  })

  it('describes every operation that REST offers', async () => {
    const { paths } = (await (await send('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
    const described = Object.values(paths).flatMap((methods) => Object.keys(methods))
    expect(described).toHaveLength(routesOf(operations).length)
  })

  it('can be read as a page without scripts or anything from elsewhere', async () => {
    const html = await (await send('/api/docs')).text()
    expect(html).not.toMatch(/<script|<link|<img|src=|style="|https?:\/\//)
    for (const { path } of routesOf(operations)) expect(html).toContain(`<code>${path}</code>`)
  })

  it('begins with a page that says what runs, and writes foreign text as text', async () => {
    const html = await (await send('/')).text()
    expect(html).toContain('/home/rosa/&#60;network&#62;')
    expect(html).toContain('href="/api/docs"')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServices, fakeWebDoor, owner } from '../../../../../tests/doors/fake-services.ts'
import { type SignInLinks, signInLinks } from '../../../access/sign-in-links.ts'
import { allOperations } from '../../../operations/registry.ts'
import { createApp } from '../app.ts'
import { namesFor } from '../guard.ts'
import type { SyncAnswer } from './wire.ts'

const here = 'http://127.0.0.1:4680'
const operations = await allOperations()
const key = (n: number) => `0198c2bb-0000-7000-8000-00000000000${n}`
let app: ReturnType<typeof createApp>
let links: SignInLinks
let told: string[]
let unexpected: unknown[]

beforeEach(() => {
  links = signInLinks()
  told = []
  unexpected = []
  app = createApp(operations, {
    services: fakeServices(),
    ownerId: owner,
    place: 'memory',
    now: () => Date.parse('2026-03-02T10:00:00Z'),
    clockIsFixed: true,
    timeZone: 'UTC',
    names: namesFor('127.0.0.1', [], () => 4680),
    note: (error) => unexpected.push(error),
    ...fakeWebDoor(links, told),
  })
})

type Headers = Record<string, string>
const ours = { 'x-acquaint': '1' }
const send = (method: string, path: string, body?: unknown, headers: Headers = ours) =>
  app.request(`${here}${path}`, {
    method,
    headers: { host: '127.0.0.1:4680', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

async function signedIn(): Promise<Headers> {
  const answer = await send('POST', '/session', { token: links.make(Date.now()) })
  expect(answer.status).toBe(200)
  return { ...ours, cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
}
const nothing = { epoch: null, cursor: { had: 0 }, commands: [] }
const add = (n: number, name: string) => ({
  key: key(n),
  name: 'people.add',
  input: { name, origin: 'direct-contact', chosen: true },
  at: Date.parse('2026-03-02T09:00:00Z'),
  timeZone: 'UTC',
})

describe('signing in', () => {
  it('takes a link once, for a cookie that scripts and other sites never see', async () => {
    const token = links.make(Date.now())
    const first = await send('POST', '/session', { token })
    const cookie = first.headers.get('set-cookie')
    expect(cookie).toMatch(/^acquaint_4680=[\w-]{43};/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect((await send('POST', '/session', { token })).status).toBe(401)
  })

  it('refuses a link that is a day old', () => {
    const token = links.make(0)
    expect(links.redeem(token, 25 * 3_600_000)).toBe(false)
  })

  it('listens to nobody for a while after many wrong links', async () => {
    for (let i = 0; i < 20; i++) expect((await send('POST', '/session', { token: 'wrong' })).status).toBe(401)
    expect((await send('POST', '/session', { token: links.make(Date.now()) })).status).toBe(429)
  })

  it('shows a new link only where the server runs', async () => {
    const answer = await send('POST', '/session/link')
    expect(told).toHaveLength(1)
    expect(await answer.text()).not.toContain(told[0])
    expect(links.redeem(told[0]!, Date.now())).toBe(true)
  })

  it('ends with the session', async () => {
    const headers = await signedIn()
    expect((await send('GET', '/session', undefined, headers)).status).toBe(200)
    expect((await send('DELETE', '/session', undefined, headers)).status).toBe(200)
    expect((await send('GET', '/session', undefined, headers)).status).toBe(401)
  })
})

describe('the web’s own routes', () => {
  const routes = [
    ['POST', '/sync'],
    ['POST', '/rpc/today'],
    ['GET', '/sync/changes'],
    ['GET', '/session'],
    ['POST', '/session/another'],
  ] as const

  it.each(routes)('%s %s asks for a session', async (method, path) => {
    const answer = await send(method, path, method === 'POST' ? {} : undefined)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  it.each(routes)('%s %s asks for the header that no other site can send', async (method, path) => {
    const { cookie } = await signedIn()
    const answer = await send(method, path, method === 'POST' ? {} : undefined, { cookie: cookie! })
    expect(answer.status).toBe(403)
  })

  it('the cookie opens nothing of the API for programs', async () => {
    const headers = await signedIn()
    expect((await send('GET', '/api/v1/people', undefined, headers)).status).toBe(401)
  })

  it('calls any operation by its name', async () => {
    const headers = await signedIn()
    const answer = await send('POST', '/rpc/today', { days: 7 }, headers)
    expect(await answer.json()).toMatchObject({ steps: [] })
    expect((await send('POST', '/rpc/nothing', {}, headers)).status).toBe(404)
  })

  it('tells the progress of long work, a line each, and the result last', async () => {
    const headers = { ...(await signedIn()), accept: 'application/x-ndjson' }
    const answer = await send('POST', '/rpc/people.add', { name: 'Nadia', origin: 'direct-contact' }, headers)
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.at(-1)).toMatchObject({ result: { name: 'Nadia' } })
  })
})

describe('synchronising', () => {
  const sync = async (body: object, headers: Headers): Promise<SyncAnswer> => {
    const answer = await send('POST', '/sync', body, headers)
    expect(answer.status).toBe(200)
    return (await answer.json()) as SyncAnswer
  }

  it('does each command once, and answers with its rows and their steps', async () => {
    const headers = await signedIn()
    const first = await sync({ ...nothing, commands: [add(1, 'Nadia'), add(2, 'Søren')] }, headers)
    expect(first.answers).toMatchObject([{ done: { name: 'Nadia' } }, { done: { name: 'Søren' } }])
    const names = (answer: SyncAnswer) =>
      answer.rows.flatMap(({ table, row }) =>
        table === 'person' ? [(row as never as { name: string }).name] : [],
      )
    expect(names(first)).toEqual(['Nadia', 'Søren'])
    expect(first.rows.filter(({ table }) => table === 'step')).toHaveLength(2)
    const { epoch, cursor } = first
    const again = await sync({ epoch, cursor, commands: [add(1, 'Nadia')] }, headers)
    expect(again.answers).toMatchObject([{ done: { name: 'Nadia' } }])
    expect(again.rows).toEqual([])
  })

  it('tells what is gone, and one change costs what one row costs', async () => {
    const headers = await signedIn()
    const { epoch, cursor, answers } = await sync(
      { ...nothing, commands: [add(1, 'Nadia'), add(2, 'Søren')] },
      headers,
    )
    const nadia = (answers[0] as { done: { id: string } }).done.id
    const remove = { ...add(3, ''), name: 'people.remove', input: { person: nadia } }
    const next = await sync({ epoch, cursor, commands: [remove] }, headers)
    expect(next.rows).toEqual([])
    expect(next.removed).toContainEqual({ table: 'person', id: nadia })
    expect(next.removed.map(({ table }) => table).sort()).toEqual(['person', 'standing', 'step'])
  })

  it('refuses what a rule refuses, goes on with the rest, and refuses a late copy as well', async () => {
    const headers = await signedIn()
    const edit = { ...add(1, ''), name: 'people.edit', input: { person: key(9), role: 'Nurse' } }
    const answer = await sync({ ...nothing, commands: [edit, add(2, 'Søren')] }, headers)
    expect(answer.answers).toMatchObject([
      { key: key(1), refused: { code: 'NOT_FOUND' } },
      { key: key(2), done: {} },
    ])
    const [late] = (
      await sync(
        { ...nothing, commands: [{ ...edit, name: 'people.add', input: add(1, 'Late').input }] },
        headers,
      )
    ).answers
    expect(late).toMatchObject({ refused: { code: 'NOT_FOUND' } })
    expect(unexpected).toEqual([])
  })

  it('begins anew where the replica is of another network', async () => {
    const headers = await signedIn()
    const { cursor } = await sync({ ...nothing, commands: [add(1, 'Nadia')] }, headers)
    const answer = await sync({ epoch: 'another', cursor, commands: [] }, headers)
    expect(answer.rows.map(({ table }) => table)).toContain('person')
  })

  it('says what is wrong with a request that is none', async () => {
    const headers = await signedIn()
    const answer = await send('POST', '/sync', { commands: 'all' }, headers)
    expect(answer.status).toBe(400)
  })
})

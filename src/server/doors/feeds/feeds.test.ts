import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServices, fakeWebDoor, owner } from '../../../../tests/doors/fake-services.ts'
import type { Services } from '../../operations/operation.ts'
import { allOperations } from '../../operations/registry.ts'
import { createApp } from '../http/app.ts'
import { namesFor } from '../http/guard.ts'

const operations = await allOperations()
let services: Services

const send = (path: string, headers: Record<string, string> = {}) =>
  createApp(operations, {
    ...{ services, ownerId: owner, place: '/home/rosa', timeZone: 'UTC', clockIsFixed: true },
    now: () => Date.parse('2026-03-02T10:00:00Z'),
    names: namesFor('127.0.0.1', [], () => 4680),
    note: () => {},
    ...fakeWebDoor(),
  }).request(`http://127.0.0.1:4680${path}`, { headers: { host: '127.0.0.1:4680', ...headers } })

const token = async (scope: 'read' | 'write' | 'feed') => {
  const { token: made, secret } = await services.administration.createToken(owner, {
    name: scope,
    scope,
    now: 0,
  })
  return { id: made.id, secret }
}

beforeEach(() => {
  services = fakeServices()
})

describe('the calendar feed', () => {
  it('answers whoever has its address, and with a tag by which it is asked for only when it changed', async () => {
    const { secret } = await token('feed')
    const answer = await send(`/feeds/${secret}.ics`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
    const tag = answer.headers.get('etag')!
    const again = await send(`/feeds/${secret}.ics`, { 'if-none-match': `"x", W/${tag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('ends with its token, and tells nobody that there was one', async () => {
    const { id, secret } = await token('feed')
    await services.administration.revokeToken(owner, id, 1)
    const answers = [await send(`/feeds/${secret}.ics`), await send(`/feeds/acq_${'x'.repeat(43)}.ics`)]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(await answers[0]!.text()).toBe(await answers[1]!.text())
  })

  it('takes no token that can do more, and its own can do nothing else', async () => {
    const { secret: write } = await token('write')
    expect((await send(`/feeds/${write}.ics`)).status).toBe(404)
    const { secret } = await token('feed')
    const rest = await send('/api/v1/people', { authorization: `Bearer ${secret}` })
    expect(rest.status).toBe(403)
    expect((await send(`/feeds/${secret}`)).status).toBe(404)
  })
})

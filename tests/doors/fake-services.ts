import { randomUUID } from 'node:crypto'
import { DomainError } from '../../src/core/kernel/errors.ts'
import { idSource } from '../../src/core/kernel/ids.ts'
import { memoryStore } from '../../src/core/kernel/memory-store.ts'
import type { BaseRow } from '../../src/core/kernel/table.ts'
import { type Person, person } from '../../src/core/people/person.ts'
import { signInLinks } from '../../src/server/access/sign-in-links.ts'
import type { Administration, SessionInfo, TokenInfo } from '../../src/server/operations/administration.ts'
import type { Services } from '../../src/server/operations/operation.ts'

/** The owner of the network in these tests. */
export const owner = '0198c2aa-0000-7000-8000-000000000001'

/** What the web's own routes need, with nothing built and nobody told. */
export const fakeWebDoor = (links = signInLinks(), told: string[] = []) => ({
  links,
  tellLink: (secret: string) => void told.push(secret),
  port: () => 4680,
  webFolder: '/nowhere',
  stopping: new AbortController().signal,
})

/** Services on a store in memory, with reads and administration that do just enough. */
export function fakeServices(): Services {
  const store = memoryStore()
  const newId = idSource((bytes) => crypto.getRandomValues(bytes))
  return {
    store,
    newId,
    administration: fakeAdministration(),
    reads: {
      networkState: async (ownerId) => ({
        revision: await store.write(ownerId, async ({ revision }) => revision),
        epoch: 'fake',
      }),
      listPeople: (ownerId, { search = '', limit }) =>
        store.read(ownerId, async (session) => {
          const rows = (await session.find(person, 'byName', {})) as (BaseRow & Person)[]
          const found = rows.filter((row) => row.name.toLowerCase().includes(search.toLowerCase()))
          return { people: found.slice(0, limit), total: found.length, cursor: null }
        }),
    },
  }
}

function fakeAdministration(): Administration {
  const refusals = new Map<string, { code: string; message: string }>()
  const sessions: { secret: string; info: SessionInfo }[] = []
  const tokens: { secret: string; info: TokenInfo }[] = []
  const refuse = async () => {
    throw new DomainError('STORE_BUSY', 'The fake does not do that.')
  }
  return {
    backup: refuse,
    restore: refuse,
    erase: async () => {},
    check: async () => [{ name: 'file', ok: true, detail: 'whole' }],
    createToken: async (_, { name, scope, now }) => {
      const secret = `acq_${randomUUID().replaceAll('-', '').padEnd(43, 'x')}`
      const info: TokenInfo = { id: randomUUID(), name, scope, createdAt: now }
      tokens.push({ secret, info })
      return { token: info, secret }
    },
    listTokens: async () => tokens.map(({ info }) => info),
    revokeToken: async (_, id, now) => {
      const one = tokens.find(({ info }) => info.id === id)!
      one.info = { ...one.info, revokedAt: now }
      return one.info
    },
    findToken: async (secret) => {
      const found = tokens.find((one) => one.secret === secret && one.info.revokedAt === undefined)
      return found && { ownerId: owner, token: found.info }
    },
    findRefusal: async (_, key) => refusals.get(key),
    noteRefusal: async (_, key, refusal) => {
      refusals.set(key, refusal)
    },
    createSession: async (_, { device, now }) => {
      const info: SessionInfo = { id: randomUUID(), device, createdAt: now, lastUsedAt: now }
      const secret = randomUUID().replaceAll('-', '').padEnd(43, 'x')
      sessions.push({ secret, info })
      return { session: info, secret }
    },
    listSessions: async () => sessions.map(({ info }) => info).filter(({ endedAt }) => !endedAt),
    endSession: async (_, id, now) => {
      const one = sessions.find(({ info }) => info.id === id)!
      one.info = { ...one.info, endedAt: now }
      return one.info
    },
    findSession: async (secret) => {
      const found = sessions.find((one) => one.secret === secret && !one.info.endedAt)
      return found && { ownerId: owner, session: found.info }
    },
  }
}

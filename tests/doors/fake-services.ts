import { randomUUID } from 'node:crypto'
import { DomainError } from '../../src/core/kernel/errors.ts'
import { idSource } from '../../src/core/kernel/ids.ts'
import { memoryStore } from '../../src/core/kernel/memory-store.ts'
import type { BaseRow } from '../../src/core/kernel/table.ts'
import { type Person, person } from '../../src/core/people/person.ts'
import type { Administration, TokenInfo } from '../../src/server/operations/administration.ts'
import type { Services } from '../../src/server/operations/operation.ts'

/** The owner of the network in these tests. */
export const owner = '0198c2aa-0000-7000-8000-000000000001'

/** Services on a store in memory, with reads and administration that do just enough. */
export function fakeServices(): Services {
  const store = memoryStore()
  const newId = idSource((bytes) => crypto.getRandomValues(bytes))
  return {
    store,
    newId,
    administration: fakeAdministration(),
    reads: {
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
  }
}

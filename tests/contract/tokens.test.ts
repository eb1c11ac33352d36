import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenStore } from '../../src/server/store/open-store.ts'
import { nextId } from './network.ts'
import { onBothDatabases, type Place } from './open-stores.ts'
import { sampleMigrations, sampleTables } from './sample-table.ts'

describe('API tokens', () => {
  onBothDatabases((newPlace) => {
    let place: Place
    let store: OpenStore
    beforeAll(async () => {
      place = await newPlace()
      store = await place.open(sampleTables, { migrations: sampleMigrations })
    })
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    })

    test('let in whoever has the secret, until they are revoked', async () => {
      const { token, secret } = await store.tokens.create(store.ownerId, 'my phone', 'read', 1000)
      expect(secret).toMatch(/^acq_[\w-]{43}$/)
      expect(await store.tokens.verify(secret, 2000)).toEqual({ ...token, lastUsedAt: 2000 })
      expect(await store.tokens.verify(`${secret}x`, 2000)).toBeUndefined()
      expect(await store.tokens.list(store.ownerId)).toEqual([{ ...token, lastUsedAt: 2000 }])
      await expect(store.tokens.revoke(nextId(), token.id, 3000)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await store.tokens.revoke(store.ownerId, token.id, 3000)
      expect(await store.tokens.verify(secret, 4000)).toBeUndefined()
      expect(await store.tokens.list(store.ownerId)).toMatchObject([{ id: token.id, revokedAt: 3000 }])
      expect(await store.tokens.list(nextId())).toEqual([])
    })
  })
})

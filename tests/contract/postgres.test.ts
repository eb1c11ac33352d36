import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openPostgres } from '../../src/server/store/postgres.ts'
import { networkIn, nextId } from './network.ts'
import { asSuperuser, newDatabase, onServer } from './open-stores.ts'
import { sample, sampleMigrations, sampleTables } from './sample-table.ts'

const missing = inject('postgresMissing')
const options = { migrations: sampleMigrations }

describe.skipIf(missing)(missing ? `PostgreSQL: ${missing}` : 'PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof newDatabase>>
  const role = `acquaint_${randomUUID().slice(0, 8)}`
  let url: string
  beforeAll(async () => {
    place = await newDatabase()
    await asSuperuser(`create role ${role} login password 'plain'`)
    const address = new URL(place.url)
    address.username = role
    address.password = 'plain'
    url = address.href
    await onServer(place.url, `grant create, usage on schema public to ${role}`)
  })
  afterAll(async () => {
    await place?.remove()
    await asSuperuser(`drop role ${role}`)
  })

  test('keeps owners apart for an ordinary user of the database, whatever a statement asks for', async () => {
    const store = await openPostgres(url, sampleTables, options)
    const row = { id: nextId(), name: 'Ada', labels: ['x'] }
    const [mine, yours] = [networkIn(store, sampleTables), networkIn(store, sampleTables)]
    await mine.change((tx) => tx.put(sample, row))
    expect(await yours.read((tx) => tx.get(sample, row.id))).toBeUndefined()
    expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
    await store.close()

    for (const table of ['sample', 'sample_key', 'sample_search', 'journal', 'before_image', 'network']) {
      expect(await onServer(url, `select * from ${table}`), table).toEqual([])
      const seen = [`begin`, `select set_owner('${mine.ownerId}')`, `select owner_id from ${table}`]
      expect(await onServer(url, ...seen), table).not.toEqual([])
    }
    const foreign = `insert into network values ('${nextId()}', 0, 0)`
    await expect(onServer(url, 'begin', `select set_owner('${mine.ownerId}')`, foreign)).rejects.toThrow(
      'row-level security',
    )
    expect(
      await onServer(url, 'begin', `select set_owner('${yours.ownerId}')`, 'delete from sample returning id'),
    ).toEqual([])
  })

  test('begins every key and index of owners’ rows with the owner', async () => {
    const store = await openPostgres(place.url, sampleTables, options)
    await store.close()
    const indexes = await onServer(
      place.url,
      `select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indexrelid
         join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where t.relnamespace = 'public'::regnamespace and t.relname not in ('store_info', 'token', 'session', 'refusal')
         and c.relname not like '%_search_words'`,
    )
    expect(indexes.length).toBeGreaterThan(8)
    for (const { name, first } of indexes) expect([name, first]).toEqual([name, 'owner_id'])
  })

  test('refuses to go on where the owner is not passed on to the rows', async () => {
    const broken = await newDatabase()
    await onServer(broken.url, `grant create, usage on schema public to ${role}`)
    const address = new URL(url)
    address.pathname = new URL(broken.url).pathname
    await (await openPostgres(address.href, sampleTables, options)).close()
    await onServer(
      broken.url,
      `create or replace function set_owner(owner uuid) returns void language sql as ''`,
    )
    await expect(openPostgres(address.href, sampleTables, options)).rejects.toMatchObject({
      code: expect.stringMatching(/^STORE_/),
    })
    await broken.remove()
  })

  test('says in a sentence what is wrong with the address', async () => {
    const wrong = (change: (address: URL) => void) => {
      const address = new URL(place.url)
      change(address)
      return openPostgres(address.href, sampleTables, options)
    }
    await expect(wrong((address) => (address.port = '1'))).rejects.toMatchObject({ code: 'STORE_BUSY' })
    await expect(wrong((address) => (address.pathname = '/no_such'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(wrong((address) => (address.username = 'nobody'))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await expect(wrong((address) => (address.port = '1'))).rejects.not.toMatchObject({
      message: expect.stringContaining('test@'),
    })
  })

  test('refuses a database that cannot hold every name', async () => {
    const name = `acquaint_latin_${randomUUID().slice(0, 8)}`
    await asSuperuser(`create database ${name} template template0 encoding 'LATIN1' locale 'C'`)
    const address = new URL(place.url)
    address.pathname = `/${name}`
    await expect(openPostgres(address.href, sampleTables, options)).rejects.toThrow('LATIN1')
    await asSuperuser(`drop database ${name} with (force)`)
  })
})

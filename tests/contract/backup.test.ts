import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { journal } from '../../src/core/kernel/journal.ts'
import { person, withKeys } from '../../src/core/people/person.ts'
import { profile } from '../../src/core/profile/profile.ts'
import { tables } from '../../src/core/tables.ts'
import { touch } from '../../src/core/touches/touch.ts'
import type { OpenStore } from '../../src/server/store/open-store.ts'
import { networkIn, nextId } from './network.ts'
import { newDatabase, newFolder, onBothDatabases, type Place } from './open-stores.ts'
import { sampleMigrations, sampleTables } from './sample-table.ts'

const someone = (name: string) =>
  withKeys({
    id: nextId(),
    name,
    origin: 'direct-contact' as const,
    emails: [`${createHash('md5').update(name).digest('hex')}@example.org`],
    phones: [],
    urls: [],
    closeness: 2,
    fields: ['Law'],
    tags: ['tag'],
    doNotContact: false,
    importedFrom: [],
    unknown: [],
    createdAt: 0,
  })

/** A network with people, touches, a profile and a history with an undo in it. */
async function fill(store: OpenStore, people = 20): Promise<void> {
  const { change, undo } = networkIn(store, tables, store.ownerId)
  const rows = Array.from({ length: people }, (_, i) => someone(`Person ${i} Zänzïbar`))
  await change(async (tx) => {
    for (const row of rows) await tx.put(person, row)
    await tx.put(touch, { id: tx.newId(), personId: rows[0]!.id, at: 1, kind: 'email', from: 'me' })
  })
  const more = { experiences: [], skills: [], strengths: [], interests: [] }
  await change((tx) => tx.put(profile, { id: store.ownerId, name: 'The User', ...more }))
  await change((tx) => tx.remove(person, rows.at(-1)!.id))
  await undo()
}

/** Every row of every table, the owner's own id and the note of a restore aside. */
async function contentOf(store: OpenStore): Promise<unknown> {
  const content = await store.read(store.ownerId, async (session) => {
    const rows: Record<string, unknown> = {}
    for (const one of tables) rows[one.name] = await session.find(one, 'id', {})
    return rows
  })
  const entries = content.journal as { name: string }[]
  content.journal = entries.filter(({ name }) => name !== 'restore')
  return JSON.parse(JSON.stringify(content).replaceAll(store.ownerId, 'the owner'))
}

const problems = async (store: OpenStore) => (await store.check()).filter(({ ok }) => !ok)

describe('a backup', () => {
  let folder: Awaited<ReturnType<typeof newFolder>>
  beforeAll(async () => {
    folder = await newFolder()
  })
  afterAll(() => folder.remove())
  const fileIn = (name: string) => join(folder.folder, name)

  onBothDatabases((newPlace) => {
    let place: Place
    let store: OpenStore
    beforeAll(async () => {
      place = await newPlace()
      store = await place.open(tables)
      await fill(store)
      await store.tokens.create(store.ownerId, 'not in a backup', 'write', 1)
    })
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    })

    test('brings everything back, whatever was done since, and says how much it was', async () => {
      const before = await contentOf(store)
      const file = fileIn('back.db')
      expect(await store.backup(file)).toMatchObject({
        revision: 4,
        rows: { person: 20, touch: 1, journal: 4 },
      })
      const { change } = networkIn(store, tables, store.ownerId)
      await change((tx) => tx.put(person, someone('Later')))
      expect(await store.restore(file)).toMatchObject({ rows: { person: 20 } })
      expect(await contentOf(store)).toEqual(before)
      expect((await store.listPeople(store.ownerId, { search: 'zanzi', limit: 5 })).total).toBe(20)
      expect((await store.listPeople(store.ownerId, { search: 'later', limit: 5 })).total).toBe(0)
      expect(await problems(store)).toEqual([])
      const last = await store.read(store.ownerId, (session) =>
        session.find(journal, 'byRevision', {}, { reverse: true, limit: 1 }),
      )
      expect(last).toMatchObject([{ name: 'restore', entryRevision: 6 }])
      expect(await store.tokens.list(store.ownerId)).toHaveLength(1)
    })

    test('is one whole file without tokens, and leaves no other behind', async () => {
      await store.backup(fileIn('alone.db'))
      expect((await readdir(folder.folder)).filter((name) => name.startsWith('alone'))).toEqual(['alone.db'])
      const copy = new DatabaseSync(fileIn('alone.db'), { readOnly: true })
      expect(copy.prepare('select count(*) as n from token').get()).toEqual({ n: 0 })
      expect(copy.prepare('select count(*) as n from network').get()).toEqual({ n: 1 })
      copy.close()
    })

    test('taken while others write is what was there at one moment', async () => {
      const { change } = networkIn(store, tables, store.ownerId)
      let writing = true
      const writer = (async () => {
        while (writing) {
          // Two rows a command: half a command would show as an odd number.
          await change(async (tx) => {
            await tx.put(person, someone(`Twin ${nextId()}`))
            await tx.put(person, someone(`Twin ${nextId()}`))
          })
          await new Promise((resolve) => setImmediate(resolve))
        }
      })()
      const { revision, rows } = await store.backup(fileIn('while-writing.db'))
      writing = false
      await writer
      const other = await newFolder()
      const restored = await other.open(tables)
      await restored.restore(fileIn('while-writing.db'))
      const twins = await restored.listPeople(restored.ownerId, { search: 'twin', limit: 1 })
      expect(twins.total % 2).toBe(0)
      expect(rows.person).toBe(20 + twins.total)
      expect(rows.journal).toBeGreaterThanOrEqual(twins.total / 2)
      expect(revision).toBeGreaterThanOrEqual(4)
      expect(await problems(restored)).toEqual([])
      await restored.close()
      await other.remove()
    })

    test('is refused where it is none, damaged, or newer, and then nothing has changed', async () => {
      const before = await contentOf(store)
      await writeFile(fileIn('text.db'), 'This is a letter, and a long one. '.repeat(1000))
      await expect(store.restore(fileIn('text.db'))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
      await expect(store.restore(fileIn('missing.db'))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
      await writeFile(fileIn('empty.db'), '')
      await expect(store.restore(fileIn('empty.db'))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
      const foreign = new DatabaseSync(fileIn('foreign.db'))
      foreign.exec('create table if not exists recipe (name text)')
      foreign.close()
      await expect(store.restore(fileIn('foreign.db'))).rejects.toMatchObject({ code: 'STORE_DAMAGED' })

      await store.backup(fileIn('good.db'))
      const bytes = await readFile(fileIn('good.db'))
      await writeFile(fileIn('cut.db'), bytes.subarray(0, bytes.length / 2))
      await expect(store.restore(fileIn('cut.db'))).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
      await writeFile(fileIn('newer.db'), bytes)
      const newer = new DatabaseSync(fileIn('newer.db'))
      newer.exec(`update store_info set value = '999' where key = 'schema_version'`)
      newer.close()
      await expect(store.restore(fileIn('newer.db'))).rejects.toMatchObject({ code: 'STORE_NEWER' })
      expect(await contentOf(store)).toEqual(before)
    })

    test('of an older version is brought up to date first, and stays as it was itself', async () => {
      const old = await newFolder()
      const before = await old.open(sampleTables, { migrations: sampleMigrations })
      await before.backup(fileIn('older.db'))
      const digest = async () =>
        createHash('sha256')
          .update(await readFile(fileIn('older.db')))
          .digest('hex')
      const was = await digest()
      const more = {
        version: 2,
        name: 'more',
        operations: [{ add: 'column', table: 'sample', column: 'extra', kind: 'text' }],
      } as const
      const now = await (await newPlace()).open(sampleTables, { migrations: [...sampleMigrations, more] })
      await now.restore(fileIn('older.db'))
      expect(await digest()).toBe(was)
      await before.close()
      await now.close()
      await old.remove()
    })
  })

  const missing = inject('postgresMissing')
  test.skipIf(missing)(`moves a network between the databases, there and back ${missing}`, async () => {
    const contents: unknown[] = []
    const start = await newFolder()
    const first = await start.open(tables)
    await fill(first, 1200)
    contents.push(await contentOf(first))
    await first.backup(fileIn('move.db'))
    await first.close()
    for (const newPlace of [newDatabase, newFolder, newDatabase]) {
      const place = await newPlace()
      const store = await place.open(tables)
      await store.restore(fileIn('move.db'))
      contents.push(await contentOf(store))
      expect(await problems(store)).toEqual([])
      await store.backup(fileIn('move.db'))
      await store.close()
      await place.remove()
    }
    await start.remove()
    for (const content of contents) expect(content).toEqual(contents[0])
  })
})

describe('erase', () => {
  onBothDatabases((newPlace) => {
    test('leaves nothing of the owner, and of nobody else less than before', async () => {
      const place = await newPlace()
      const store = await place.open(tables)
      await fill(store)
      const { secret } = await store.tokens.create(store.ownerId, 'mine', 'write', 1)
      const other = networkIn(store, tables)
      await other.change((tx) => tx.put(person, someone('Otherwise')))
      await store.erase()
      expect((await store.listPeople(store.ownerId, { limit: 5 })).total).toBe(0)
      expect(await store.tokens.verify(secret, 2)).toBeUndefined()
      expect((await store.listPeople(other.ownerId, { search: 'other', limit: 5 })).total).toBe(1)
      expect(await problems(store)).toEqual([])
      await fill(store, 3)
      expect(await problems(store)).toEqual([])
      await store.close()
      const again = await place.open(tables)
      expect(again.ownerId).toBe(store.ownerId)
      await again.close()
      await place.remove()
    })
  })

  test('overwrites what was in the file', async () => {
    const place = await newFolder()
    const store = await place.open(tables)
    await fill(store)
    await store.erase()
    for (const name of await readdir(place.folder)) {
      const bytes = await readFile(join(place.folder, name))
      for (const trace of ['Person', 'zanzibar', 'zänzïbar', 'Zänzïbar', 'The User', '@example.org']) {
        expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false)
      }
    }
    await store.close()
    await place.remove()
  })
})

describe('the check', () => {
  test('names what does not agree in a damaged store', async () => {
    const place = await newFolder()
    const store = await place.open(tables)
    await fill(store)
    await store.close()
    const raw = new DatabaseSync(join(place.folder, 'acquaint.db'))
    raw.exec(`delete from person_key where key = 'tag:tag'`)
    raw.exec('delete from person_search where rowid = 1')
    raw.exec('update network set revision = 77')
    raw.exec(`update touch set person_id = '0190aaaa-0000-7000-8000-000000000000'`)
    raw.close()
    const again = await place.open(tables)
    expect((await problems(again)).map(({ name }) => name)).toEqual([
      'history',
      'references',
      'keys',
      'search',
    ])
    await again.close()
    await place.remove()
  })
})

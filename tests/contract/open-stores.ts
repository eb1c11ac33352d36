import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { memoryStore } from '../../src/core/kernel/memory-store.ts'
import type { Store } from '../../src/core/kernel/store.ts'
import type { AnyTable } from '../../src/core/kernel/table.ts'
import type { OpenOptions, OpenStore } from '../../src/server/store/open-store.ts'
import { openPostgres } from '../../src/server/store/postgres.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'

/** A place where a store can be opened, again and again. */
export interface Place {
  open(tables: readonly AnyTable[], options?: OpenOptions): Promise<OpenStore>
  remove(): Promise<void>
}

/** A folder of its own. */
export async function newFolder(): Promise<Place & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'acquaint-test-'))
  return {
    folder,
    open: (tables, options) => openSqlite(folder, tables, options),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A PostgreSQL database of its own on the tests' server. */
export async function newDatabase(): Promise<Place & { url: string }> {
  const name = `acquaint_${randomUUID().replaceAll('-', '')}`
  const url = new URL(inject('postgresUrl'))
  await asSuperuser(`create database ${name} template template0 encoding 'UTF8'`)
  url.pathname = `/${name}`
  return {
    url: url.href,
    open: (tables, options) => openPostgres(url.href, tables, options),
    remove: () => asSuperuser(`drop database ${name} with (force)`),
  }
}

/** Runs statements, one after another, on the tests' server or the database named. */
export async function asSuperuser(...statements: string[]): Promise<void> {
  await onServer(inject('postgresUrl'), ...statements)
}

/** Runs statements, one after another, as whoever the address names; returns the rows of the last. */
export async function onServer(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** The two databases, with how to get a place for a store in each. */
const databases = [
  ['SQLite', newFolder],
  ['PostgreSQL', newDatabase],
] as const

/** A suite for both databases; where no PostgreSQL runs, its half is skipped and says why. */
export function onBothDatabases(suite: (newPlace: () => Promise<Place>) => void): void {
  for (const [name, newPlace] of databases) {
    const missing = name === 'PostgreSQL' && inject('postgresMissing')
    describe.skipIf(missing)(missing ? `PostgreSQL: ${missing}` : name, () => suite(newPlace))
  }
}

/** A suite for memory and both databases, each with one store that is opened for all of its tests. */
export function onEveryStore(
  tables: readonly AnyTable[],
  options: OpenOptions,
  suite: (store: () => Store) => void,
): void {
  describe('memory', () => {
    const store = memoryStore()
    suite(() => store)
  })
  onBothDatabases((newPlace) => {
    let place: Place
    let store: OpenStore
    beforeAll(async () => {
      place = await newPlace()
      store = await place.open(tables, options)
    })
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    })
    suite(() => store)
  })
}

import { execFile, execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { networkIn, nextId } from './network.ts'
import { newFolder } from './open-stores.ts'
import { sample, sampleMigrations, sampleTables } from './sample-table.ts'

const options = { migrations: sampleMigrations }
const open = (folder: string) => openSqlite(folder, sampleTables, options)
const row = (name: string) => ({ id: nextId(), name, labels: ['x'], rank: 0 })

/** Mounts a file system of its own in memory; only root may. */
function mount(folder: string, size: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  return () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
}

const mountable = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquaint-mount-'))
  try {
    mount(folder, '1m')()
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true })
  }
})()
const cannotMount = mountable ? '' : ' (not run: needs the right to mount a small file system)'

describe('a store in trouble', () => {
  test('that is no database says so, and is left as it is', async () => {
    const place = await newFolder()
    const file = join(place.folder, 'acquaint.db')
    await writeFile(file, 'Dear Ms. Lee, '.repeat(1000))
    await expect(open(place.folder)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining(file),
    })
    expect(await readFile(file, 'utf8')).toBe('Dear Ms. Lee, '.repeat(1000))
    await place.remove()
  })

  test('that belongs to another program says so', async () => {
    const place = await newFolder()
    const foreign = new DatabaseSync(join(place.folder, 'acquaint.db'))
    foreign.exec('create table recipe (name text)')
    foreign.close()
    await expect(open(place.folder)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('another program'),
    })
    await place.remove()
  })

  test('with a damaged page says so when it is read, and when it is checked', async () => {
    const place = await newFolder()
    const store = await open(place.folder)
    await networkIn(store, sampleTables, store.ownerId).change(async (tx) => {
      for (let i = 0; i < 2000; i++) await tx.put(sample, row(`name ${i}`))
    })
    await store.close()
    const file = join(place.folder, 'acquaint.db')
    const bytes = await readFile(file)
    for (let page = 30; page < 200; page++) bytes.fill(0xee, page * 4096, page * 4096 + 100)
    await writeFile(file, bytes)
    const again = await open(place.folder)
    const read = again.read(again.ownerId, (session) => session.find(sample, 'byName', {}))
    await expect(read).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
    expect((await again.check())[0]).toMatchObject({ name: 'file', ok: false })
    await again.close()
    await place.remove()
  })

  test(`in a folder that may not be written says so${cannotMount}`, {
    skip: process.getuid?.() === 0 && !mountable,
  }, async () => {
    const place = await newFolder()
    const inside = join(place.folder, 'locked')
    await mkdir(inside)
    let unmount = () => chmodSync(inside, 0o700)
    if (mountable) {
      unmount = mount(inside, '8m')
      await (await open(inside)).close()
      execFileSync('mount', ['-o', 'remount,ro', inside])
    } else chmodSync(inside, 0o500)
    try {
      await expect(open(inside)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
      await expect(open(join(inside, 'deeper'))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
    } finally {
      unmount()
      await place.remove()
    }
  })

  test('where the folder is a file says so', async () => {
    const place = await newFolder()
    await writeFile(join(place.folder, 'file'), '')
    await expect(open(join(place.folder, 'file'))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
    await place.remove()
  })

  test(`on a full disk says so, keeps what was saved, and goes on when there is room${cannotMount}`, {
    skip: !mountable,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acquaint-full-'))
    const unmount = mount(folder, '3m')
    try {
      const store = await open(folder)
      const { change, read } = networkIn(store, sampleTables, store.ownerId)
      let saved = 0
      const fill = async () => {
        for (; saved < 1000; saved++)
          await change((tx) => tx.put(sample, { ...row(`n${saved}`), anything: 'x'.repeat(20_000) }))
      }
      await expect(fill()).rejects.toMatchObject({
        code: 'STORE_FULL',
        message: expect.stringContaining('full'),
      })
      expect(saved).toBeGreaterThan(5)
      const names = await read((tx) => tx.find(sample, 'byName', {}))
      expect(names).toHaveLength(saved)
      await expect(store.backup(join(folder, 'backup.db'))).rejects.toMatchObject({ code: 'STORE_FULL' })
      execFileSync('mount', ['-o', 'remount,size=32m', folder])
      await change((tx) => tx.put(sample, row('room again')))
      expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
      expect(await read((tx) => tx.find(sample, 'byName', {}))).toHaveLength(saved + 1)
      await store.close()
    } finally {
      unmount()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test(`on a disk too full for a new one says so${cannotMount}`, { skip: !mountable }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acquaint-full-'))
    const unmount = mount(folder, '64k')
    try {
      await expect(open(folder)).rejects.toMatchObject({ code: 'STORE_FULL' })
    } finally {
      unmount()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('that another program keeps locked says so after five seconds, and answers reads meanwhile', async () => {
    const place = await newFolder()
    const store = await open(place.folder)
    const { change, read } = networkIn(store, sampleTables, store.ownerId)
    await change((tx) => tx.put(sample, row('before')))
    const other = new DatabaseSync(join(place.folder, 'acquaint.db'))
    other.exec('begin immediate')
    const waiting = change((tx) => tx.put(sample, row('waiting')))
    const refused = expect(waiting).rejects.toMatchObject({ code: 'STORE_BUSY' })
    const asked = performance.now()
    expect(await read((tx) => tx.find(sample, 'byName', {}))).toMatchObject([{ name: 'before' }])
    expect(performance.now() - asked).toBeLessThan(500)
    await refused
    other.exec('rollback')
    other.close()
    await change((tx) => tx.put(sample, row('after')))
    await store.close()
    await place.remove()
  })

  test('loses nothing to two processes that write at once', { timeout: 60_000 }, async () => {
    const place = await newFolder()
    const store = await open(place.folder)
    const counter = row('counter')
    const { change, read } = networkIn(store, sampleTables, store.ownerId)
    await change((tx) => tx.put(sample, counter))
    const script = join(import.meta.dirname, 'increment.ts')
    const run = () => promisify(execFile)(process.execPath, [script, place.folder, counter.id, '60'])
    await Promise.all([run(), run()])
    expect(await read((tx) => tx.get(sample, counter.id))).toMatchObject({ rank: 120, revision: 121 })
    expect((await store.check()).filter(({ ok }) => !ok)).toEqual([])
    await store.close()
    await place.remove()
  })
})

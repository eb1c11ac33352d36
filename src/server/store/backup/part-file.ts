import { randomBytes } from 'node:crypto'
import { chmod, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { translate } from '../sqlite/errors.ts'

/** Has the file made under a temporary name beside it, and puts it in its place once it is whole and on the disk. */
export async function writeWhole<T>(file: string, make: (part: string) => Promise<T>): Promise<T> {
  const target = resolve(file)
  const part = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    const result = await make(part)
    await chmod(part, 0o600)
    await flush(part)
    await rename(part, target)
    await flush(dirname(target))
    return result
  } catch (error) {
    throw translate(error, target)
  } finally {
    for (const leftover of ['', '-wal', '-shm', '-journal']) await rm(part + leftover, { force: true })
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { randomBytes } from 'node:crypto'
import { link, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { DomainError, invalid } from '../../../core/kernel/errors.ts'

/** A new folder among the temporary things. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'acquaint-'))

/** Reads a file by its path, or standard input for `-`. */
async function readBytes(path: string, stdin: NodeJS.ReadableStream): Promise<Buffer> {
  if (path === '-') {
    const chunks: Buffer[] = []
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer))
    return Buffer.concat(chunks)
  }
  try {
    return await readFile(path)
  } catch (error) {
    throw invalid('file', cannot('read', path, error))
  }
}

/** A file's text, without a byte order mark. */
export async function readText(path: string, stdin: NodeJS.ReadableStream): Promise<string> {
  return new TextDecoder('utf-8').decode(await readBytes(path, stdin))
}

/** A file as an operation takes it: its name, and what is in it as base64. */
export async function readUpload(
  path: string,
  stdin: NodeJS.ReadableStream,
): Promise<{ name: string; content: string }> {
  const content = (await readBytes(path, stdin)).toString('base64')
  return { name: path === '-' ? 'standard input' : basename(path), content }
}

/** Writes a file whole or not at all: under another name first. A file that is there stays, unless `force`. */
export async function writeWhole(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(draft, content, { flag: 'wx' })
    if (force) await rename(draft, path)
    // Unlike a rename, a link never takes the place of a file that has appeared meanwhile.
    else await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new DomainError('CONFLICT', `${path} is there already. Add --force to write over it.`, {
        file: path,
      })
    }
    throw invalid('out', cannot('write', path, error))
  } finally {
    await rm(draft, { force: true })
  }
}

/** Unpacks an archive into a folder of its own, which is not there yet or empty, unless `force`. */
export async function writeFolder(path: string, archive: Uint8Array, force: boolean): Promise<void> {
  const { unzipSync } = await import('fflate')
  const files = Object.entries(unzipSync(archive))
  try {
    const before = await readdir(path).catch(() => [])
    if (before.length > 0 && !force) {
      throw new DomainError(
        'CONFLICT',
        `There are files in ${path} already. Add --force to write among them.`,
        {
          file: path,
        },
      )
    }
    for (const [name, content] of files) {
      // The archive may be a server's, and no name of its files leads out of the folder.
      if (name.split(/[/\\]/).some((part) => part === '..' || part === '') || name.includes(':')) continue
      await mkdir(join(path, dirname(name)), { recursive: true })
      await writeFile(join(path, name), content)
    }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw invalid('out', cannot('write', path, error))
  }
}

function cannot(verb: string, path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  const reason = (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error))
  return `I cannot ${verb} ${path}: ${reason}.`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it is not yours to use',
  EPERM: 'it is not yours to use',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

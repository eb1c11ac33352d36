import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DomainError } from '../../../core/kernel/errors.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html) and what they mean to a user. */
const codes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
}

/** What the system says where a folder cannot be one; a missing one is told for a read-only place too. */
const cannotBeMade = ['ENOTDIR', 'EEXIST', 'ENOENT']

/** Turns what SQLite or the file system says into a sentence for the user; anything unknown stays as it is. */
export function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const { errcode, code } = error as { errcode?: number; code?: string }
  const primary = (errcode ?? 0) & 0xff
  if (primary === codes.busy || primary === codes.locked) return busy(file)
  if (code === 'ENOSPC' || code === 'EDQUOT' || primary === codes.full) return full(file)
  if (primary === codes.ioError && !hasSpace(file)) return full(file)
  if (primary === codes.cannotOpen && !hasSpace(file)) return full(file)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || primary === codes.readOnly)
    return readOnly(file)
  if (primary === codes.cannotOpen || cannotBeMade.includes(code ?? '')) return cannotOpen(file)
  if (primary === codes.corrupt || primary === codes.notADatabase) return damaged(file)
  return error
}

export function damaged(file: string, what = 'is damaged, or is not a store of Acquaint'): DomainError {
  return new DomainError(
    'STORE_DAMAGED',
    `${file} ${what}. Nothing was changed. Restore a backup into a new place, or name another folder.`,
    { file },
  )
}

function busy(file: string): DomainError {
  return new DomainError(
    'STORE_BUSY',
    `Another program has been writing to ${file} for more than five seconds. Nothing of this was saved, and nothing is lost. Try again when it is done.`,
    { file },
  )
}

function full(file: string): DomainError {
  return new DomainError(
    'STORE_FULL',
    `The disk that holds ${file} is full. Nothing of this was saved, and nothing saved before is lost. Make room and try again.`,
    { file },
  )
}

function readOnly(file: string): DomainError {
  return new DomainError(
    'STORE_READ_ONLY',
    `${file} cannot be written: the folder or the file is read-only for this user. Nothing is lost. Allow writing, or name another folder.`,
    { file },
  )
}

function cannotOpen(file: string): DomainError {
  return new DomainError(
    'STORE_READ_ONLY',
    `${file} cannot be opened or made. Nothing is lost. Check that the folder is one and may be written, or name another.`,
    { file },
  )
}

function hasSpace(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bavail * bsize > 1_000_000
  } catch {
    return true
  }
}

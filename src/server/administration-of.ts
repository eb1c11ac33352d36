import { access, constants, stat, statfs } from 'node:fs/promises'
import type { Administration, Check } from './operations/administration.ts'
import type { OpenStore } from './store/open-store.ts'

/** What operations do with a store as a whole, by the store that is open; `folder` is where an embedded one is kept. */
export function administrationOf(store: OpenStore, folder: string | undefined): Administration {
  const inAll = (rows: Record<string, number>) => Object.values(rows).reduce((sum, count) => sum + count, 0)
  return {
    backup: async (_, to) => {
      const { file, rows } = await store.backup(to)
      return { file, bytes: (await stat(file)).size, rows: inAll(rows) }
    },
    restore: async (_, from) => {
      const { file, rows } = await store.restore(from)
      return { file, rows: inAll(rows) }
    },
    check: async () => [
      ...(await store.check()),
      ...(folder === undefined ? [] : await folderChecks(folder)),
    ],
    erase: () => store.erase(),
    createToken: (ownerId, { name, scope, now }) => store.tokens.create(ownerId, name, scope, now),
    listTokens: (ownerId) => store.tokens.list(ownerId),
    revokeToken: (ownerId, id, now) => store.tokens.revoke(ownerId, id, now),
    findToken: async (secret, now) => {
      const token = await store.tokens.verify(secret, now)
      return token && { ownerId: token.ownerId, token }
    },
    findRefusal: (ownerId, key) => store.refusals.find(ownerId, key),
    noteRefusal: (ownerId, key, refusal, now) => store.refusals.note(ownerId, key, refusal, now),
    createSession: (ownerId, { device, now }) => store.sessions.create(ownerId, device, now),
    listSessions: (ownerId, now) => store.sessions.list(ownerId, now),
    endSession: (ownerId, id, now) => store.sessions.end(ownerId, id, now),
    findSession: async (secret, now) => {
      const session = await store.sessions.verify(secret, now)
      return session && { ownerId: session.ownerId, session }
    },
  }
}

/** Below this, a disk counts as full: an import, a backup and the log of the database need room. */
const leastFree = 100 * 1024 * 1024

/** Whether the folder of an embedded store can be written, and has room. */
async function folderChecks(folder: string): Promise<Check[]> {
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const megabytes = `${Math.round(free / 1024 / 1024).toLocaleString('en')} MB free`
  return [
    { name: 'folder', ok: writable, detail: writable ? folder : `${folder} cannot be written` },
    {
      name: 'disk',
      ok: free >= leastFree,
      detail: free >= leastFree ? megabytes : `${megabytes}: make room`,
    },
  ]
}

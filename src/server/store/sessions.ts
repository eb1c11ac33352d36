import { createHash, randomBytes } from 'node:crypto'
import { notFound } from '../../core/kernel/errors.ts'
import type { Id } from '../../core/kernel/ids.ts'
import { rowsOf, run } from './compiled.ts'
import type { Connection, SqlValue } from './connection.ts'
import { newId } from './default-owner.ts'
import type { Database } from './dialect.ts'

/** A browser that is signed in; its secret is only in the browser's cookie, and kept here as a hash. */
export interface Session {
  id: Id
  ownerId: Id
  /** The browser, as it calls itself. */
  device: string
  createdAt: number
  lastUsedAt: number
  endedAt?: number
}

/** The sessions of a store. They are local: neither in the journal nor in backups. */
export interface Sessions {
  create(ownerId: Id, device: string, now: number): Promise<{ session: Session; secret: string }>
  /** Those that are not over, by age. */
  list(ownerId: Id, now: number): Promise<Session[]>
  /** Throws NOT_FOUND; ending again changes nothing. */
  end(ownerId: Id, id: Id, now: number): Promise<Session>
  /** Whose the secret is, unless it is unknown, ended, or was not used for long. Notes the use, at most once a minute. */
  verify(secret: string, now: number): Promise<Session | undefined>
}

const columns = ['id', 'owner_id', 'device', 'created_at', 'last_used_at', 'ended_at'] as const
const minute = 60_000
/** A session that was not used for so long is over, in milliseconds. */
const sessionLife = 90 * 24 * 60 * minute

/** Sessions kept in the table `session`. */
export function sessionsIn({ dialect: { kysely }, read, write }: Database): Sessions {
  const select = kysely.selectFrom('session').select(columns).orderBy('created_at').orderBy('id')
  const open = (now: number) =>
    select.where('ended_at', 'is', null).where('last_used_at', '>', now - sessionLife)
  const one = async (connection: Connection, query: typeof select): Promise<Session | undefined> => {
    const [row] = await rowsOf(connection, query, columns)
    return row && toSession(row)
  }
  return {
    create: async (ownerId, device, now) => {
      const secret = randomBytes(32).toString('base64url')
      const session: Session = { id: newId(now), ownerId, device, createdAt: now, lastUsedAt: now }
      const row = { id: session.id, owner_id: ownerId, device, created_at: now, last_used_at: now }
      const insert = kysely.insertInto('session').values({ ...row, hash: hashOf(secret), ended_at: null })
      await write(null, (connection) => run(connection, insert))
      return { session, secret }
    },
    list: (ownerId, now) =>
      read(null, async (connection) =>
        (await rowsOf(connection, open(now).where('owner_id', '=', ownerId), columns)).map(toSession),
      ),
    end: (ownerId, id, now) =>
      write(null, async (connection) => {
        const session = await one(connection, select.where('owner_id', '=', ownerId).where('id', '=', id))
        if (!session) throw notFound('session', id)
        if (session.endedAt) return session
        await run(connection, kysely.updateTable('session').set({ ended_at: now }).where('id', '=', id))
        return { ...session, endedAt: now }
      }),
    verify: async (secret, now) => {
      const known = open(now).where('hash', '=', hashOf(secret))
      const session = await read(null, (connection) => one(connection, known))
      if (!session || session.lastUsedAt > now - minute) return session
      const note = kysely.updateTable('session').set({ last_used_at: now }).where('id', '=', session.id)
      await write(null, (connection) => run(connection, note))
      return { ...session, lastUsedAt: now }
    },
  }
}

/** 256 random bits need no slow hash; it only keeps a stolen copy of the store from being used. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

function toSession(row: Record<(typeof columns)[number], SqlValue>): Session {
  return {
    id: row.id as Id,
    ownerId: row.owner_id as Id,
    device: row.device as string,
    createdAt: row.created_at as number,
    lastUsedAt: row.last_used_at as number,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at as number }),
  }
}

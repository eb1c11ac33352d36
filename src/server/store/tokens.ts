import { createHash, randomBytes } from 'node:crypto'
import { notFound } from '../../core/kernel/errors.ts'
import type { Id } from '../../core/kernel/ids.ts'
import { rowsOf, run } from './compiled.ts'
import type { Connection, SqlValue } from './connection.ts'
import { newId } from './default-owner.ts'
import type { Database } from './dialect.ts'

export type TokenScope = 'read' | 'write' | 'feed'

/** What is known of an API token; the secret itself is only shown once and kept as a hash. */
export interface Token {
  id: Id
  ownerId: Id
  name: string
  scope: TokenScope
  createdAt: number
  lastUsedAt?: number
  revokedAt?: number
}

/** The API tokens of a store. They are local: neither in the journal nor in backups. */
export interface Tokens {
  create(ownerId: Id, name: string, scope: TokenScope, now: number): Promise<{ token: Token; secret: string }>
  /** All of the owner's, the revoked ones too, by age. */
  list(ownerId: Id): Promise<Token[]>
  /** Throws NOT_FOUND; revoking again changes nothing. */
  revoke(ownerId: Id, id: Id, now: number): Promise<Token>
  /** Whose the secret is, unless it is unknown or revoked. Notes the use, at most once a minute. */
  verify(secret: string, now: number): Promise<Token | undefined>
}

const columns = ['id', 'owner_id', 'name', 'scope', 'created_at', 'last_used_at', 'revoked_at'] as const
const minute = 60_000

/** Tokens kept in the table `token`. */
export function tokensIn({ dialect: { kysely }, read, write }: Database): Tokens {
  const select = kysely.selectFrom('token').select(columns).orderBy('created_at').orderBy('id')
  const one = async (connection: Connection, query: typeof select): Promise<Token | undefined> => {
    const [row] = await rowsOf(connection, query, columns)
    return row && toToken(row)
  }
  return {
    create: async (ownerId, name, scope, now) => {
      const secret = `acq_${randomBytes(32).toString('base64url')}`
      const token: Token = { id: newId(now), ownerId, name, scope, createdAt: now }
      const row = { id: token.id, owner_id: ownerId, name, scope, created_at: now, hash: hashOf(secret) }
      const insert = kysely.insertInto('token').values({ ...row, last_used_at: null, revoked_at: null })
      await write(null, (connection) => run(connection, insert))
      return { token, secret }
    },
    list: (ownerId) =>
      read(null, async (connection) =>
        (await rowsOf(connection, select.where('owner_id', '=', ownerId), columns)).map(toToken),
      ),
    revoke: (ownerId, id, now) =>
      write(null, async (connection) => {
        const token = await one(connection, select.where('owner_id', '=', ownerId).where('id', '=', id))
        if (!token) throw notFound('token', id)
        if (token.revokedAt) return token
        await run(connection, kysely.updateTable('token').set({ revoked_at: now }).where('id', '=', id))
        return { ...token, revokedAt: now }
      }),
    verify: async (secret, now) => {
      const known = select.where('hash', '=', hashOf(secret)).where('revoked_at', 'is', null)
      const token = await read(null, (connection) => one(connection, known))
      if (!token) return undefined
      if (token.lastUsedAt !== undefined && token.lastUsedAt > now - minute) return token
      const note = kysely.updateTable('token').set({ last_used_at: now }).where('id', '=', token.id)
      await write(null, (connection) => run(connection, note))
      return { ...token, lastUsedAt: now }
    },
  }
}

/** 256 random bits need no slow hash; it only keeps a stolen copy of the store from being used. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

function toToken(row: Record<(typeof columns)[number], SqlValue>): Token {
  return {
    id: row.id as Id,
    ownerId: row.owner_id as Id,
    name: row.name as string,
    scope: row.scope as TokenScope,
    createdAt: row.created_at as number,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at as number }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at as number }),
  }
}

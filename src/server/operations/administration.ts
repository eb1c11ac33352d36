import type { Id } from '../../core/kernel/ids.ts'

export interface Check {
  name: string
  ok: boolean
  detail: string
}

/** A token as it may be shown: the secret is told once, when it is made, and kept only as a hash. */
export interface TokenInfo {
  id: Id
  name: string
  scope: 'read' | 'write' | 'feed'
  createdAt: number
  lastUsedAt?: number
  revokedAt?: number
}

/** A browser that is signed in, as it may be shown. */
export interface SessionInfo {
  id: Id
  device: string
  createdAt: number
  lastUsedAt: number
  endedAt?: number
}

/** What can be done with a store as a whole, with its tokens and sessions. Implemented by `store/`. */
export interface Administration {
  /** Writes a checked copy of the owner's network to a file, while others go on writing. */
  backup(ownerId: Id, file: string): Promise<{ file: string; bytes: number; rows: number }>
  /** Puts the network of a backup in the place of the owner's, in one transaction. */
  restore(ownerId: Id, file: string): Promise<{ file: string; rows: number }>
  check(ownerId: Id): Promise<Check[]>
  /** Removes every row of the owner for good: no undo, no trace in the journal. */
  erase(ownerId: Id): Promise<void>
  /** Makes a secret, tells it once, and keeps its hash. */
  createToken(
    ownerId: Id,
    token: { name: string; scope: TokenInfo['scope']; now: number },
  ): Promise<{ token: TokenInfo; secret: string }>
  listTokens(ownerId: Id): Promise<TokenInfo[]>
  /** Throws NOT_FOUND; revoking again changes nothing. */
  revokeToken(ownerId: Id, id: Id, now: number): Promise<TokenInfo>
  /** Signs a browser in: makes a secret, tells it once, and keeps its hash. */
  createSession(
    ownerId: Id,
    session: { device: string; now: number },
  ): Promise<{ session: SessionInfo; secret: string }>
  listSessions(ownerId: Id, now: number): Promise<SessionInfo[]>
  /** Throws NOT_FOUND; ending again changes nothing. */
  endSession(ownerId: Id, id: Id, now: number): Promise<SessionInfo>
  /** Whose session this is; one that has ended is nobody's. Notes when it was used. */
  findSession(secret: string, now: number): Promise<{ ownerId: Id; session: SessionInfo } | undefined>
  /** Why a replica's command was refused, if it was; and notes it, so that a late copy of it is refused as well. */
  findRefusal(ownerId: Id, key: Id): Promise<{ code: string; message: string } | undefined>
  noteRefusal(ownerId: Id, key: Id, refusal: { code: string; message: string }, now: number): Promise<void>
  /** Whose token this is; a revoked one is nobody's. Notes when it was used. */
  findToken(secret: string, now: number): Promise<{ ownerId: Id; token: TokenInfo } | undefined>
}

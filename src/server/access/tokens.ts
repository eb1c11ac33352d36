import { createHash, randomBytes } from 'node:crypto'

/** What a token may do: `write` includes `read`. */
export const tokenScopes = ['read', 'write'] as const

/** A new secret, and what is kept of it. 256 random bits need no slow hash. */
export function newToken(): { secret: string; hash: string } {
  const secret = `acq_${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashToken(secret) }
}

/** What is kept of a secret, in hexadecimal digits. */
export const hashToken = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The secret of an `Authorization` header (RFC 6750, section 2.1), if it is a bearer token of ours by its looks. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(acq_[\w-]{43})$/i.exec(header ?? '')?.[1]
}

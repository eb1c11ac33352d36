/** What a token may do: `write` includes `read`. */
export const tokenScopes = ['read', 'write'] as const

/** The secret of an `Authorization` header (RFC 6750, section 2.1), if it looks like one of ours. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(acq_[\w-]{43})$/i.exec(header ?? '')?.[1]
}

/** What a token may do: `write` includes `read`; `feed` is for the calendar alone. */
export const tokenScopes = ['read', 'write', 'feed'] as const

/** The secret of an `Authorization` header (RFC 6750, section 2.1), if it looks like one of ours. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(acq_[\w-]{43})$/i.exec(header ?? '')?.[1]
}

/** The secret in the address of a calendar, `TOKEN.ics`, if it looks like one of ours. */
export function feedSecretOf(file: string): string | undefined {
  return /^(acq_[\w-]{43})\.ics$/.exec(file)?.[1]
}

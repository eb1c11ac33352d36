import type { Photo } from '../contact.ts'
import { type ContentLine, hasParameter } from './content-line.ts'

/** The largest picture of somebody that is taken, in bytes. */
const largestPhoto = 2 * 1024 * 1024

/** What pictures begin with: the bytes tell what they are, whatever the card says. */
const signatures: readonly (readonly [mediaType: string, start: string, at8?: string])[] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'RIFF', 'WEBP'],
]

/**
 * The picture of a PHOTO (RFC 6350, section 6.2.4): base64 as 2.1 and 3.0 write it, or a `data:` address. Absent where
 * it is an address on the web, which nobody fetches here, or no picture; `too-large` where it is one of over 2 MB.
 */
export function photo(property: ContentLine): Photo | 'too-large' | undefined {
  const base64 = base64Of(property)
  if (base64 === undefined) return undefined
  if (base64.length > (largestPhoto / 3) * 4 + 4) return 'too-large'
  const decoded = decodeBase64(base64)
  const mediaType = signatures.find(
    ([, start, at8 = '']) => decoded.startsWith(start) && decoded.startsWith(at8, 8),
  )?.[0]
  if (!mediaType) return undefined
  const bytes = new Uint8Array(decoded.length)
  for (let index = 0; index < decoded.length; index++) bytes[index] = decoded.charCodeAt(index)
  return { mediaType, bytes }
}

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** The bytes of base64 as characters; a last group that is cut loses its lone character, and no more. */
function decodeBase64(text: string): string {
  const end = text.search(/[^A-Za-z0-9+/]/)
  const digits = end === -1 ? text : text.slice(0, end)
  return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
}

function base64Of(property: ContentLine): string | undefined {
  const encoded = hasParameter(property, 'ENCODING', 'b') || hasParameter(property, 'ENCODING', 'base64')
  if (encoded) return property.value.replace(/\s+/g, '')
  // Some writers escape the comma and the semicolon of the address, as in a text.
  return /^\s*data:[^,]{0,100};base64\\?,([\s\S]*)$/i.exec(property.value)?.[1]?.replace(/\s+/g, '')
}

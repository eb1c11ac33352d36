import type { Photo } from './contact.ts'

/** The largest picture of somebody that is taken, in bytes. */
export const largestPhoto = 2 * 1024 * 1024

/** What pictures begin with, and have at the eighth byte: the bytes tell what they are, whatever anybody says. */
const signatures: readonly (readonly [mediaType: string, start: string, at8?: string])[] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'RIFF', 'WEBP'],
]

/** The kinds of pictures that are taken. */
export const pictureTypes: readonly string[] = signatures.map(([mediaType]) => mediaType)

/** The picture that these bytes are; absent for any other file, a drawing with a script in it for one. */
export function pictureOf(bytes: Uint8Array): Photo | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 12))
  const mediaType = signatures.find(
    ([, start, at8 = '']) => beginning.startsWith(start) && beginning.startsWith(at8, 8),
  )?.[0]
  return mediaType === undefined ? undefined : { mediaType, bytes }
}

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** The bytes of base64; a last group that is cut loses its lone character, and whatever follows a stranger is not read. */
export function fromBase64(text: string): Uint8Array {
  const end = text.search(/[^A-Za-z0-9+/]/)
  const digits = end === -1 ? text : text.slice(0, end)
  const decoded = atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
  const bytes = new Uint8Array(decoded.length)
  for (let index = 0; index < decoded.length; index++) bytes[index] = decoded.charCodeAt(index)
  return bytes
}

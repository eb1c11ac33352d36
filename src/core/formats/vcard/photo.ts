import type { Photo } from '../contact.ts'
import { fromBase64, largestPhoto, pictureOf } from '../picture.ts'
import { type ContentLine, hasParameter } from './content-line.ts'

/**
 * The picture of a PHOTO (RFC 6350, section 6.2.4): base64 as 2.1 and 3.0 write it, or a `data:` address. Absent where
 * it is an address on the web, which nobody fetches here, or no picture; `too-large` where it is one of over 2 MB.
 */
export function photo(property: ContentLine): Photo | 'too-large' | undefined {
  const base64 = base64Of(property)
  if (base64 === undefined) return undefined
  if (base64.length > (largestPhoto / 3) * 4 + 4) return 'too-large'
  return pictureOf(fromBase64(base64))
}

function base64Of(property: ContentLine): string | undefined {
  const encoded = hasParameter(property, 'ENCODING', 'b') || hasParameter(property, 'ENCODING', 'base64')
  if (encoded) return property.value.replace(/\s+/g, '')
  // Some writers escape the comma and the semicolon of the address, as in a text.
  return /^\s*data:[^,]{0,100};base64\\?,([\s\S]*)$/i.exec(property.value)?.[1]?.replace(/\s+/g, '')
}

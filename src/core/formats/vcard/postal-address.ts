import type { PostalAddress } from '../../people/particulars.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { escapeText } from '../write-line.ts'
import type { ContentLine } from './content-line.ts'
import { splitValue, unescapeText } from './value.ts'

/**
 * The address of an ADR (RFC 6350, section 6.3.1), without its label. A post office box and an extended address, which the
 * RFC advises against, are the first lines of the street.
 */
export function postalAddress(property: ContentLine): PostalAddress | undefined {
  const [box, extended, street, city, region, postalCode, country, ...more] = splitValue(property.value, ';')
  const lines = [box, extended, street]
    .flatMap((text) => cleanText(unescapeText(text ?? '')) ?? [])
    .join('\n')
  const address: PostalAddress = {
    ...(lines && { street: lines }),
    ...part('city', city),
    ...part('region', region),
    ...part('postalCode', postalCode),
    ...part('country', country),
  }
  return Object.keys(address).length > 0 && more.every((text) => text.trim() === '') ? address : undefined
}

const part = (name: keyof PostalAddress, text: string | undefined): PostalAddress => {
  const value = cleanLine(unescapeText(text ?? ''))
  return value === undefined ? {} : { [name]: value }
}

/** The value of an ADR. */
export function postalValue({ street, city, region, postalCode, country }: PostalAddress): string {
  return ['', '', ...[street, city, region, postalCode, country].map((text) => escapeText(text ?? ''))].join(
    ';',
  )
}

/** Whether two are the same place, whatever either is called. */
export const samePlace = (a: PostalAddress, b: PostalAddress): boolean => postalValue(a) === postalValue(b)

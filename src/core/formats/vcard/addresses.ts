import { cleanLine } from '../clean-text.ts'
import { isEmailAddress } from '../email-address.ts'
import { type ContentLine, hasParameter } from './content-line.ts'
import { unescapeText } from './value.ts'

/** The e-mail address of an EMAIL; absent where it is of another kind, as X.400 addresses are. */
export function emailAddress(property: ContentLine): string | undefined {
  const address = cleanLine(unescapeText(property.value))?.replace(/^mailto:/i, '')
  return address && isEmailAddress(address) ? address : undefined
}

/** The number of a TEL: a text, or a `tel:` address with its extension written out (RFC 3966, section 3). */
export function phoneNumber(property: ContentLine): string | undefined {
  const value = cleanLine(unescapeText(property.value))
  if (!value || !/^tel:/i.test(value)) return value
  const [number = '', ...parameters] = value.slice('tel:'.length).split(';')
  const extension = parameters.find((parameter) => /^ext=/i.test(parameter))?.slice('ext='.length)
  return cleanLine(extension ? `${number} ext. ${extension}` : number)
}

/** The web address of a URL or a social profile; absent where it is of another scheme, which a screen must not open. */
export function webAddress(property: ContentLine): string | undefined {
  const address = cleanLine(unescapeText(property.value))
  if (!address) return undefined
  const scheme = /^[a-z][a-z0-9+-]*:/i.exec(address)?.[0].toLowerCase()
  const isWeb = scheme === undefined ? /^[^\s/]+\.[^\s]+$/.test(address) : /^https?:$/.test(scheme)
  return isWeb ? address : undefined
}

/**
 * How early an address is named among several: what the card prefers comes first (RFC 6350, section 5.3; TYPE=pref
 * before 4.0), faxes and pagers, which nobody can talk into, last.
 */
export function rank(property: ContentLine): number {
  if (hasParameter(property, 'TYPE', 'fax') || hasParameter(property, 'TYPE', 'pager')) return 1000
  const preference = Number(property.parameters.get('PREF')?.[0])
  if (preference >= 1 && preference <= 100) return preference
  return hasParameter(property, 'TYPE', 'pref') ? 1 : 101
}

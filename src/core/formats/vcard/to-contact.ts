import { cleanLine, cleanText } from '../clean-text.ts'
import type { Contact } from '../contact.ts'
import { emailAddress, phoneNumber, rank, webAddress } from './addresses.ts'
import { birthday } from './birthday.ts'
import type { ContentLine } from './content-line.ts'
import { fullName, structuredName } from './name.ts'
import { splitValue, unescapeText } from './value.ts'

/** Say something about the card and not about the person: whoever writes the card again writes them anew. */
const aboutTheCard = new Set(['VERSION', 'PRODID', 'REV', 'PROFILE'])

/**
 * The contact of one card's properties; absent where neither name nor address nor number tells who it is. Of what a
 * contact holds once (a title, an organisation) the first is taken. Everything else stands in `unknown`.
 */
export function toContact(line: number, properties: ContentLine[]): Contact | undefined {
  const taken = new Set<ContentLine>(properties.filter((property) => aboutTheCard.has(property.name)))
  /** The values of the properties with these names, best first, each once. */
  const all = <T>(names: string[], read: (property: ContentLine) => T | undefined): T[] => {
    const values = new Set<T>()
    const ranked = properties
      .filter((property) => names.includes(property.name))
      .sort((a, b) => rank(a) - rank(b))
    for (const property of ranked) {
      const value = read(property)
      if (value !== undefined) values.add(value)
      if (value !== undefined || isBlank(property)) taken.add(property)
    }
    return [...values]
  }
  /** The value of the first property with this name that has one. */
  const first = <T>(name: string, read: (property: ContentLine) => T | undefined): T | undefined => {
    for (const property of properties) {
      if (property.name !== name) continue
      const value = read(property)
      if (value !== undefined || isBlank(property)) taken.add(property)
      if (value !== undefined) return value
    }
    return undefined
  }

  const emails = all(['EMAIL'], emailAddress)
  const phones = all(['TEL'], phoneNumber)
  const urls = all(['URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'X-LINKEDIN'], webAddress)
  const tags = all(['CATEGORIES'], categories).flat()
  const notes = all(['NOTE'], (property) => cleanText(unescapeText(property.value)))
  const [organization, department] = first('ORG', organizationUnits) ?? []
  const names = first('N', structuredName)
  const formatted = first('FN', oneLine)
  const nickname = properties.find((property) => property.name === 'NICKNAME')
  const name =
    formatted ??
    (names && fullName(names)) ??
    (nickname && oneLine(nickname)) ??
    organization ??
    emails[0] ??
    phones[0]
  if (!name) return undefined
  const role = first('TITLE', oneLine) ?? first('ROLE', oneLine)
  const born = first('BDAY', (property) => birthday(property.value))
  const uid = first('UID', oneLine)
  const unknown = properties
    .filter((property) => !taken.has(property))
    .map((property) => writable(property.text))
  return {
    line,
    name,
    ...(names?.givenName && { givenName: names.givenName }),
    ...(names?.familyName && { familyName: names.familyName }),
    ...(names?.honorific && { honorific: names.honorific }),
    ...(organization && { organization }),
    ...(department && { department }),
    ...(role && { role }),
    emails,
    phones,
    urls,
    tags: [...new Set(tags)],
    ...(notes.length > 0 && { notes: notes.join('\n\n') }),
    ...(born && { birthday: born }),
    ...(uid && { uid }),
    ...(unknown.length > 0 && { unknown }),
  }
}

/** An empty property, `N:;;;;` too, has nothing to keep. */
function isBlank(property: ContentLine): boolean {
  return /^[;,\s]*$/.test(property.value)
}

function oneLine(property: ContentLine): string | undefined {
  return cleanLine(unescapeText(property.value))
}

/** The name and the units below it (RFC 6350, section 6.6.4). */
function organizationUnits(property: ContentLine): [string, string | undefined] | undefined {
  const units = splitValue(property.value, ';').map((unit) => cleanLine(unescapeText(unit)))
  const [organization, ...departments] = units.filter((unit) => unit !== undefined)
  return organization === undefined ? undefined : [organization, departments.join(', ') || undefined]
}

function categories(property: ContentLine): string[] | undefined {
  const tags = splitValue(property.value, ',').map((tag) => cleanLine(unescapeText(tag)))
  const named = tags.filter((tag) => tag !== undefined)
  return named.length > 0 ? named : undefined
}

/** A property that can be stored and written back: well formed, and on one line. */
function writable(text: string): string {
  return text.toWellFormed().replace(/(?!\t)\p{Cc}/gu, '')
}

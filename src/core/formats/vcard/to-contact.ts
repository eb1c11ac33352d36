import { cleanLine, cleanText } from '../clean-text.ts'
import type { Contact, Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import { emailAddress, phoneNumber, rank, webAddress } from './addresses.ts'
import { birthday } from './birthday.ts'
import type { ContentLine } from './content-line.ts'
import { fullName, hasMoreNames, structuredName } from './name.ts'
import { photo } from './photo.ts'
import { splitValue, unescapeText } from './value.ts'

/** Say something about the card and not about the person: whoever writes the card again writes them anew. */
const aboutTheCard = new Set(['VERSION', 'PRODID', 'REV', 'PROFILE'])

const largePhoto = 'the photo of this card is larger than 2 MB and is left out; the rest of the card is taken'

/**
 * The contact of one card's properties; absent where neither name nor address nor number tells who it is. Of what a
 * contact holds once (a title, an organisation) the first is taken. Everything else stands in `unknown`, and so does
 * what says more than a contact holds: an address with a label, a number with its kind, an N with a middle name.
 */
export function toContact(
  line: number,
  properties: ContentLine[],
): { contact: Contact | undefined; problems: Problem[] } {
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
  const formatted = first('FN', oneLine)
  const structured = first('N', structuredName)
  // 3.0 demands an N: whoever has only one name puts it there whole, which makes it nobody's family name.
  const isWhole = structured && Object.keys(structured).length === 1 && structured.familyName === formatted
  const names = isWhole ? undefined : structured
  const nickname = properties.find((property) => property.name === 'NICKNAME')
  const name =
    formatted ??
    (names && fullName(names)) ??
    (nickname && oneLine(nickname)) ??
    organization ??
    emails[0] ??
    phones[0]
  if (!name) return { contact: undefined, problems: [] }
  const role = first('TITLE', oneLine) ?? first('ROLE', oneLine)
  const born = first('BDAY', (property) => birthday(property.value))
  const uid = first('UID', oneLine)
  const picture = first('PHOTO', photo)
  const problems = picture === 'too-large' ? [problem(line, largePhoto, name)] : []
  const labelled = new Set(properties.flatMap((one) => (one.name === 'X-ABLABEL' ? (one.group ?? []) : [])))
  const unknown = properties
    .filter((one) => (taken.has(one) ? saysMore(one, labelled) : !isBlank(one)))
    .map((one) => writable(one.text))
  const contact: Contact = {
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
    ...(picture && picture !== 'too-large' && { photo: picture }),
    ...(unknown.length > 0 && { unknown }),
  }
  return { contact, problems }
}

/** Kinds that say nothing beyond the property itself. */
const plainKinds = new Set(['internet', 'pref', 'voice', 'text', ''])
const withKinds = new Set(['EMAIL', 'TEL', 'URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE'])

/** Whether a property that was taken says more than the contact holds of it. */
function saysMore(property: ContentLine, labelled: ReadonlySet<string>): boolean {
  if (property.name === 'N') return hasMoreNames(property)
  if (!withKinds.has(property.name) || isBlank(property)) return false
  const kinds = property.parameters.get('TYPE') ?? []
  if (kinds.some((kind) => !plainKinds.has(kind.toLowerCase()))) return true
  return property.group !== undefined && labelled.has(property.group)
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

import { cleanLine, cleanText } from '../clean-text.ts'
import type { Contact, Problem } from '../contact.ts'
import { problem } from '../problem.ts'
import { emailAddress, phoneNumber, rank, webAddress } from './addresses.ts'
import { birthday } from './birthday.ts'
import type { ContentLine } from './content-line.ts'
import { groupLabels, kindsOf, labelOf, withKinds } from './labels.ts'
import { fullName, hasMoreNames, structuredName } from './name.ts'
import { ownField } from './own-fields.ts'
import { photo } from './photo.ts'
import { postalAddress } from './postal-address.ts'
import { splitValue, unescapeText } from './value.ts'

/** Say something about the card and not about the person: whoever writes the card again writes them anew. */
const aboutTheCard = new Set(['VERSION', 'PRODID', 'REV', 'PROFILE'])

const largePhoto = 'the photo of this card is larger than 2 MB and is left out; the rest of the card is taken'

/**
 * The contact of one card's properties; absent where neither name nor address nor number tells who it is. Of what a
 * contact holds once (a title, an organisation) the first is taken. Everything else stands in `unknown`, and so does
 * what says more than a contact holds: an address with a parameter of its own, an N with a middle name.
 */
export function toContact(
  line: number,
  properties: ContentLine[],
): { contact: Contact | undefined; problems: Problem[] } {
  const taken = new Set<ContentLine>(properties.filter((property) => aboutTheCard.has(property.name)))
  /** What the properties with these names hold, best first. */
  const all = <T>(names: string[], read: (property: ContentLine) => T | undefined): Found<T>[] =>
    properties
      .filter((property) => names.includes(property.name))
      .sort((a, b) => rank(a) - rank(b))
      .flatMap((property) => {
        const value = read(property)
        if (value !== undefined || isBlank(property)) taken.add(property)
        return value === undefined ? [] : [{ property, value }]
      })
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
  const places = all(['ADR'], postalAddress)
  const tags = valuesOf(all(['CATEGORIES'], categories)).flat()
  const notes = valuesOf(all(['NOTE'], (property) => cleanText(unescapeText(property.value))))
  const customFields = properties.flatMap((property) => {
    const field = ownField(property)
    if (field) taken.add(property)
    return field ?? []
  })
  const [organization, department] = first('ORG', organizationUnits) ?? []
  const formatted = first('FN', oneLine)
  const structured = first('N', structuredName)
  // 3.0 demands an N: whoever has only one name puts it there whole, which makes it nobody's family name.
  const isOneName = structured && Object.keys(structured).length === 1 && structured.familyName === formatted
  const names = isOneName ? undefined : structured
  const nickname = first('NICKNAME', oneLine)
  const name =
    formatted ??
    (names && fullName(names)) ??
    nickname ??
    organization ??
    department ??
    emails[0]?.value ??
    phones[0]?.value
  if (!name) return { contact: undefined, problems: [] }
  const role = first('TITLE', oneLine) ?? first('ROLE', oneLine)
  const born = first('BDAY', (property) => birthday(property.value))
  const uid = first('UID', oneLine)
  const picture = first('PHOTO', photo)
  const problems = picture === 'too-large' ? [problem(line, largePhoto, name)] : []
  const calling = groupLabels(properties)
  const labels: Record<string, string> = {}
  for (const { property, value } of [...emails, ...phones, ...urls]) {
    const label = labelOf(property, calling)
    if (label && !Object.hasOwn(labels, value)) labels[value] = label
  }
  const addresses = unique(
    places.map(({ property, value }) => {
      const label = labelOf(property, calling)
      return label ? { label, ...value } : value
    }),
  )
  const called = new Map<ContentLine, string | undefined>([
    ...[...emails, ...phones, ...urls].map(({ property, value }) => [property, labels[value]] as const),
    ...places.map(({ property }) => [property, labelOf(property, calling)] as const),
  ])
  const groups = Map.groupBy(properties, ({ group }) => group)
  const isWhole = (property: ContentLine): boolean => {
    if (!taken.has(property)) return isBlank(property)
    if (property.name === 'N') return !hasMoreNames(property)
    if (isBlank(property) || !called.has(property)) return true
    const company = groups.get(property.group)!.filter((one) => property.group && one.name !== 'X-ABLABEL')
    return company.length < 2 && labelSaysAll(property, called.get(property), calling)
  }
  const unknown = properties
    .filter((one) =>
      one.name === 'X-ABLABEL' && one.group ? !isNamed(groups.get(one.group)!, isWhole) : !isWhole(one),
    )
    .map((one) => writable(one.text))
  const contact: Contact = {
    line,
    name,
    ...(names?.givenName && { givenName: names.givenName }),
    ...(names?.familyName && { familyName: names.familyName }),
    ...(names?.honorific && { honorific: names.honorific }),
    ...(nickname && { nickname }),
    ...(organization && { organization }),
    ...(department && { department }),
    ...(role && { role }),
    emails: [...new Set(valuesOf(emails))],
    phones: [...new Set(valuesOf(phones))],
    urls: [...new Set(valuesOf(urls))],
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(addresses.length > 0 && { addresses }),
    ...(customFields.length > 0 && { customFields: unique(customFields) }),
    tags: [...new Set(tags)],
    ...(notes.length > 0 && { notes: [...new Set(notes)].join('\n\n') }),
    ...(born && { birthday: born }),
    ...(uid && { uid }),
    ...(picture && picture !== 'too-large' && { photo: picture }),
    ...(unknown.length > 0 && { unknown }),
  }
  return { contact, problems }
}

/** A property and what it holds. */
interface Found<T> {
  property: ContentLine
  value: T
}

const valuesOf = <T>(found: readonly Found<T>[]): T[] => found.map(({ value }) => value)

const unique = <T extends object>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values(),
]

/** Parameters that say how a property is written, or what its place and label say. */
const saidElsewhere = new Set(['TYPE', 'PREF', 'VALUE', 'CHARSET', 'ENCODING'])
const profiles = new Set(['X-SOCIALPROFILE', 'SOCIALPROFILE'])

/** Whether an address is known whole by its text and its label. */
function labelSaysAll(
  property: ContentLine,
  label: string | undefined,
  calling: ReadonlyMap<string, string>,
): boolean {
  const kinds = kindsOf(property)
  if ([...property.parameters.keys()].some((key) => !saidElsewhere.has(key))) return false
  const told = label && kindsOf(withKinds(property, label))
  if (kinds && (kinds !== told || profiles.has(property.name))) return false
  return labelOf(property, calling) === label
}

/** Whether a group's label is told by the properties that it is for. */
const isNamed = (group: readonly ContentLine[], isWhole: (property: ContentLine) => boolean): boolean => {
  const named = group.filter(({ name }) => name !== 'X-ABLABEL')
  return named.length > 0 && named.every((one) => withLabel.has(one.name) && isWhole(one))
}
const withLabel = new Set(['EMAIL', 'TEL', 'URL', 'ADR', ...profiles])

/** An empty property, `N:;;;;` too, has nothing to keep. */
function isBlank(property: ContentLine): boolean {
  return /^[;,\s]*$/.test(property.value)
}

function oneLine(property: ContentLine): string | undefined {
  return cleanLine(unescapeText(property.value))
}

/** The name and the units below it (RFC 6350, section 6.6.4); either may be missing. */
function organizationUnits(property: ContentLine): [string | undefined, string | undefined] | undefined {
  const [name, ...units] = splitValue(property.value, ';').map((unit) => cleanLine(unescapeText(unit)))
  const departments = units.filter((unit) => unit !== undefined).join(', ') || undefined
  return name || departments ? [name, departments] : undefined
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

import type { PostalAddress } from '../../people/particulars.ts'
import type { Contact } from '../contact.ts'
import { toBase64 } from '../picture.ts'
import { escapeText, foldLine } from '../write-line.ts'
import { emailAddress, phoneNumber, rank, webAddress } from './addresses.ts'
import { birthday } from './birthday.ts'
import { type ContentLine, parseContentLine } from './content-line.ts'
import { groupLabels, labelOf, withKinds } from './labels.ts'
import { structuredName } from './name.ts'
import { fieldLine, ownField } from './own-fields.ts'
import { postalAddress, postalValue, samePlace } from './postal-address.ts'
import { type VCardVersion, writeProperty } from './write-property.ts'

/** What a contact says on a card: all but the line where it stood in a file. */
export type Card = Omit<Contact, 'line' | 'connectedOn'>

/**
 * Contacts as cards of vCard 3.0 (RFC 2426) or 4.0 (RFC 6350), in UTF-8, with CRLF. Kept properties are written back
 * in the words of that version; those that a contact holds, too, only while they still say the same. No text of a
 * contact can begin a property or a card of its own.
 */
export function writeVCard(contacts: readonly Card[], version: VCardVersion): string {
  return contacts.map((contact) => writeCard(contact, version)).join('')
}

function writeCard(contact: Card, version: VCardVersion): string {
  const kept = (contact.unknown ?? []).flatMap((text) => parseContentLine(0, text) ?? [])
  const used = new Set<ContentLine>()
  const several = severalOf(version, kept, used)
  const byText = (
    values: readonly string[],
    read: (property: ContentLine) => string | undefined,
  ): Labelled[] =>
    values.map((text) => ({
      value: escapeText(text),
      label: contact.labels?.[text],
      isOf: (property) => read(property) === text,
    }))
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    ...(contact.uid ? [`UID:${escapeText(contact.uid)}`] : []),
    `FN:${escapeText(contact.name)}`,
    ...nameLine(contact, version, kept, used),
    ...(contact.nickname ? [`NICKNAME:${escapeText(contact.nickname)}`] : []),
    ...(contact.organization || contact.department
      ? [
          `ORG:${[contact.organization ?? '', contact.department ?? ''].map(escapeText).join(';').replace(/;$/, '')}`,
        ]
      : []),
    ...(contact.role ? [`TITLE:${escapeText(contact.role)}`] : []),
    ...several('EMAIL', byText(contact.emails, emailAddress)),
    ...several('TEL', byText(contact.phones, phoneNumber)),
    ...several('URL', byText(contact.urls, webAddress)),
    ...several('ADR', (contact.addresses ?? []).map(asLabelled)),
    ...(contact.tags.length > 0 ? [`CATEGORIES:${contact.tags.map(escapeText).join(',')}`] : []),
    ...(contact.birthday ? [birthdayLine(contact.birthday, version)] : []),
    ...(contact.notes ? [`NOTE:${escapeText(contact.notes)}`] : []),
    ...(contact.customFields ?? []).map((field) => fieldLine(field, version)),
    ...(contact.photo ? [photoLine(contact.photo, version)] : []),
    ...kept
      .filter((property) => !used.has(property) && !isOurs(property, contact))
      .map((property) => writeProperty(property, version)),
    'END:VCARD',
  ]
  return lines.map(foldLine).join('')
}

/** The kept N with its middle names while it still says the same, else one of what is known. 3.0 demands an N. */
function nameLine(
  { name, givenName, familyName, honorific }: Card,
  version: VCardVersion,
  kept: readonly ContentLine[],
  used: Set<ContentLine>,
): string[] {
  const same = kept.find((property) => {
    if (property.name !== 'N') return false
    const said = structuredName(property)
    return said?.givenName === givenName && said?.familyName === familyName && said?.honorific === honorific
  })
  if (same) {
    used.add(same)
    return [writeProperty(same, version)]
  }
  const parts = [familyName, givenName, undefined, honorific, undefined]
  if (parts.some((part) => part !== undefined))
    return [`N:${parts.map((part) => escapeText(part ?? '')).join(';')}`]
  return version === '3.0' ? [`N:${escapeText(name)};;;;`] : []
}

/** An address as its property holds it, what it is called, and which kept properties are of it. */
interface Labelled {
  value: string
  label: string | undefined
  isOf(property: ContentLine): boolean
}

const asLabelled = (address: PostalAddress): Labelled => ({
  value: postalValue(address),
  label: address.label,
  isOf: (property) => {
    const said = postalAddress(property)
    return said !== undefined && samePlace(said, address)
  },
})

/** Writes a list of addresses in its order, each with what is kept of it, under the label that it has by now. */
function severalOf(version: VCardVersion, kept: readonly ContentLine[], used: Set<ContentLine>) {
  const labels = groupLabels(kept)
  const taken = new Set(kept.map(({ group }) => group?.toLowerCase()))
  let count = 0
  const freeGroup = (): string => {
    do count += 1
    while (taken.has(`item${count}`))
    return `item${count}`
  }
  return (name: string, addresses: readonly Labelled[]): string[] =>
    addresses.flatMap(({ value, label, isOf }, index) => {
      const same = kept.filter((property) => kindOf(property) === name && isOf(property))
      for (const property of same) used.add(property)
      const preference = addresses.length > 1 ? index + 1 : undefined
      // The same number as a fax, too, would be read as one, and come last.
      const [best] = same.toSorted((a, b) => rank(a) - rank(b))
      const property = best ?? { line: 0, text: '', name, parameters: new Map(), value }
      if (label === undefined || labelOf(property, labels) === label)
        return writeProperty(property, version, preference)
      for (const one of kept)
        if (one.name === 'X-ABLABEL' && one.group && one.group === best?.group) used.add(one)
      const labelled = withKinds(property, label)
      if (labelOf(labelled, labels) === label) return writeProperty(labelled, version, preference)
      const group = freeGroup()
      return [
        writeProperty({ ...labelled, group }, version, preference),
        `${group}.X-ABLABEL:${escapeText(label)}`,
      ]
    })
}

const kindOf = ({ name }: ContentLine): string =>
  name === 'X-SOCIALPROFILE' || name === 'SOCIALPROFILE' || name === 'X-LINKEDIN' ? 'URL' : name

const frames = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'REV', 'PROFILE', 'FN', 'N', 'UID', 'NOTE'])

/** Whether a kept property is about what the contact says itself, and no longer says the same. */
function isOurs(property: ContentLine, contact: Card): boolean {
  if (frames.has(property.name) || property.name === 'CATEGORIES') return true
  switch (kindOf(property)) {
    case 'EMAIL':
      return emailAddress(property) !== undefined
    case 'TEL':
      return phoneNumber(property) !== undefined
    case 'URL':
      return webAddress(property) !== undefined
    case 'ADR':
      return postalAddress(property) !== undefined
    case 'BDAY':
      return contact.birthday !== undefined && birthday(property.value) !== undefined
    default:
      return ownField(property) !== undefined
  }
}

/** 4.0 leaves out a year that is not known; in 3.0 that is written as Apple does. */
function birthdayLine(born: string, version: VCardVersion): string {
  if (version === '4.0')
    return `BDAY:${born.startsWith('--') ? `--${born.slice(2).replace('-', '')}` : born.replaceAll('-', '')}`
  return born.startsWith('--') ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${born.slice(2)}` : `BDAY:${born}`
}

function photoLine({ mediaType, bytes }: NonNullable<Card['photo']>, version: VCardVersion): string {
  const base64 = toBase64(bytes)
  if (version === '4.0') return `PHOTO:data:${mediaType};base64,${base64}`
  return `PHOTO;ENCODING=b;TYPE=${mediaType.slice('image/'.length).toUpperCase()}:${base64}`
}

import type { Contact, ContactFile } from '../formats/contact.ts'
import { fold } from '../kernel/fold.ts'
import { derivedId, type Id, isId } from '../kernel/ids.ts'
import { phoneKeysOf } from '../people/home-country.ts'
import { identityKeys, withKeys } from '../people/person.ts'
import type { PhoneReader } from '../people/phone.ts'

/** A contact of a file, with the marks by which it is known when it comes again. */
export interface MarkedContact {
  contact: Contact
  format: ContactFile['format']
  /** Which of the files of this import it stands in. */
  file: number
  /**
   * First the fingerprint, which follows from all that the contact says: the same row again changes nothing, whatever
   * became of the person. Then what follows from the file's own id for the contact, where it has one.
   */
  marks: Id[]
  /** The keys under which a person with these marks is found, in the same order. */
  markKeys: string[]
  /** The key of the entry that it was written from, where this program wrote the file. */
  entryKey: string | undefined
  /** Its numbers in their normal form, and how that was found. */
  phoneKeys: string[] | undefined
  readPhone: PhoneReader
  /** Its e-mail addresses, numbers and LinkedIn profiles in the form in which people are found. */
  addresses: string[]
  /** The name and the organisation as people are filed by them. */
  nameKey: string
  organizationKey: string | undefined
}

/** Marks the contacts of one file, one after another, with their texts in one form (NFC). */
export function marker(
  format: ContactFile['format'],
  file: number,
  readPhone: PhoneReader,
): (contact: Contact) => MarkedContact {
  const alike = new Map<Id, number>()
  const organizations = new Map<string, string>()
  const organizationKeyOf = (organization: string): string => {
    const known = organizations.get(organization) ?? fold(organization)
    organizations.set(organization, known)
    return known
  }
  return (original) => {
    const composed = normalised(original)
    const contact = withOwnFields(composed, format)
    const { emails, urls, uid, name, organization } = contact
    const phoneKeys = phoneKeysOf(contact.phones, readPhone)
    const addresses = identityKeys({ emails, urls, importedFrom: [], ...(phoneKeys && { phoneKeys }) })
    let fingerprint = fingerprintOf(format, composed)
    // Two rows that say the same and name no address may be two people: each gets a mark of its own.
    if (addresses.length === 0 && uid === undefined) {
      const before = alike.get(fingerprint) ?? 0
      alike.set(fingerprint, before + 1)
      if (before > 0) fingerprint = derivedId(fingerprint, String(before + 1))
    }
    const marks = uid === undefined ? [fingerprint] : [fingerprint, derivedId('uid', uid)]
    return {
      contact,
      format,
      file,
      marks,
      markKeys: identityKeys({ emails: [], urls: [], importedFrom: marks }),
      entryKey: entryKeyOf(uid),
      phoneKeys,
      readPhone,
      addresses,
      nameKey: withKeys({ name }).nameKey,
      organizationKey: organization === undefined ? undefined : organizationKeyOf(organization),
    }
  }
}

/** The key by which an entry is found by its own id, which is the id of its cards (`urn:uuid:`, RFC 9562). */
export const entryKey = (id: Id): string => `entry:${id}`

function entryKeyOf(uid: string | undefined): string | undefined {
  const id = /^urn:uuid:(.+)$/i.exec(uid ?? '')?.[1]?.toLowerCase()
  return id !== undefined && isId(id) ? entryKey(id) : undefined
}

/**
 * What a table says under a header of its own is a field of the user's own, to be read and changed like any other. A
 * card's properties stay as they stood, for the next card.
 */
function withOwnFields(contact: Contact, format: ContactFile['format']): Contact {
  const { unknown, ...rest } = contact
  if (!unknown || format === 'vcard') return contact
  const read = unknown.map((text) => /^([^:]+): (.+)$/s.exec(text))
  const fields = read.flatMap((found) => (found ? [{ name: found[1]!, value: found[2]! }] : []))
  const kept = unknown.filter((_, index) => !read[index])
  return {
    ...rest,
    ...(fields.length > 0 && { customFields: [...(contact.customFields ?? []), ...fields] }),
    ...(kept.length > 0 && { unknown: kept }),
  }
}

function fingerprintOf(format: string, contact: Contact): Id {
  const { name, givenName, familyName, honorific, organization, department, role } = contact
  const { notes, birthday, connectedOn, uid, emails, phones, urls, tags, unknown } = contact
  const { nickname, labels, addresses, customFields, photo } = contact
  const who = [name, givenName, familyName, honorific, nickname, organization, department, role]
  const rest = labels || addresses || customFields ? JSON.stringify([labels, addresses, customFields]) : ''
  const more = [notes, birthday, connectedOn, uid, rest, photo && sumOf(photo.bytes)]
  const lists = [emails, phones, urls, tags, unknown].map(inAnyOrder)
  // Absent parts are empty between their separators: no part of a contact ever is.
  return derivedId('contact', format, who.join('\u001f'), more.join('\u001f'), ...lists)
}

/** A number that tells one picture from another (FNV-1a). */
function sumOf(bytes: Uint8Array): string {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return `${bytes.length}-${sum >>> 0}`
}

const inAnyOrder = (list: readonly string[] = []): string =>
  list.length < 2 ? (list[0] ?? '') : list.toSorted().join('\u001e')

/** The contact with each text well formed and composed: systems differ in how they write an "é". */
function normalised(contact: Contact): Contact {
  let copy: Record<string, unknown> | undefined
  for (const name in contact) {
    const value = (contact as unknown as Record<string, unknown>)[name]
    const text = inOneForm(value)
    if (text === value) continue
    copy ??= { ...contact }
    copy[name] = text
  }
  return (copy as Contact | undefined) ?? contact
}

/** The value itself where all of its texts are in that form already. */
function inOneForm(value: unknown): unknown {
  if (typeof value === 'string') return plain(value)
  if (Array.isArray(value)) return value.every((one) => inOneForm(one) === one) ? value : value.map(inOneForm)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const entries = Object.entries(value)
  const made = entries.map(([key, one]) => [plain(key), inOneForm(one)] as const)
  const same = made.every(([key, one], i) => key === entries[i]![0] && one === entries[i]![1])
  return same ? value : Object.fromEntries(made)
}

/** Most texts are plain as they are. */
const isPlain = /^[\t\n\u0020-\u007e]*$/

const plain = (text: string): string =>
  isPlain.test(text) ? text : text.toWellFormed().replaceAll('\0', '').normalize('NFC')

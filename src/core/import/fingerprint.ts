import type { Contact, ContactFile } from '../formats/contact.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import { identityKeys, withKeys } from '../people/person.ts'

/** A contact of a file, with the marks by which it is known when it comes again. */
export interface MarkedContact {
  contact: Contact
  format: ContactFile['format']
  /** Which of the files of this import it stands in. */
  file: number
  /** Follows from all that the contact says: the same row again changes nothing, whatever became of the person. */
  fingerprint: Id
  /** Follows from the file's own id for the contact, where it has one. */
  uidMark?: Id
  /** Its e-mail addresses and LinkedIn profiles in the form in which people are found. */
  addresses: string[]
  /** The name and the organisation as people are filed by them. */
  nameKey: string
  organizationKey?: string
}

/** Marks the contacts of one file, one after another, with their texts in one form (NFC). */
export function marker(format: ContactFile['format'], file: number): (contact: Contact) => MarkedContact {
  const alike = new Map<Id, number>()
  return (original) => {
    const contact = normalised(original)
    const addresses = identityKeys({ ...contact, importedFrom: [] })
    const uidMark = contact.uid === undefined ? undefined : derivedId('uid', contact.uid)
    let fingerprint = fingerprintOf(format, contact)
    // Two rows that say the same and name no address may be two people: each gets a mark of its own.
    if (addresses.length === 0 && uidMark === undefined) {
      const before = alike.get(fingerprint) ?? 0
      alike.set(fingerprint, before + 1)
      if (before > 0) fingerprint = derivedId(fingerprint, String(before + 1))
    }
    const { nameKey, organizationKey } = withKeys(contact)
    return {
      ...{ contact, format, file, fingerprint, addresses, nameKey },
      ...(uidMark && { uidMark }),
      ...(organizationKey && { organizationKey }),
    }
  }
}

function fingerprintOf(format: string, contact: Contact): Id {
  const { name, givenName, familyName, honorific, organization, department, role } = contact
  const { notes, birthday, connectedOn, uid, emails, phones, urls, tags, unknown } = contact
  const texts = [name, givenName, familyName, honorific, organization, department, role]
  const more = [notes, birthday, connectedOn, uid].map((text) => text ?? '')
  const lists = [emails, phones, urls, tags, unknown ?? []].map(inAnyOrder)
  return derivedId('contact', format, ...texts.map((text) => text ?? ''), ...more, ...lists)
}

const inAnyOrder = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? '') : list.toSorted().join('\u001e')

/** The contact with each text well formed and composed: systems differ in how they write an "é". */
function normalised(contact: Contact): Contact {
  let copy: Record<string, unknown> | undefined
  for (const [name, value] of Object.entries(contact)) {
    const text = Array.isArray(value) ? plainList(value) : typeof value === 'string' ? plain(value) : value
    if (text === value) continue
    copy ??= { ...contact }
    copy[name] = text
  }
  return (copy as Contact | undefined) ?? contact
}

const plainList = (list: string[]): string[] =>
  list.every((text) => plain(text) === text) ? list : list.map(plain)

const plain = (text: string): string =>
  text.includes('\0') ? plain(text.replaceAll('\0', '')) : text.toWellFormed().normalize('NFC')

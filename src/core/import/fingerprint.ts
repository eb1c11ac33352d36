import type { Contact, ContactFile } from '../formats/contact.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import { identityKeys } from '../people/person.ts'

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
}

/** The contacts of a file with their texts in one form (NFC) and their marks. */
export function markContacts({ format, contacts }: ContactFile, file: number): MarkedContact[] {
  const alike = new Map<Id, number>()
  return contacts.map((original) => {
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
    return { contact, format, file, fingerprint, ...(uidMark && { uidMark }), addresses }
  })
}

function fingerprintOf(format: string, contact: Contact): Id {
  const { line: _, emails, phones, urls, tags, unknown = [], ...texts } = contact
  const lists = [emails, phones, urls, tags, unknown].map((list) => list.toSorted().join('\u001e'))
  const said = Object.entries(texts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}\u001e${text}`)
  return derivedId('contact', format, ...lists, ...said)
}

/** The contact with each text well formed and composed: systems differ in how they write an "é". */
function normalised(contact: Contact): Contact {
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(contact)) {
    if (typeof value === 'string') result[name] = plain(value)
    else if (Array.isArray(value)) result[name] = value.map(plain)
    else if (value !== undefined) result[name] = value
  }
  return result as unknown as Contact
}

const plain = (text: string): string => text.toWellFormed().replaceAll('\0', '').normalize('NFC')

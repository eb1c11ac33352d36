import type { Contact, ContactFile } from '../formats/contact.ts'
import { fold } from '../kernel/fold.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import { identityKeys, withKeys } from '../people/person.ts'

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
  /** Its e-mail addresses and LinkedIn profiles in the form in which people are found. */
  addresses: string[]
  /** The name and the organisation as people are filed by them. */
  nameKey: string
  organizationKey: string | undefined
}

/** Marks the contacts of one file, one after another, with their texts in one form (NFC). */
export function marker(format: ContactFile['format'], file: number): (contact: Contact) => MarkedContact {
  const alike = new Map<Id, number>()
  const organizations = new Map<string, string>()
  const organizationKeyOf = (organization: string): string => {
    const known = organizations.get(organization) ?? fold(organization)
    organizations.set(organization, known)
    return known
  }
  return (original) => {
    const contact = normalised(original)
    const { emails, urls, uid, name, organization } = contact
    const addresses = identityKeys({ emails, urls, importedFrom: [] })
    let fingerprint = fingerprintOf(format, contact)
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
      addresses,
      nameKey: withKeys({ name }).nameKey,
      organizationKey: organization === undefined ? undefined : organizationKeyOf(organization),
    }
  }
}

function fingerprintOf(format: string, contact: Contact): Id {
  const { name, givenName, familyName, honorific, organization, department, role } = contact
  const { notes, birthday, connectedOn, uid, emails, phones, urls, tags, unknown } = contact
  const who = [name, givenName, familyName, honorific, organization, department, role]
  const more = [notes, birthday, connectedOn, uid]
  const lists = [emails, phones, urls, tags, unknown].map(inAnyOrder)
  // Absent parts are empty between their separators: no part of a contact ever is.
  return derivedId('contact', format, who.join('\u001f'), more.join('\u001f'), ...lists)
}

const inAnyOrder = (list: readonly string[] = []): string =>
  list.length < 2 ? (list[0] ?? '') : list.toSorted().join('\u001e')

/** The contact with each text well formed and composed: systems differ in how they write an "é". */
function normalised(contact: Contact): Contact {
  let copy: Record<string, unknown> | undefined
  for (const name in contact) {
    const value = (contact as unknown as Record<string, unknown>)[name]
    const text = typeof value === 'string' ? plain(value) : Array.isArray(value) ? plainList(value) : value
    if (text === value) continue
    copy ??= { ...contact }
    copy[name] = text
  }
  return (copy as Contact | undefined) ?? contact
}

const plainList = (list: string[]): string[] =>
  list.every((text) => plain(text) === text) ? list : list.map(plain)

/** Most texts are plain as they are. */
const isPlain = /^[\t\n\u0020-\u007e]*$/

const plain = (text: string): string =>
  isPlain.test(text) ? text : text.toWellFormed().replaceAll('\0', '').normalize('NFC')

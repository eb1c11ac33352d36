import type { ContactFile } from '../formats/contact.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import { linkedInKey, type Person, withKeys } from '../people/person.ts'
import type { MarkedContact } from './fingerprint.ts'

/** How somebody from a file is known: the source (N1), and the closeness to begin with (O1). */
const beginnings: Readonly<Record<ContactFile['format'], { source: string; closeness: number }>> = {
  linkedin: { source: 'LinkedIn', closeness: 1 },
  google: { source: 'Google Contacts', closeness: 2 },
  outlook: { source: 'Outlook', closeness: 2 },
  csv: { source: 'Spreadsheet', closeness: 1 },
  vcard: { source: 'Address book', closeness: 2 },
  ics: { source: 'Calendar', closeness: 2 },
}

/** Whom the network does not have yet, as the file has them: listed, and asked nothing of. */
export function newPerson(marked: MarkedContact, id: Id, now: number): Fresh<Person> {
  const { contact, format, marks, nameKey, organizationKey } = marked
  const { name, givenName, familyName, honorific, organization, role, birthday, connectedOn } = contact
  return {
    ...{ id, name, nameKey, givenName, familyName, honorific, origin: 'direct-contact' },
    ...{ source: beginnings[format].source, closeness: beginnings[format].closeness },
    ...{ organization, organizationKey, role, birthday, connectedOn, notes: notesOf(marked) },
    emails: joined([], contact.emails, byCase),
    phones: joined([], contact.phones, byDigits),
    urls: joined([], contact.urls, byPage),
    tags: joined([], contact.tags, fold),
    fields: [],
    doNotContact: false,
    importedFrom: marks,
    unknown: contact.unknown ?? [],
    createdAt: now,
  }
}

/**
 * A person with what a file says besides: blanks are filled, lists joined, notes added below. The name stays; the
 * organisation and role stay, too, unless the file is from LinkedIn, where their owner keeps them.
 */
export function withContact(row: Fresh<Person>, marked: MarkedContact): Fresh<Person> {
  const { contact, format } = marked
  return withKeys({
    ...row,
    ...position(row, marked, format),
    givenName: row.givenName ?? contact.givenName,
    familyName: row.familyName ?? contact.familyName,
    honorific: row.honorific ?? contact.honorific,
    birthday: row.birthday ?? contact.birthday,
    connectedOn: row.connectedOn ?? contact.connectedOn,
    notes: joinedNotes(row.notes, notesOf(marked)),
    emails: joined(row.emails, contact.emails, byCase),
    phones: joined(row.phones, contact.phones, byDigits),
    urls: joined(row.urls, contact.urls, byPage),
    tags: joined(row.tags, contact.tags, fold),
    unknown: joined(row.unknown, contact.unknown ?? [], (text) => text),
    importedFrom: joined(row.importedFrom, marked.marks, (mark) => mark),
  })
}

/** Organisation and role belong together: a role is never put beside another employer's name. */
function position(
  row: Fresh<Person>,
  { contact }: MarkedContact,
  format: ContactFile['format'],
): Pick<Person, 'organization' | 'role'> {
  const { organization, role } = contact
  const same = (a?: string, b?: string) => !a || !b || fold(a) === fold(b)
  const sameEmployer = same(row.organization, organization)
  if (format === 'linkedin' && (organization || role)) {
    return sameEmployer
      ? { organization: organization ?? row.organization, role: role ?? row.role }
      : { organization, role }
  }
  const fits = sameEmployer && same(row.role, role)
  return {
    organization: row.organization ?? (fits ? organization : undefined),
    role: row.role ?? (fits ? role : undefined),
  }
}

/** A department has no place of its own in a person: it is kept where it is read and found. */
function notesOf({ contact: { notes, department } }: MarkedContact): string | undefined {
  const line = department && `Department: ${department}`
  return notes && line ? `${notes}\n\n${line}` : (notes ?? line)
}

function joinedNotes(mine: string | undefined, theirs: string | undefined): string | undefined {
  if (!mine || !theirs) return mine ?? theirs
  return mine.includes(theirs) ? mine : `${mine}\n\n${theirs}`
}

/** The first list with what only the second has, however it is written there. */
function joined(mine: readonly string[], theirs: readonly string[], key: (text: string) => string): string[] {
  if (mine.length === 0 && theirs.length < 2) return [...theirs]
  const keyOf = (text: string) => key(text) || text
  const known = new Set(mine.map(keyOf))
  const added = theirs.filter((text) => !known.has(keyOf(text)) && known.add(keyOf(text)))
  return [...mine, ...added]
}

const byCase = (text: string): string => text.trim().toLowerCase()
const byDigits = (text: string): string => (/\p{L}/u.test(text) ? text : text.replace(/[^\d+]/g, ''))
const byPage = (url: string): string => linkedInKey(url) ?? url.replace(/^https?:\/\/(www\.)?|\/$/gi, '')

import type { ContactFile } from '../formats/contact.ts'
import { keptProperty } from '../formats/vcard/write-property.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import { joinedLabels, joinedParticulars, type Labels } from '../people/particulars.ts'
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
  const { contact, format, marks, nameKey, organizationKey, phoneKeys } = marked
  const { name, givenName, familyName, honorific, nickname, organization, department, role } = contact
  const { birthday, connectedOn, notes, addresses, customFields } = contact
  const row: Fresh<Person> = {
    ...{ id, name, nameKey, givenName, familyName, honorific, nickname, origin: 'direct-contact' },
    ...{ source: beginnings[format].source, closeness: beginnings[format].closeness },
    ...{ organization, organizationKey, department, role, birthday, connectedOn, notes },
    emails: joined([], contact.emails, byCase),
    phones: joined([], contact.phones, byNumber(marked)),
    phoneKeys,
    urls: joined([], contact.urls, byPage),
    tags: joined([], contact.tags, fold),
    fields: [],
    doNotContact: false,
    importedFrom: marks,
    ...{ addresses, customFields },
    unknown: contact.unknown ?? [],
    createdAt: now,
  }
  return contact.labels ? { ...row, labels: labelsOf(row, marked) } : row
}

/**
 * A person with what a file says besides: blanks are filled, lists joined, notes added below. The name stays; the
 * organisation and role stay, too, unless the file is from LinkedIn, where their owner keeps them.
 */
export function withContact(row: Fresh<Person>, marked: MarkedContact): Fresh<Person> {
  const { contact, format, phoneKeys } = marked
  const held = position(row, marked, format)
  const made = withKeys({
    ...row,
    ...held,
    givenName: row.givenName ?? contact.givenName,
    familyName: row.familyName ?? contact.familyName,
    honorific: row.honorific ?? contact.honorific,
    nickname: row.nickname ?? contact.nickname,
    birthday: row.birthday ?? contact.birthday,
    connectedOn: row.connectedOn ?? contact.connectedOn,
    notes: joinedNotes(row.notes, notesOf(marked, held.department)),
    emails: joined(row.emails, contact.emails, byCase),
    phones: joined(row.phones, contact.phones, byNumber(marked)),
    phoneKeys: phoneKeys ? joined(row.phoneKeys ?? [], phoneKeys, itself) : row.phoneKeys,
    urls: joined(row.urls, contact.urls, byPage),
    tags: joined(row.tags, contact.tags, fold),
    addresses: joinedParticulars(row.addresses, contact.addresses),
    customFields: joinedParticulars(row.customFields, contact.customFields),
    unknown: joined(row.unknown, contact.unknown ?? [], asWritten(format)),
    importedFrom: joined(row.importedFrom, marked.marks, itself),
  })
  return contact.labels ? { ...made, labels: labelsOf(made, marked) } : made
}

/** Organisation, department and role belong together: none is ever put beside another employer's name. */
function position(
  row: Fresh<Person>,
  { contact }: MarkedContact,
  format: ContactFile['format'],
): Pick<Person, 'organization' | 'department' | 'role'> {
  const { organization, department, role } = contact
  const same = (a?: string, b?: string) => !a || !b || fold(a) === fold(b)
  const sameEmployer = same(row.organization, organization)
  if (format === 'linkedin' && (organization || role)) {
    return sameEmployer
      ? {
          organization: organization ?? row.organization,
          department: row.department,
          role: role ?? row.role,
        }
      : { organization, department, role }
  }
  const fits = sameEmployer && same(row.role, role)
  return {
    organization: row.organization ?? (fits ? organization : undefined),
    department: row.department ?? (sameEmployer ? department : undefined),
    role: row.role ?? (fits ? role : undefined),
  }
}

/** The labels, also of a text that the person has in another spelling. */
function labelsOf(row: Fresh<Person>, marked: MarkedContact): Labels | undefined {
  const spellings = new Map([
    ...row.emails.map((text) => [byCase(text), text] as const),
    ...row.phones.map((text) => [byNumber(marked)(text), text] as const),
    ...row.urls.map((text) => [byPage(text), text] as const),
  ])
  const theirs = Object.entries(marked.contact.labels ?? {}).flatMap(([text, label]) => {
    const kept =
      spellings.get(byCase(text)) ?? spellings.get(byNumber(marked)(text)) ?? spellings.get(byPage(text))
    return kept === undefined ? [] : [[kept, label] as const]
  })
  return theirs.length > 0 ? joinedLabels(row.labels, Object.fromEntries(theirs)) : row.labels
}

/** A department of another employer than the person's has no place of its own: it is kept where it is read and found. */
function notesOf(
  { contact: { notes, department } }: MarkedContact,
  held: string | undefined,
): string | undefined {
  const line =
    department && (!held || fold(department) !== fold(held)) ? `Department: ${department}` : undefined
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
const itself = (text: string): string => text
const asWritten = (format: ContactFile['format']) => (format === 'vcard' ? keptProperty : itself)
const byNumber =
  ({ readPhone }: MarkedContact) =>
  (text: string): string =>
    readPhone(text) ?? (/\p{L}/u.test(text) ? text : text.replace(/[^\d+]/g, ''))
const byPage = (url: string): string => linkedInKey(url) ?? url.replace(/^https?:\/\/(www\.)?|\/$/gi, '')

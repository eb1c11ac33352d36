import type { ContactFile } from '../formats/contact.ts'
import { sameRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { person } from '../people/person.ts'
import { type Directory, type Entry, importKey, loadDirectory } from './directory.ts'
import { type MarkedContact, markContacts } from './fingerprint.ts'
import { type Duplicate, nothingYet, type Tally } from './result.ts'
import { inSlices } from './slices.ts'
import { newPerson, withContact } from './take-over.ts'
import { nameKeyOf, whoIsIt } from './who-is-it.ts'

/**
 * Takes the contacts of files into the network: whoever is known is brought up to date, the others are added, and
 * whoever may be known under another address is told. All reads are in bulk, before the first row is written.
 */
export async function importContacts(
  tx: Tx,
  files: readonly ContactFile[],
): Promise<{ tally: Tally; duplicates: Duplicate[] }> {
  const contacts = files.flatMap(markContacts)
  const people = await loadDirectory(tx, contacts, nameKeyOf)
  claimSeen(contacts, people)
  const duplicates: Duplicate[] = []
  await inSlices(tx, 'matched', contacts, (part) => {
    for (const contact of part) {
      const duplicate = take(tx, contact, people)
      if (duplicate) duplicates.push(duplicate)
    }
  })
  return { tally: await save(tx, [...people.entries()]), duplicates }
}

/** Whoever came from a row of a file stands in that file, so no other row of it is them by name alone. */
function claimSeen(contacts: readonly MarkedContact[], people: Directory): void {
  for (const { fingerprint, file } of contacts) {
    for (const entry of people.withKey(importKey(fingerprint))) entry.files.add(file)
  }
}

/** Decides who the contact is and notes it in the directory; answers what the user should look at. */
function take(tx: Tx, contact: MarkedContact, people: Directory): Duplicate | undefined {
  const verdict = whoIsIt(contact, people)
  const told = ({ entry, reason }: { entry: Entry; reason: string }): Duplicate => ({
    name: contact.contact.name,
    existingId: entry.row.id,
    reason,
  })
  switch (verdict.kind) {
    case 'undecided':
      return told(verdict)
    case 'new': {
      const entry = people.add(newPerson(contact, tx.newId(), tx.now))
      entry.files.add(contact.file)
      return verdict.near && told(verdict.near)
    }
    case 'same':
      people.change(verdict.entry, withContact(verdict.entry.row, contact))
      break
    case 'seen':
  }
  verdict.entry.matched = true
  verdict.entry.files.add(contact.file)
  return undefined
}

async function save(tx: Tx, entries: readonly Entry[]): Promise<Tally> {
  const tally = nothingYet()
  for (const { row, stored, matched } of entries) {
    if (!stored) tally.added += 1
    else if (!matched) continue
    else if (sameRow(person, { ...stored, importedFrom: [] } as never, { ...row, importedFrom: [] } as never))
      tally.unchanged += 1
    else tally.updated += 1
    if (row !== stored) await tx.put(person, row)
  }
  return tally
}

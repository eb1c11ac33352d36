import type { ContactFile } from '../formats/contact.ts'
import { type Fresh, sameRow } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import type { Directory, Entry } from './directory.ts'
import { type MarkedContact, marker } from './fingerprint.ts'
import { loadDirectory } from './load-directory.ts'
import { type Duplicate, nothingYet, type Tally } from './result.ts'
import { inSlices } from './slices.ts'
import { newPerson, withContact } from './take-over.ts'
import { whoIsIt } from './who-is-it.ts'

/**
 * Takes the contacts of files into the network: whoever is known is brought up to date, the others are added, and
 * whoever may be known under another address is told. All reads are in bulk, before the first row is written.
 */
export async function importContacts(
  tx: Tx,
  files: readonly ContactFile[],
): Promise<{ tally: Tally; duplicates: Duplicate[] }> {
  const { people, duplicates } = await match(tx, await markFiles(tx, files))
  return { tally: await save(tx, people), duplicates }
}

async function match(
  tx: Tx,
  files: readonly (readonly MarkedContact[])[],
): Promise<{ people: readonly Entry[]; duplicates: Duplicate[] }> {
  const people = await loadDirectory(tx, files.flat())
  claimSeen(files.flat(), people)
  const duplicates: Duplicate[] = []
  for (const [index, contacts] of files.entries()) {
    await inSlices(tx, 'matched', contacts, (part) => {
      for (const contact of part) {
        const duplicate = take(tx, contact, people)
        if (duplicate) duplicates.push(duplicate)
      }
    })
    if (index < files.length - 1) people.closeFile()
  }
  return { people: people.entries(), duplicates }
}

async function markFiles(tx: Tx, files: readonly ContactFile[]): Promise<MarkedContact[][]> {
  const marked: MarkedContact[][] = []
  for (const [index, { format, contacts }] of files.entries()) {
    const mark = marker(format, index)
    const list: MarkedContact[] = []
    await inSlices(tx, 'read', contacts, (part) => {
      for (const contact of part) list.push(mark(contact))
    })
    marked.push(list)
  }
  return marked
}

/** Whoever came from a row of a file stands in that file, so no other row of it is them by name alone. */
function claimSeen(contacts: readonly MarkedContact[], people: Directory): void {
  for (const {
    markKeys: [fingerprint],
    file,
  } of contacts) {
    for (const entry of people.withKey(fingerprint!)) standsIn(entry, file)
  }
}

function standsIn({ files }: Entry, file: number): void {
  if (!files.includes(file)) files.push(file)
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
      const row = newPerson(contact, tx.newId(), tx.now)
      const { file, addresses, markKeys } = contact
      people.add({ row, stored: undefined, matched: false, files: [file], addresses }, markKeys)
      return verdict.near && told(verdict.near)
    }
    case 'same':
      verdict.entry.row = withContact(verdict.entry.row, contact)
      people.file(verdict.entry, contact.addresses, contact.markKeys)
      break
    case 'seen':
  }
  verdict.entry.matched = true
  standsIn(verdict.entry, contact.file)
  return undefined
}

async function save(tx: Tx, entries: readonly Entry[]): Promise<Tally> {
  const tally = nothingYet()
  await inSlices(tx, 'prepared', entries, async (part) => {
    for (const { row, stored, matched } of part) {
      if (!stored) tally.added += 1
      else if (matched) tally[saysTheSame(stored, row) ? 'unchanged' : 'updated'] += 1
      if (row !== stored) await tx.put(person, row)
    }
  })
  return tally
}

/** Where a row came from is a note of ours, and no news of the person. */
function saysTheSame(a: Fresh<Person>, b: Fresh<Person>): boolean {
  if (a === b) return true
  const plain = (row: Fresh<Person>): Person => ({ ...row, importedFrom: [], revision: 0, updatedAt: 0 })
  return sameRow(person, plain(a), plain(b))
}

import type { ContactFile, Photo } from '../formats/contact.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../kernel/tx.ts'
import { attachment } from '../people/attachment.ts'
import { readerOf } from '../people/home-country.ts'
import { person } from '../people/person.ts'
import { photoAttachment } from '../people/photos.ts'
import { asDecided, type Decisions, decisionsByContact } from './decisions.ts'
import type { Directory, Entry } from './directory.ts'
import { type MarkedContact, marker } from './fingerprint.ts'
import { loadDirectory } from './load-directory.ts'
import { changedFacts, emptyPreview, show } from './preview.ts'
import { type Duplicate, nothingYet, type Preview, previewed, type Tally } from './result.ts'
import { inSlices } from './slices.ts'
import { newPerson, withContact } from './take-over.ts'
import { type Near, whoIsIt } from './who-is-it.ts'

/** A file of contacts, with its name for messages. */
export interface NamedContacts {
  name: string
  content: ContactFile
}

interface MarkedFile {
  name: string
  contacts: MarkedContact[]
}

interface Outcome {
  tally: Tally
  duplicates: Duplicate[]
  preview: Preview
}

/**
 * Takes the contacts of files into the network: whoever is known is brought up to date, the others are added, and
 * whoever may be known under another address is told. All reads are in bulk, before the first row is written.
 */
export async function importContacts(
  tx: Tx,
  files: readonly NamedContacts[],
  decisions: Decisions,
): Promise<Outcome> {
  const marked = await markFiles(tx, files)
  const preview = emptyPreview()
  const { people, duplicates } = await match(tx, marked, decisions, preview)
  return { tally: await save(tx, people, preview), duplicates, preview }
}

async function match(
  tx: Tx,
  files: readonly MarkedFile[],
  decisions: Decisions,
  preview: Preview,
): Promise<{ people: readonly Entry[]; duplicates: Duplicate[] }> {
  const decided = decisionsByContact(decisions, files)
  const all = files.flatMap(({ contacts }) => contacts)
  const chosen = decisions.rows.flatMap(({ personId }) => personId ?? [])
  const people = await loadDirectory(tx, all, chosen)
  claimSeen(all, people)
  const duplicates: Duplicate[] = []
  for (const [index, { name: file, contacts }] of files.entries()) {
    await inSlices(tx, 'matched', contacts, (part) => {
      for (const contact of part) {
        const verdict = asDecided(
          whoIsIt(contact, people),
          people,
          decided.get(contact),
          decisions.duplicates,
        )
        const { line, name } = contact.contact
        const told = (near: Near | undefined, what: Duplicate['what']) => {
          if (near) duplicates.push({ file, line, name, ...toldOf(near, what) })
        }
        if (verdict.kind === 'skipped') {
          told(verdict.near, 'skip')
          if (preview.skip.length < previewed) preview.skip.push({ file, line, name })
        } else if (verdict.kind === 'new') {
          told(verdict.near, 'new')
          addNew(tx, contact, people)
        } else {
          if (verdict.kind === 'same') takeOver(verdict.entry, contact, people)
          verdict.entry.matched = true
          standsIn(verdict.entry, contact.file)
        }
      }
    })
    if (index < files.length - 1) people.closeFile()
  }
  return { people: people.entries(), duplicates }
}

const outcomes = { skip: 'left out, nothing is changed', new: 'kept as two people' } as const

const toldOf = ({ entry: { row }, reason, confidence }: Near, what: Duplicate['what']) => ({
  existingId: row.id,
  existingName: row.name,
  reason: `${reason}: ${outcomes[what]}`,
  confidence,
  what,
})

async function markFiles(tx: Tx, files: readonly NamedContacts[]): Promise<MarkedFile[]> {
  const marked: MarkedFile[] = []
  for (const [index, { name, content }] of files.entries()) {
    const { format, contacts } = content
    const readPhone = await readerOf(
      tx,
      contacts.flatMap(({ phones }) => phones),
    )
    const mark = marker(format, index, readPhone)
    const list: MarkedContact[] = []
    await inSlices(tx, 'read', contacts, (part) => {
      for (const contact of part) list.push(mark(contact))
    })
    marked.push({ name, contacts: list })
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

function addNew(tx: Tx, contact: MarkedContact, people: Directory): void {
  const row = newPerson(contact, tx.newId(), tx.now)
  const { file, addresses, markKeys } = contact
  const photo = contact.contact.photo
  const entry = { row, stored: undefined, matched: false, files: [file], addresses, ...(photo && { photo }) }
  people.add(entry, markKeys)
}

function takeOver(entry: Entry, contact: MarkedContact, people: Directory): void {
  entry.row = withContact(entry.row, contact)
  entry.photo ??= contact.contact.photo
  people.file(entry, contact.addresses, contact.markKeys)
}

async function save(tx: Tx, entries: readonly Entry[], preview: Preview): Promise<Tally> {
  const tally = nothingYet()
  await inSlices(tx, 'prepared', entries, async (part) => {
    const pictured = await withPhoto(tx, part)
    for (const { row, stored, matched, photo } of part) {
      const picture = pictured.has(row.id) ? undefined : photo
      const changes = stored ? [...changedFacts(stored, row), ...photoChange(picture)] : []
      if (!stored) tally.added += 1
      else if (matched) tally[changes.length === 0 ? 'unchanged' : 'updated'] += 1
      if (matched || !stored) show(preview, stored && changes, row)
      if (row !== stored) await tx.put(person, row)
      if (picture) await tx.put(attachment, { id: tx.newId(), ...photoAttachment(row.id, picture, tx.now) })
    }
  })
  return tally
}

/** Those on record of whom there is a photo already: theirs stays. */
async function withPhoto(tx: Tx, entries: readonly Entry[]): Promise<ReadonlySet<Id>> {
  const personId = entries.flatMap(({ row, stored, photo }) => (stored && photo ? [row.id] : []))
  return new Set((await tx.find(attachment, 'byPerson', { personId })).map((photo) => photo.personId))
}

const photoChange = (photo: Photo | undefined) =>
  photo ? [{ field: 'photo', to: `${photo.mediaType}, ${Math.ceil(photo.bytes.length / 1024)} kB` }] : []

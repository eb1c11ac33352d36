import { writeCsv } from '../formats/csv/write-csv.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { partsOfName } from './name-parts.ts'

/** The header of Google Contacts since 2023, up to the first address of each kind. */
const columns: readonly (readonly [title: string, value: (row: Person) => string | undefined])[] = [
  ['First Name', (row) => names(row).given],
  ['Middle Name', () => undefined],
  ['Last Name', (row) => names(row).family],
  ['Phonetic First Name', () => undefined],
  ['Phonetic Middle Name', () => undefined],
  ['Phonetic Last Name', () => undefined],
  ['Name Prefix', (row) => prefix(row)],
  ['Name Suffix', () => undefined],
  ['Nickname', () => undefined],
  ['File As', () => undefined],
  ['Organization Name', (row) => row.organization],
  ['Organization Title', (row) => row.role],
  ['Organization Department', () => undefined],
  ['Birthday', (row) => row.birthday],
  ['Notes', (row) => row.notes],
  ['Photo', () => undefined],
  ['Labels', (row) => several([...row.tags, '* myContacts'])],
  ['E-mail 1 - Label', (row) => label(row.emails)],
  ['E-mail 1 - Value', (row) => several(row.emails)],
  ['Phone 1 - Label', (row) => label(row.phones)],
  ['Phone 1 - Value', (row) => several(row.phones.map(plainNumber))],
  ['Website 1 - Label', (row) => label(row.urls)],
  ['Website 1 - Value', (row) => several(row.urls)],
]

/** Everybody by name, as Google Contacts takes them in; several values of one cell are joined by ` ::: `. */
export async function exportGoogle(tx: ReadTx): Promise<string> {
  const people = await tx.find(person, 'byName', {})
  return writeCsv(
    columns.map(([title]) => title),
    people.map((row) => columns.map(([, value]) => value(row))),
  )
}

const several = (values: readonly string[]): string => values.join(' ::: ')
const label = (values: readonly string[]): string => (values.length > 0 ? 'Other' : '')

/** A number that a spreadsheet cannot take for a sum, which would get an apostrophe that Google does not know. */
const plainNumber = (phone: string): string =>
  /^\+[\d\s()./-]+$/.test(phone) ? phone.replace(/[\s()./-]+/g, ' ').trim() : phone

/** The honorific has a column of its own where the name begins with it. */
const prefix = ({ honorific, name }: Person): string | undefined =>
  honorific && name.startsWith(`${honorific} `) ? honorific : undefined

function names(row: Person): { given: string; family: string } {
  const before = prefix(row)
  return partsOfName(before ? { ...row, name: row.name.slice(before.length + 1) } : row)
}

import { writeCsv } from '../formats/csv/write-csv.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { partsOfName } from './name-parts.ts'
import {
  addressColumns,
  birthdayCell,
  fieldColumns,
  numbered,
  type PersonColumn,
} from './numbered-columns.ts'

/** The header of Google Contacts since 2023, up to what somebody may have several of; labels join by ` ::: `. */
const columns: readonly PersonColumn[] = [
  ['First Name', (row) => names(row).given],
  ['Middle Name', () => undefined],
  ['Last Name', (row) => names(row).family],
  ['Phonetic First Name', () => undefined],
  ['Phonetic Middle Name', () => undefined],
  ['Phonetic Last Name', () => undefined],
  ['Name Prefix', (row) => prefix(row)],
  ['Name Suffix', () => undefined],
  ['Nickname', (row) => row.nickname],
  ['File As', () => undefined],
  ['Organization Name', (row) => row.organization],
  ['Organization Title', (row) => row.role],
  ['Organization Department', (row) => row.department],
  ['Birthday', birthdayCell],
  ['Notes', (row) => row.notes],
  ['Photo', () => undefined],
  ['Labels', (row) => several([...row.tags, '* myContacts'])],
]

/** Those of which somebody may have several, each with its label. */
const listed: readonly (readonly [title: string, values: (row: Person) => readonly string[]])[] = [
  ['E-mail', (row) => row.emails],
  ['Phone', (row) => row.phones],
  ['Website', (row) => row.urls],
]

/** Everybody by name, as Google Contacts takes them in. */
export async function exportGoogle(tx: ReadTx): Promise<string> {
  const people = await tx.find(person, 'byName', {})
  const all = [
    ...columns,
    ...listed.flatMap(([title, values]) => labelledColumns(people, title, values)),
    ...addressColumns(people),
    ...fieldColumns(people),
  ]
  return writeCsv(
    all.map(([title]) => title),
    people.map((row) => all.map(([, value]) => value(row))),
  )
}

const labelledColumns = (
  people: readonly Person[],
  title: string,
  values: (row: Person) => readonly string[],
): PersonColumn[] =>
  numbered(
    people,
    (row) => values(row).length,
    (number, index) => [
      [
        `${title} ${number} - Label`,
        (row) => {
          const value = values(row)[index]
          return value === undefined ? undefined : (row.labels?.[value] ?? 'Other')
        },
      ],
      [
        `${title} ${number} - Value`,
        (row) => {
          const value = values(row)[index]
          return value !== undefined && title === 'Phone' ? plainNumber(value) : value
        },
      ],
    ],
    1,
  )

const several = (values: readonly string[]): string => values.join(' ::: ')

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

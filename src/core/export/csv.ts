import { writeCsv } from '../formats/csv/write-csv.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { addressColumns, birthdayCell, fieldColumns } from './numbered-columns.ts'

type Cell = string | number | undefined

/** The columns of the file, in their order; `nameOf` knows the people by their ids. */
const columns: readonly (readonly [title: string, value: (row: Person, nameOf: NameOf) => Cell])[] = [
  ['Name', (row) => row.name],
  ['Given name', (row) => row.givenName],
  ['Family name', (row) => row.familyName],
  ['Nickname', (row) => row.nickname],
  ['Title', (row) => row.honorific],
  ['Origin', (row) => row.origin],
  ['Source', (row) => row.source],
  ['Referred by', (row, nameOf) => row.referredById && nameOf(row.referredById)],
  ['Organization', (row) => row.organization],
  ['Department', (row) => row.department],
  ['Role', (row) => row.role],
  ['E-mails', (row) => several(row.emails)],
  ['Phones', (row) => several(row.phones)],
  ['Web addresses', (row) => several(row.urls)],
  ['Called', (row) => several(Object.entries(row.labels ?? {}).map(([text, label]) => `${text} (${label})`))],
  ['Closeness', (row) => row.closeness],
  ['Fields', (row) => several(row.fields)],
  ['Tags', (row) => several(row.tags)],
  ['Birthday', birthdayCell],
  ['Notes', (row) => row.notes],
  ['Created', (row) => new Date(row.createdAt).toISOString()],
  ['Updated', (row) => new Date(row.updatedAt).toISOString()],
  ['Acquaint id', (row) => row.id],
]

type NameOf = (id: string) => string | undefined

const several = (values: readonly string[]): string => values.join(' ; ')

/** Everybody as a table for a spreadsheet, by name; several values of one cell are joined by ` ; `. The id knows them again. */
export async function exportPeopleCsv(tx: ReadTx): Promise<string> {
  const people = await tx.find(person, 'byName', {})
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf: NameOf = (id) => names.get(id)
  const all = [...columns, ...addressColumns(people), ...fieldColumns(people)]
  return writeCsv(
    all.map(([title]) => title),
    people.map((row) => all.map(([, value]) => value(row, nameOf))),
  )
}

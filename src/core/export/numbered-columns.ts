import { addressLine } from '../people/particulars.ts'
import type { Person } from '../people/person.ts'

/** A column of a table: its title, and what it says of somebody. */
export type PersonColumn = readonly [title: string, value: (row: Person) => string | undefined]

/** The columns of each of several things, as many as whoever has most of them needs, but at least so many. */
export function numbered(
  people: readonly Person[],
  countOf: (row: Person) => number,
  columns: (number: number, index: number) => readonly PersonColumn[],
  atLeast = 0,
): PersonColumn[] {
  const most = people.reduce((count, row) => Math.max(count, countOf(row)), atLeast)
  return Array.from({ length: most }, (_, index) => columns(index + 1, index)).flat()
}

/** The postal addresses in the columns that Google Contacts has for them. */
export const addressColumns = (people: readonly Person[]): PersonColumn[] =>
  numbered(
    people,
    ({ addresses }) => addresses?.length ?? 0,
    (number, index) => {
      const column = (
        title: string,
        value: (address: NonNullable<Person['addresses']>[number]) => string | undefined,
      ) =>
        [
          `Address ${number} - ${title}`,
          ({ addresses }: Person) => {
            const address = addresses?.[index]
            return address && value(address)
          },
        ] as const
      return [
        column('Label', ({ label }) => label),
        column('Formatted', addressLine),
        column('Street', ({ street }) => street),
        column('City', ({ city }) => city),
        column('Region', ({ region }) => region),
        column('Postal Code', ({ postalCode }) => postalCode),
        column('Country', ({ country }) => country),
      ]
    },
  )

/** What people have under names of the user's own. */
export const fieldColumns = (people: readonly Person[]): PersonColumn[] =>
  numbered(
    people,
    ({ customFields }) => customFields?.length ?? 0,
    (number, index) => [
      [`Custom Field ${number} - Label`, ({ customFields }) => customFields?.[index]?.name],
      [`Custom Field ${number} - Value`, ({ customFields }) => customFields?.[index]?.value],
    ],
  )

/** A birthday as Google writes it: without a year it follows a space, so that no spreadsheet takes it for a sum. */
export const birthdayCell = ({ birthday }: Person): string | undefined =>
  birthday?.startsWith('-') ? ` ${birthday}` : birthday

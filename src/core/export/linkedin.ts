import { writeCsv } from '../formats/csv/write-csv.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { linkedInKey, person } from '../people/person.ts'
import { partsOfName } from './name-parts.ts'

const header = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']

/** Everybody by name, as LinkedIn's Connections.csv has them: one address each, of the pages the LinkedIn profile. */
export async function exportLinkedIn(tx: ReadTx): Promise<string> {
  const people = await tx.find(person, 'byName', {})
  const rows = people.map((row) => {
    const { given, family } = partsOfName(row)
    const page = row.urls.find((url) => linkedInKey(url) !== undefined)
    const since = row.connectedOn && dayAsThere(row.connectedOn)
    return [given, family, page, row.emails[0], row.organization, row.role, since]
  })
  return writeCsv(header, rows)
}

const month = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })

/** `2026-03-02` as LinkedIn writes it: `02 Mar 2026`. */
function dayAsThere(date: string): string {
  return `${date.slice(8, 10)} ${month.format(Date.parse(date))} ${date.slice(0, 4)}`
}

import { invented } from './people.ts'
import { seeded } from './random.ts'

const head = `Notes:
"When exporting your connection data, some addresses are missing: only those who allow it show theirs."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
`
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A `Connections.csv` with so many people, in the shape that LinkedIn's export has. */
export function linkedInFile(people: number, seed = 2): string {
  const random = seeded(seed)
  const rows = Array.from({ length: people }, (_, i) => {
    const { givenName, familyName, urls, emails, organization, role } = invented(i, random)
    const day = `${String(1 + random.below(28)).padStart(2, '0')} ${random.pick(months)} ${2015 + random.below(11)}`
    return [givenName, familyName, urls[0]!, emails[0] ?? '', organization, role, day].map(cell).join(',')
  })
  return `${head}${rows.join('\n')}\n`
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

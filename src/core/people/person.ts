import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'

/** How the user came to know of somebody (N1). */
export type Origin = 'personal-referral' | 'direct-contact'

/** Somebody in the network. What follows from history (standing, last touch, steps) is not here: see `method/standing.ts`. */
export interface Person extends BaseRow {
  name: string
  /** The folded name: for order, and to find somebody by name. */
  nameKey: string
  givenName?: string
  familyName?: string
  honorific?: string
  origin: Origin
  /** Which organisation, event or site (N1). */
  source?: string
  referredById?: string
  organization?: string
  organizationKey?: string
  role?: string
  emails: string[]
  phones: string[]
  urls: string[]
  /** 1 a stranger, 5 somebody close (O1). */
  closeness: number
  fields: string[]
  tags: string[]
  notes?: string
  birthday?: string
  /** IANA name, where it is known: appointments are said in both zones (X2). */
  timeZone?: string
  /** Since when the two are connected, where an import told. */
  connectedOn?: string
  /** The user wants to meet them. */
  chosenAt?: number
  /** The user's own word on the cadence; without it, it begins with the first conversation (F4). */
  keepInTouch?: 'yes' | 'no'
  /** Overrides the policy's cadence for this person. */
  cadenceDays?: number
  /** No steps before this date. */
  pausedUntil?: string
  doNotContact: boolean
  /** Fingerprints of the rows and cards this person was imported from: the same row again changes nothing. */
  importedFrom: string[]
  /** Properties of a card that were not understood, to be written back. */
  unknown: string[]
  createdAt: number
}

export const person = table<Person>()({
  name: 'person',
  columns: {
    name: 'text',
    nameKey: 'text',
    givenName: 'text',
    familyName: 'text',
    honorific: 'text',
    origin: 'text',
    source: 'text',
    referredById: 'id',
    organization: 'text',
    organizationKey: 'text',
    role: 'text',
    emails: 'json',
    phones: 'json',
    urls: 'json',
    closeness: 'integer',
    fields: 'json',
    tags: 'json',
    notes: 'text',
    birthday: 'text',
    timeZone: 'text',
    connectedOn: 'date',
    chosenAt: 'instant',
    keepInTouch: 'text',
    cadenceDays: 'integer',
    pausedUntil: 'date',
    doNotContact: 'boolean',
    importedFrom: 'json',
    unknown: 'json',
    createdAt: 'instant',
  },
  indexes: {
    byName: ['nameKey'],
    byOrganization: ['organizationKey'],
    byCloseness: ['closeness'],
    byReferrer: ['referredById'],
  },
  references: { referredById: 'person' },
  person: 'id',
  keys: personKeys,
  search: (row) => [
    row.name,
    row.organization ?? '',
    row.role ?? '',
    row.notes ?? '',
    ...row.tags,
    ...row.fields,
    ...row.emails,
  ],
})

/** What identifies somebody (e-mail, LinkedIn address, imported row), and what they are filed under (field, tag). */
function personKeys(row: Pick<Person, 'emails' | 'urls' | 'fields' | 'tags' | 'importedFrom'>): string[] {
  return [
    ...new Set([
      ...identityKeys(row),
      ...row.fields.map(fieldKey),
      ...row.tags.map((tag) => `tag:${fold(tag)}`),
    ]),
  ]
}

/** The keys that only one person can have: the same e-mail address, LinkedIn profile or imported row. */
export function identityKeys(row: Pick<Person, 'emails' | 'urls' | 'importedFrom'>): string[] {
  return [
    ...row.emails.map((email) => `email:${email.trim().toLowerCase()}`),
    ...row.urls.flatMap((url) => linkedInKey(url) ?? []),
    ...row.importedFrom.map((mark) => `import:${mark}`),
  ]
}

export const fieldKey = (field: string): string => `field:${fold(field)}`

/** `linkedin:slug` for the address of a LinkedIn profile, however it is written. */
export function linkedInKey(url: string): string | undefined {
  const slug = /linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i.exec(url)?.[1]
  if (!slug) return undefined
  try {
    return `linkedin:${decodeURIComponent(slug).toLowerCase()}`
  } catch {
    return `linkedin:${slug.toLowerCase()}`
  }
}

/** The columns that follow from others. Every command that writes a person passes through here. */
export function withKeys<Row extends { name: string; organization?: string }>(
  row: Row,
): Row & { nameKey: string; organizationKey?: string } {
  const { organizationKey: _, ...rest } = row as Row & { organizationKey?: string }
  const keyed = { ...rest, nameKey: fold(row.name) || row.name.toLowerCase() }
  return (row.organization ? { ...keyed, organizationKey: fold(row.organization) } : keyed) as never
}

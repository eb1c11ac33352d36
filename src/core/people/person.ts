import { fold } from '../kernel/fold.ts'
import { type BaseRow, table } from '../kernel/table.ts'
import { addressLine, type CustomField, type Labels, type PostalAddress } from './particulars.ts'

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
  nickname?: string
  origin: Origin
  /** Which organisation, event or site (N1). */
  source?: string
  referredById?: string
  organization?: string
  organizationKey?: string
  /** Of the organisation. */
  department?: string
  role?: string
  emails: string[]
  phones: string[]
  /** The numbers among the phones in their normal form (see `phone.ts`): what they are found by. */
  phoneKeys?: string[]
  urls: string[]
  /** What some of the addresses and numbers above are called. */
  labels?: Labels
  /** Postal addresses. */
  addresses?: PostalAddress[]
  customFields?: CustomField[]
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
    nickname: 'text',
    origin: 'text',
    source: 'text',
    referredById: 'id',
    organization: 'text',
    organizationKey: 'text',
    department: 'text',
    role: 'text',
    emails: 'json',
    phones: 'json',
    phoneKeys: 'json',
    urls: 'json',
    labels: 'json',
    addresses: 'json',
    customFields: 'json',
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
    row.nickname ?? '',
    row.department ?? '',
    ...(row.addresses ?? []).map(addressLine),
    ...(row.customFields ?? []).map(({ value }) => value),
    ...row.tags,
    ...row.fields,
    ...row.emails,
    ...(row.phoneKeys ?? []),
  ],
})

type Identified = Pick<Person, 'emails' | 'phoneKeys' | 'urls' | 'importedFrom'>

/** What identifies somebody (e-mail, telephone, LinkedIn address, imported row), and what they are filed under (field, tag). */
function personKeys(row: Identified & Pick<Person, 'fields' | 'tags'>): string[] {
  return [
    ...new Set([
      ...identityKeys(row),
      ...row.fields.map(fieldKey),
      ...row.tags.map((tag) => `tag:${fold(tag)}`),
    ]),
  ]
}

/** The keys by which somebody is known again: an e-mail address, a number, a LinkedIn profile or an imported row. */
export function identityKeys(row: Identified): string[] {
  return [
    ...row.emails.map(emailKey),
    ...(row.phoneKeys ?? []).map((number) => `phone:${number}`),
    ...row.urls.flatMap((url) => linkedInKey(url) ?? []),
    ...row.importedFrom.map((mark) => `import:${mark}`),
  ]
}

export const fieldKey = (field: string): string => `field:${fold(field)}`

/**
 * `email:` and the mailbox behind an address: case aside, without what follows a plus sign (RFC 5233 calls it the
 * detail), and at Gmail without the dots, which mean nothing there.
 */
function emailKey(address: string): string {
  const lower = address.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  if (at < 1) return `email:${lower}`
  const local = lower.slice(0, at)
  const mailbox = local.replace(/(?<=.)\+.*/, '')
  const domain = lower.slice(at + 1)
  return gmail.has(domain) ? `email:${mailbox.replaceAll('.', '')}@gmail.com` : `email:${mailbox}@${domain}`
}

const gmail: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])

/** `linkedin:slug` for the address of a LinkedIn profile, however it is written. */
export function linkedInKey(url: string): string | undefined {
  const [, slug, numbers] = profileAddress.exec(url) ?? []
  if (!slug) return undefined
  // The public addresses of old had the numbers behind the name: /pub/jonas-smith/1/2a/3b4 is /in/jonas-smith-3b42a1.
  const tail = numbers ? `-${numbers.split('/').reverse().join('')}` : ''
  try {
    return `linkedin:${decodeURIComponent(slug + tail).toLowerCase()}`
  } catch {
    return `linkedin:${(slug + tail).toLowerCase()}`
  }
}

const profileAddress =
  /linkedin\.com\/(?:(?:mwlite|comm|m)\/)?(?:in|pub)\/([^/?#\s]+)(?:\/([\da-f]{1,3}\/[\da-f]{1,3}\/[\da-f]{1,3})(?![^/?#\s]))?/i

/** The columns that follow from others. Every command that writes a person passes through here. */
export function withKeys<Row extends { name: string; organization?: string }>(
  row: Row,
): Row & { nameKey: string; organizationKey?: string } {
  const { organizationKey: _, ...rest } = row as Row & { organizationKey?: string }
  const keyed = { ...rest, nameKey: fold(row.name) || row.name.toLowerCase() }
  return (row.organization ? { ...keyed, organizationKey: fold(row.organization) } : keyed) as never
}

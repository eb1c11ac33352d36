import { closenessWords } from './people.svelte.ts'

/** What the facts of a person are called. */
export const factWords: Readonly<Record<string, string>> = {
  name: 'Name',
  honorific: 'Title',
  givenName: 'Given name',
  familyName: 'Family name',
  nickname: 'Nickname',
  origin: 'Origin',
  source: 'Where from',
  referredById: 'Referred by',
  organization: 'Organisation',
  department: 'Department',
  role: 'Role',
  emails: 'E-mail',
  phones: 'Telephone',
  urls: 'Web',
  labels: 'Labels',
  addresses: 'Addresses',
  customFields: 'Fields of your own',
  closeness: 'Closeness',
  fields: 'Fields',
  tags: 'Tags',
  notes: 'Notes',
  birthday: 'Birthday',
  timeZone: 'Time zone',
  connectedOn: 'Connected on',
  chosenAt: 'To meet since',
  keepInTouch: 'Keep in touch',
  cadenceDays: 'Days between touches',
  pausedUntil: 'Paused until',
  doNotContact: 'Do not contact',
  unknown: 'Kept as it came',
  photo: 'Photo',
}

const originWords: Readonly<Record<string, string>> = {
  'personal-referral': 'Referred to you',
  'direct-contact': 'Found by yourself',
}

/** A fact as it is read: lists with commas, addresses and fields of one's own by their parts. */
export function factInWords(fact: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (fact === 'closeness') return closenessWords[value as number] ?? String(value)
  if (fact === 'origin') return originWords[value as string] ?? String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number' && fact.endsWith('At')) return new Date(value).toLocaleDateString()
  if (Array.isArray(value)) return value.map((one) => factInWords('', one)).join(', ')
  if (typeof value === 'object') return Object.values(value).join(' ')
  return String(value)
}

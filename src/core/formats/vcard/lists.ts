import { cleanLine } from '../clean-text.ts'
import type { Contact, Problem } from '../contact.ts'
import { isEmailAddress } from '../email-address.ts'
import { problem } from '../problem.ts'
import { emailAddress } from './addresses.ts'
import type { ContentLine } from './content-line.ts'
import type { UnfoldedLine } from './unfold.ts'
import { unescapeText } from './value.ts'

/** A list of contacts that an address book keeps: its name becomes a tag of those on it. */
export interface PeopleList {
  line: number
  name: string | undefined
  members: Member[]
}

/** Somebody on a list: by the id of their card, or by their address. */
interface Member {
  uid?: string
  email?: string
  name?: string
}

const empty = 'this list of contacts has nobody on it'
const nameless = 'this list of contacts has no name to tag its people with'

/**
 * The list that a card is, if it is one: KIND:group with MEMBERs (RFC 6350, sections 6.1.4 and 6.6.5), the same in
 * Apple's words for 3.0, Evolution's lists, whose addresses are their members, and a VLIST with its CARDs.
 */
export function listOf(begin: UnfoldedLine, properties: readonly ContentLine[]): PeopleList | undefined {
  const isVList = /VLIST/i.test(begin.text)
  const isEvolutionList = properties.some(
    ({ name, value }) => name === 'X-EVOLUTION-LIST' && /^\s*true\s*$/i.test(value),
  )
  if (!isVList && !isEvolutionList && !properties.some(saysGroup)) return undefined
  const named = properties.find(({ name, value }) => name === 'FN' && value.trim() !== '')
  const name = named ?? properties.find((one) => one.name === 'N')
  return {
    line: begin.line,
    name: name && cleanLine(unescapeText(name.value).replace(/;+$/, '').replaceAll(';', ' ')),
    members: properties.flatMap((property) => memberOf(property, isEvolutionList) ?? []),
  }
}

/** Tags whoever is on a list, adds whoever is known by an address alone, and tells of those who are not in the file. */
export function tagMembers(lists: readonly PeopleList[], contacts: Contact[]): Problem[] {
  if (lists.length === 0) return []
  const known = new Map<string, Contact>()
  for (const contact of contacts) {
    if (contact.uid) known.set(bareUid(contact.uid), contact)
    for (const email of contact.emails) if (!known.has(byEmail(email))) known.set(byEmail(email), contact)
  }
  return lists.flatMap(({ line, name, members }) => {
    if (!name) return [problem(line, nameless, '')]
    if (members.length === 0) return [problem(line, empty, name)]
    let missing = 0
    for (const member of members) {
      const contact = find(member, known) ?? byAddressAlone(line, member)
      if (!contact) missing++
      else {
        if (!contact.tags.includes(name)) contact.tags.push(name)
        if (!find(member, known)) {
          known.set(byEmail(contact.emails[0]!), contact)
          contacts.push(contact)
        }
      }
    }
    return missing > 0 ? [problem(line, missingReason(missing), name)] : []
  })
}

const missingReason = (count: number): string =>
  `${count === 1 ? 'one contact' : `${count} contacts`} on this list ${count === 1 ? 'has' : 'have'} no card in this file; the others got its name as a tag`

const find = ({ uid, email }: Member, known: ReadonlyMap<string, Contact>): Contact | undefined =>
  (uid === undefined ? undefined : known.get(bareUid(uid))) ??
  (email === undefined ? undefined : known.get(byEmail(email)))

function byAddressAlone(line: number, { email, name }: Member): Contact | undefined {
  if (!email) return undefined
  return { line, name: name ?? email, emails: [email], phones: [], urls: [], tags: [] }
}

const bareUid = (uid: string): string =>
  `uid:${uid
    .trim()
    .replace(/^urn:uuid:/i, '')
    .toLowerCase()}`
const byEmail = (email: string): string => `email:${email.toLowerCase()}`

function saysGroup({ name, value }: ContentLine): boolean {
  return /^(?:KIND|X-ADDRESSBOOKSERVER-KIND)$/.test(name) && value.trim().toLowerCase() === 'group'
}

function memberOf(property: ContentLine, isEvolutionList: boolean): Member | undefined {
  const { name, parameters } = property
  if (name === 'EMAIL' && isEvolutionList) {
    const email = emailAddress(property)
    return email === undefined ? undefined : { email }
  }
  if (!/^(?:MEMBER|X-ADDRESSBOOKSERVER-MEMBER|CARD)$/.test(name)) return undefined
  const reference = cleanLine(unescapeText(property.value)) ?? ''
  const address = cleanLine(reference.replace(/^mailto:/i, '')) ?? ''
  const email = cleanLine(parameters.get('EMAIL')?.[0]) ?? address
  const fullName = cleanLine(parameters.get('FN')?.[0])
  return {
    uid: name === 'CARD' ? reference.replace(/\.vcf$/i, '') : reference,
    ...(isEmailAddress(email) && { email }),
    ...(fullName && { name: fullName }),
  }
}

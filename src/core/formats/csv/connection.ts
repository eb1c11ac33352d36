import { cleanLine } from '../clean-text.ts'
import type { Contact } from '../contact.ts'
import { isEmailAddress } from '../email-address.ts'
import { connectionDate, type DateOrder } from './connection-date.ts'
import type { Column, Header } from './linkedin-header.ts'

/** What a row of a Connections.csv says, by column; what is empty is absent. */
export type Connection = { [column in Column]?: string }

const noName = 'no name: LinkedIn keeps only the date of a member who left'
const nobody = 'no name and no e-mail address: nothing tells who this is'

export function connectionOf(cells: string[], header: Header): Connection {
  const connection: Connection = {}
  for (const [column, index] of header.columns) {
    const value = cleanLine(cells[index])
    if (value) connection[column] = value
  }
  return connection
}

/**
 * The contact of a row, and why the row, or a part of it, is not taken. A blank row is no contact, and nothing to
 * tell either.
 */
export function toContact(
  line: number,
  connection: Connection,
  order: DateOrder,
): { contact?: Contact; reasons: string[] } {
  const { firstName, lastName, company, position } = connection
  const email = connection.email && isEmailAddress(connection.email) ? connection.email : undefined
  const connectedOn = connection.connectedOn && connectionDate(connection.connectedOn, order)
  const name = firstName && lastName ? `${firstName} ${lastName}` : (firstName ?? lastName ?? email)
  if (!name) return { reasons: whyNobody(connection) }

  const contact: Contact = {
    line,
    name,
    emails: email ? [email] : [],
    phones: [],
    urls: connection.url ? [connection.url] : [],
    tags: [],
  }
  // Members write their titles into their surname, "Hale, PhD": they belong to the name, not to the family.
  const familyName = lastName?.split(',', 1)[0]?.trim()
  if (firstName) contact.givenName = firstName
  if (familyName) contact.familyName = familyName
  if (company) contact.organization = company
  if (position) contact.role = position
  if (connectedOn) contact.connectedOn = connectedOn

  const reasons: string[] = []
  if (connection.email && !email) reasons.push(withoutPart(connection.email, 'e-mail address'))
  if (connection.connectedOn && !connectedOn) reasons.push(withoutPart(connection.connectedOn, 'date'))
  return { contact, reasons }
}

function whyNobody(connection: Connection): string[] {
  const columns = Object.keys(connection)
  if (columns.length === 0) return []
  return columns.length === 1 && connection.connectedOn ? [noName] : [nobody]
}

function withoutPart(text: string, what: string): string {
  return `"${text}" is no ${what}; the person is taken without it`
}

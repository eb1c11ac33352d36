import { isId } from '../../kernel/ids.ts'
import type { Contact } from '../contact.ts'
import type { Column } from './columns.ts'
import { readCell } from './read-cell.ts'
import { RowValues } from './row-values.ts'

/** What is the same for each row of a table. */
export interface RowReader {
  columns: readonly Column[]
  /** Which cells hold a date as `YYYY-MM-DD` or `--MM-DD`. */
  dateOf(text: string, column: Column): string | undefined
  /** Names in one column stand as "Family, Given". */
  familyFirst: boolean
  /** Why a row that is only a date is nobody. */
  noName: string
}

const nobody = 'no name and no e-mail address: nothing tells who this is'
const organizationOnly = (name: string) =>
  `"${name}" is an organization and no person: add whom you know there, and they are taken`

/**
 * The contact of a row, and why the row, or a part of it, is not taken. A blank row is no contact, and nothing to
 * tell either. What has no place of its own in a contact stands in `unknown` as "column: value".
 */
export function rowContact(
  line: number,
  cells: readonly string[],
  reader: RowReader,
): { contact?: Contact; reasons: string[] } {
  const row = new RowValues()
  const reasons: string[] = []
  for (const column of reader.columns) {
    const text = cells[column.index]
    if (!text) continue
    const reason = readCell(row, { column, text, cells, columns: reader.columns, dateOf: reader.dateOf })
    if (reason) reasons.push(reason)
  }
  const named = nameOf(row, reader)
  const name = named.name ?? row.first('nickname') ?? row.first('alias') ?? row.emails[0]
  if (!name) return { reasons: whyNobody(row, reader) }
  const organization = row.once('organization')
  const department = row.once('department')
  const role = row.once('role')
  const honorific = row.once('honorific')
  const nickname = row.once('nickname')
  const addresses = row.addresses()
  const birthday = row.first('birthday') ?? birthdayOfParts(row)
  const connectedOn = row.first('connectedOn')
  if (row.first('alias') && row.first('alias') !== name) row.keepAlias(name)
  for (const field of ofOneValue) row.once(field)
  const contact: Contact = {
    line,
    name,
    // Copies take the room that they need, where a list that grew keeps room for more.
    emails: row.emails.slice(),
    phones: row.phones.slice(),
    urls: row.urls.slice(),
    tags: row.tags.slice(),
  }
  if (named.givenName) contact.givenName = named.givenName
  if (named.familyName) contact.familyName = named.familyName
  if (honorific) contact.honorific = honorific
  const uid = row.once('uid')
  if (uid) contact.uid = isId(uid) ? `urn:uuid:${uid}` : uid
  if (nickname) contact.nickname = nickname
  if (Object.keys(row.labels).length > 0) contact.labels = row.labels
  if (addresses.length > 0) contact.addresses = addresses
  if (organization) contact.organization = organization
  if (department) contact.department = department
  if (role) contact.role = role
  if (row.notes.length > 0) contact.notes = row.notes.join('\n\n')
  if (birthday) contact.birthday = birthday
  if (connectedOn) contact.connectedOn = connectedOn
  if (row.unknown.length > 0) contact.unknown = row.unknown
  return { contact, reasons }
}

/** Of each there is one in a contact: a second column's value is kept under its own name. */
const ofOneValue = [
  'name',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'birthday',
  'connectedOn',
] as const

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u

/** The name as one would write it, and its parts. */
function nameOf(
  row: RowValues,
  reader: RowReader,
): { name?: string; givenName?: string; familyName?: string } {
  const given = row.first('givenName')
  const middle = row.first('middleName')
  const last = row.first('familyName')
  // Members of LinkedIn write their titles into their surname, "Hale, PhD": they belong to the name, not to the family.
  const familyName = last?.split(',', 1)[0]?.trim() || last
  const whole = row.first('name')
  const split = whole && reader.familyFirst && !given && !last ? /^([^,]+), ?([^,]+)$/.exec(whole) : undefined
  if (split) return { name: `${split[2]} ${split[1]}`, givenName: split[2]!, familyName: split[1]! }
  const composed =
    given && last && eastAsian.test(given) && eastAsian.test(last) && !middle
      ? `${last}${/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(given + last) ? ' ' : ''}${given}`
      : [given, middle, last, row.first('suffix')].filter(Boolean).join(' ')
  const reversed = whole && given && last && whole.includes(',')
  const name = (reversed ? undefined : whole) ?? (given || last || middle ? composed : undefined)
  return { ...(name && { name }), ...(given && { givenName: given }), ...(familyName && { familyName }) }
}

function birthdayOfParts(row: RowValues): string | undefined {
  const [year, month, day] = (['birthYear', 'birthMonth', 'birthDay'] as const).map((field) =>
    row.first(field),
  )
  if (!month || !day || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const end = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year && /^\d{4}$/.test(year) ? `${year}-${end}` : `--${end}`
}

function whyNobody(row: RowValues, reader: RowReader): string[] {
  if (row.isBlank) return []
  if (row.only('connectedOn')) return [reader.noName]
  const organization = row.first('organization')
  return [organization && !row.has('connectedOn') ? organizationOnly(organization) : nobody]
}

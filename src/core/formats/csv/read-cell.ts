import { cleanLine, cleanText } from '../clean-text.ts'
import { isEmailAddress } from '../email-address.ts'
import type { Column } from './columns.ts'
import { addEach, type RowValues } from './row-values.ts'
import { isNoDate } from './table-date.ts'

/** A cell of a row, with what stands around it. */
export interface Cell {
  column: Column
  text: string
  /** The whole row, where the label of this cell is. */
  cells: readonly string[]
  columns: readonly Column[]
  /** The date of a cell as `YYYY-MM-DD` or `--MM-DD`. */
  dateOf(text: string, column: Column): string | undefined
}

/** Files what a cell says; answers why a part of it is not taken as what it should be. Nothing of it is lost. */
export function readCell(row: RowValues, cell: Cell): string | undefined {
  const { field, header } = cell.column
  if (field === 'notes') {
    const note = cleanText(cell.text)
    if (note) row.notes.push(note)
    return undefined
  }
  const value = cleanLine(cell.text)
  if (!value) return undefined
  switch (field) {
    case 'email':
      return readEmails(row, cell, value)
    case 'birthday':
    case 'connectedOn':
      return readDate(row, cell, value)
    case 'phone':
      row.add(row.phones, parts(cell.text, /:::|;|\n/), labelOf(cell))
      break
    case 'url':
      row.add(row.urls, parts(cell.text, / ::: |\n/), labelOf(cell))
      break
    case 'address':
    case 'street':
    case 'city':
    case 'region':
    case 'postalCode':
    case 'country': {
      const text = field === 'address' || field === 'street' ? (cleanText(cell.text) ?? value) : value
      row.putPlace(cell.column.place ?? '', labelOf(cell), field, header, text)
      break
    }
    case 'tags':
      addEach(row.tags, tagsOf(cell.text))
      break
    case 'label':
      if (!usualLabel.test(value) && !isReadWithItsValue(cell)) row.keep(header, value)
      break
    case 'other':
      if (!saysNothing(header, value)) row.keep(nameWithLabel(cell), value)
      break
    case 'skip':
      break
    default:
      row.put(field, header, value)
  }
  return undefined
}

function readEmails(row: RowValues, cell: Cell, value: string): string | undefined {
  const addresses = value
    .split(/ ::: |[;,\s]+/)
    .flatMap((part) => /^<?(?:mailto:)?([^<>]+@[^<>]+?)>?$/i.exec(part)?.[1] ?? [])
    .filter(isEmailAddress)
  row.add(row.emails, addresses, labelOf(cell))
  if (addresses.length > 0) return undefined
  const { header } = cell.column
  row.keep(header, value)
  // Outlook writes an address of its own server as a path.
  return /^\/o=/i.test(value) ? undefined : withoutPart(value, 'e-mail address')
}

function readDate(row: RowValues, { column, dateOf }: Cell, value: string): string | undefined {
  if (isNoDate(value)) return undefined
  const date = dateOf(value, column)
  if (date) {
    row.put(column.field, column.header, date)
    return undefined
  }
  row.keep(column.header, value)
  return withoutPart(value, 'date')
}

const withoutPart = (text: string, what: string): string =>
  `"${text}" is no ${what}; the person is taken without it`

const parts = (text: string, separator: RegExp): string[] =>
  text.split(separator).flatMap((part) => cleanLine(part) ?? [])

/** Groups of an address book as tags; "* myContacts" is where Google keeps everybody. */
function tagsOf(text: string): string[] {
  const separator = text.includes(':::') ? ':::' : text.includes(';') ? ';' : ','
  return text
    .split(separator)
    .flatMap((part) => cleanLine(part)?.replace(/^\* ?/, '') || [])
    .filter((tag) => !/^my ?contacts$/i.test(tag))
}

/** Outlook fills some columns for everybody: no date, and a contact that is not private. */
const saysNothing = (header: string, value: string): boolean =>
  (isNoDate(value) && !/^\d+$/.test(value)) || (filledByOutlook.test(header) && asFilled.test(value))

const filledByOutlook =
  /^(?:priority|sensitivity|private|gender|priorität|vertraulichkeit|privat|geschlecht|priorité|critère de diffusion|privé|sexe)$/i
const asFilled = /^(?:normale?|false|unspecified|falsch|keine angabe|nicht angegeben|faux|non spécifié)$/i

/** "Custom Field 1 - Value" is called by its label, "Relation 1 - Value" by both. */
function nameWithLabel({ column: { header, labelIndex }, cells }: Cell): string {
  const label = labelIndex === undefined ? undefined : plainLabel(cells[labelIndex])
  if (!label) return header
  const base = header.replace(/ \d+ - .*$/, '')
  return /custom|benutzerdefiniert|personnalis|personaliz/i.test(base) ? label : `${base} (${label})`
}

/** What this cell is called: by the label beside it, else by its header. Usual labels are the same in each address book. */
function labelOf({ column: { label, labelIndex }, cells }: Cell): string | undefined {
  const beside = labelIndex === undefined ? undefined : plainLabel(cells[labelIndex])
  if (!beside) return label
  if (saysNoKind.test(beside)) return undefined
  return usualLabel.test(beside) ? beside.toLowerCase() : beside
}

const plainLabel = (text: string | undefined): string | undefined => cleanLine(text)?.replace(/^\* ?/, '')

const saysNoKind = /^(?:other|smtp|ex|internet|autre)$/i

/** Whether the value of this label is there, and has a place for it. */
const isReadWithItsValue = ({ column, columns, cells }: Cell): boolean =>
  columns.some(
    ({ labelIndex, field, index }) =>
      labelIndex === column.index && (field === 'other' || (takesLabel.has(field) && cells[index]?.trim())),
  )

const takesLabel = new Set([
  'email',
  'phone',
  'url',
  'address',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
])

/** Labels that every address book has say nothing that would be missed. */
const usualLabel = new RegExp(
  `^(?:\\* ?)?(?:${[
    'home|work|mobile|other|main|smtp|ex|internet|profile|home ?page|iphone|cell|personal',
    'privat|arbeit|geschäftlich|mobil|domicile|bureau|travail|portable|autre|casa|trabajo|lavoro|trabalho|thuis|werk',
  ].join('|')})?\\*?$`,
  'i',
)

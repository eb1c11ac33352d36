import { fold } from '../../kernel/fold.ts'
import { isEmailAddress } from '../email-address.ts'
import { FormatError } from '../format-error.ts'
import { labelOfHeader, partOfAddress } from './address-columns.ts'
import { fieldOfHeader, knownWord } from './header-words.ts'
import { type DateOrder, tableDate } from './table-date.ts'
import { fieldWords, type TableField } from './table-field.ts'

/** What the user said, or what is remembered: this column holds that field. */
export interface ColumnChoice {
  column: string
  field: TableField
}

/** A column of a table and what is read from it. */
export interface Column {
  index: number
  /** The header as it stands, or "column 3" where it has none. */
  header: string
  field: TableField
  /** By what the field was decided. */
  by: 'header' | 'values' | 'choice'
  /** Where the label of this cell stands, for columns of the kind "Phone 1 - Label", "Phone 1 - Value". */
  labelIndex?: number
  /** What its header calls the addresses, numbers or pages in it. */
  label?: string | undefined
  /** Which of several postal addresses a part is of. */
  place?: string | undefined
}

/** How many rows are looked at to see what a column holds. */
export const sampleSize = 100

/**
 * What each column of a table holds: by the user's choice, else by its header, else by the look of its values, else
 * `other`. Throws `UNKNOWN_COLUMN` where a choice names a column that the table does not have.
 */
export function proposeColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  choices: readonly ColumnChoice[] = [],
): Column[] {
  const columns = headers.map((text, index): Column => {
    const header = text.trim() || `column ${index + 1}`
    const values = valuesOf(sample, index)
    return { index, header, ...proposed(header, values) }
  })
  for (const { column, field } of choices) {
    const named = columns.filter(({ header }) => fold(header) === fold(column) || header === column)
    if (named.length === 0) {
      const there = columns.map(({ header }) => `"${header}"`).join(', ')
      throw new FormatError('UNKNOWN_COLUMN', `There is no column "${column}". The columns are ${there}.`)
    }
    for (const one of named) Object.assign(one, { field, by: 'choice' })
  }
  settle(columns, sample)
  for (const column of columns) {
    const part = partOfAddress(column.header)
    if (part) column.place = part.place
    if (withLabel.has(column.field)) column.label = labelOfHeader(column.header)
  }
  return columns
}

const withLabel = new Set<TableField>([
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

const tableFields = Object.keys(fieldWords) as TableField[]

/** The field that a user means by a word, in any spelling: `givenName`, "given name", "Vorname". */
export function fieldNamed(word: string): TableField | undefined {
  const folded = fold(word)
  const own = tableFields.find((field) => fold(field) === folded || fold(fieldWords[field]) === folded)
  return own ?? knownWord(word) ?? (folded === 'surname' ? 'familyName' : undefined)
}

function proposed(header: string, values: string[]): Pick<Column, 'field' | 'by'> {
  const field = fieldOfHeader(header)
  // A header may promise what its column does not hold: "Email sent" with yes and no.
  const kept = field === 'email' && values.length > 2 && !values.some((value) => value.includes('@'))
  if (field !== 'other' && !kept) return { field, by: 'header' }
  const look = lookOf(values)
  return look ? { field: look, by: 'values' } : { field: 'other', by: 'header' }
}

/** What nearly all values of a column look like, where the look alone is proof enough. */
function lookOf(values: string[]): TableField | undefined {
  if (values.length === 0) return undefined
  const all = (test: (value: string) => boolean) => values.filter(test).length >= values.length * 0.8
  if (all((value) => value.split(' ::: ').every(isEmailAddress))) return 'email'
  if (all((value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value) || /linkedin\.com\/in\//i.test(value)))
    return 'url'
  return undefined
}

const phoneLook = (value: string): boolean =>
  /^[+(]?[\d\s()./-]{7,}(?:(?:x|ext\.?) ?\d+)?$/i.test(value) &&
  value.replace(/\D/g, '').length >= 7 &&
  /[\s()+./-]|^0/.test(value) &&
  !tableDate(value, 'day first')

const formOfAddress =
  /^(?:mrs?|ms|mx|miss|dr|prof|sir|dame|lord|lady|rev|fr|hon|herrn?|frau|m|mm|mme|mlle|sra?|srta|dott|sig|sig\.?ra|dhr|mevr|mw|ing|dipl)\.?(?:[ -](?:dr|prof|ing|med|rer|nat)\.?)*$/i

/** What a column means beside the others. */
function settle(columns: Column[], sample: readonly (readonly string[])[]): void {
  const has = (field: TableField) => columns.some((column) => column.field === field)
  const change = (column: Column | undefined, field: TableField, by: Column['by'] = 'header') => {
    if (column && column.by !== 'choice') Object.assign(column, { field, by })
  }
  // "Nom" and "Name" are the family's beside a given name; "Nombre" and "Nome" are the given one beside the family's.
  const names = columns.filter(({ field }) => field === 'name')
  if (has('givenName') && !has('familyName')) {
    change(
      names.find(({ header }) => /^(?:nom|name|naam|namn|navn|nome)$/.test(fold(header))),
      'familyName',
    )
  } else if (has('familyName') && !has('givenName')) {
    change(
      names.find(({ header }) => /^(?:nombre|nome|nimi|name|名前|이름|имя)$/.test(fold(header))),
      'givenName',
    )
  }
  // A title is how somebody is addressed, or what they do: it depends on what else the table has, and on its values.
  const titles = columns.filter(({ header }) => /^(?:title|titre|titel|titulo|titolo)$/.test(fold(header)))
  for (const [place, title] of titles.entries()) {
    const address = valuesOf(sample, title.index)
    const isAddress = address.length > 0 && address.every((value) => formOfAddress.test(value))
    if (place > 0) change(title, 'role')
    else if (titles.length > 1 || (has('role') && address.length === 0) || isAddress)
      change(title, 'honorific')
    else if (!has('role')) change(title, 'role')
    else change(title, 'honorific')
  }
  // Yahoo calls its telephone numbers by their place alone; so do people.
  for (const column of columns) {
    if (column.field !== 'other' || column.by === 'choice') continue
    const values = valuesOf(sample, column.index)
    const place =
      /^(?:home|work|mobile|other|primary|main|office|privat|buro|bureau|domicile|casa|oficina)$/.test(
        fold(column.header),
      )
    if (values.length > 0 && values.filter(phoneLook).length >= values.length * (place ? 0.5 : 0.8)) {
      if (place || !/\d|fax|plz|zip|post|code|id\b|nr\b|no\b/i.test(column.header))
        change(column, 'phone', 'values')
    }
  }
  if (has('birthYear')) {
    change(
      columns.find(({ field }) => field === 'birthday'),
      'birthDay',
    )
  }
  pairLabels(columns)
  if (has('uid')) for (const column of columns) if (aboutTheEntry.test(column.header)) change(column, 'skip')
  if (['name', 'givenName', 'familyName'].every((field) => !has(field as TableField))) {
    change(nameByLook(columns, sample), 'name', 'values')
  }
}

/** Columns of this program's own tables that are about the entry: whoever has its id knows them. */
const aboutTheEntry = /^(?:Origin|Source|Referred by|Called|Closeness|Fields|Created|Updated)$/

/** The first unknown column whose values are nearly all different, and look like names: most of two words or more. */
function nameByLook(columns: Column[], sample: readonly (readonly string[])[]): Column | undefined {
  return columns.find(({ index, field }) => {
    if (field !== 'other') return false
    const values = valuesOf(sample, index)
    const share = (look: RegExp) => values.filter((value) => look.test(value)).length / values.length
    const differ = new Set(values).size >= values.length * 0.7
    return values.length > 0 && differ && share(nameLook) >= 0.8 && share(wholeNameLook) >= 0.4
  })
}

const nameLook = /^\p{L}[\p{L}\p{M}'’.-]*,?(?: [\p{L}\p{M}'’.-]+){0,4}$/u
const wholeNameLook =
  /^\p{L}[\p{L}\p{M}'’.-]*,? \p{L}|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}$/u

/** "Phone 1 - Label" tells of "Phone 1 - Value", "IM 1 - Service" of "IM 1 - Value". */
function pairLabels(columns: Column[]): void {
  const labels = new Map<string, number>()
  for (const column of columns) {
    const match = /^(.+ \d+) - (?:label|type|service|etikett|libellé|etiqueta|etichetta|typ|tipo)$/i.exec(
      column.header,
    )
    if (!match) continue
    labels.set(match[1]!, column.index)
    if (column.by !== 'choice') column.field = 'label'
  }
  for (const column of columns) {
    const base = /^(.+ \d+) - /.exec(column.header)?.[1]
    const index = base === undefined ? undefined : labels.get(base)
    if (index !== undefined && index !== column.index) column.labelIndex = index
  }
}

const valuesOf = (sample: readonly (readonly string[])[], index: number): string[] =>
  sample.flatMap((cells) => cells[index]?.trim() || [])

/** The usual order of a table's dates: as in English exports, unless its headers are in another language. */
export function usualOrder(headers: readonly string[]): DateOrder {
  const english = headers.filter((header) =>
    /^(?:first|last|given|family|e-?mail|name|phone|company|birthday)\b/i.test(header.trim()),
  )
  return english.length > 0 ? 'month first' : 'day first'
}

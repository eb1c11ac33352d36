import type { PostalAddress } from '../../people/particulars.ts'
import type { AddressField } from './address-columns.ts'
import type { TableField } from './table-field.ts'

/** What a row says, by field. */
export class RowValues {
  readonly emails: string[] = []
  readonly phones: string[] = []
  readonly urls: string[] = []
  readonly tags: string[] = []
  readonly notes: string[] = []
  readonly unknown: string[] = []
  /** What the file calls the e-mail addresses, numbers and pages. */
  readonly labels: Record<string, string> = {}
  private readonly places = new Map<string, Place>()
  private readonly single = new Map<TableField, { header: string; value: string }[]>()

  put(field: TableField, header: string, value: string): void {
    const known = this.single.get(field)
    if (known) known.push({ header, value })
    else this.single.set(field, [{ header, value }])
  }
  /** Adds what a list does not have yet, under its label. */
  add(list: string[], values: readonly string[], label: string | undefined): void {
    addEach(list, values)
    if (label) for (const value of values) if (!Object.hasOwn(this.labels, value)) this.labels[value] = label
  }
  putPlace(
    place: string,
    label: string | undefined,
    field: AddressField,
    header: string,
    value: string,
  ): void {
    const known = this.places.get(place) ?? { label, cells: [] }
    if (known.cells.push({ field, header, value }) === 1) this.places.set(place, known)
  }
  /** The postal addresses; a whole address says nothing new where its parts stand beside it. */
  addresses(): PostalAddress[] {
    return [...this.places.values()].flatMap(({ label, cells }) => {
      const address: PostalAddress = {}
      for (const { field, header, value } of cells) {
        if (field === 'street') address.street = address.street ? `${address.street}\n${value}` : value
        else if (field !== 'address') {
          if (!address[field]) address[field] = value
          else if (address[field] !== value) this.keep(header, value)
        }
      }
      const parts = Object.values(address).flatMap((part) => part.split('\n'))
      for (const { field, header, value } of cells) {
        if (field !== 'address') continue
        if (parts.length === 0 && !address.street) address.street = value
        else if (value !== address.street && leftOf(value, parts) !== '')
          this.keep(header, value.replaceAll('\n', ', '))
      }
      return Object.keys(address).length > 0 ? [{ ...(label && { label }), ...address }] : []
    })
  }
  first(field: TableField): string | undefined {
    return this.single.get(field)?.[0]?.value
  }
  /** The first value; the others are kept by the names of their columns. */
  once(field: TableField): string | undefined {
    const [first, ...rest] = this.single.get(field) ?? []
    for (const { header, value } of rest) if (value !== first!.value) this.keep(header, value)
    return first?.value
  }
  keep(header: string, value: string): void {
    this.unknown.push(`${header}: ${value}`)
  }
  /** Another name than the one that is taken; a mail program's "Ada Okoye (ada@example.org)" says nothing new. */
  keepAlias(name: string): void {
    for (const { header, value } of this.single.get('alias') ?? []) {
      if (value.includes(name) || this.emails.some((email) => value.includes(email))) continue
      this.keep(header, value)
    }
  }
  get isBlank(): boolean {
    const lists = [this.emails, this.phones, this.urls, this.tags, this.notes, this.unknown]
    return this.single.size === 0 && this.places.size === 0 && lists.every((list) => list.length === 0)
  }
  has(field: TableField): boolean {
    return this.single.has(field)
  }
  /** Only this says anything. */
  only(field: TableField): boolean {
    const lists = [this.emails, this.phones, this.urls, this.notes, this.unknown]
    return (
      this.single.size === 1 &&
      this.places.size === 0 &&
      this.single.has(field) &&
      lists.every((list) => list.length === 0)
    )
  }
}

/** The cells of one postal address. */
interface Place {
  label: string | undefined
  cells: { field: AddressField; header: string; value: string }[]
}

/** What a whole address says besides its parts. */
const leftOf = (whole: string, parts: readonly string[]): string =>
  parts
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, part) => text.replace(part, ''), whole)
    .replace(/[\s,]+/g, '')

/** Adds to a list what it does not have yet. */
export function addEach(list: string[], values: readonly string[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value)
}

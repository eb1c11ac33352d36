import type { TableField } from './table-field.ts'

/** What a row says, by field. */
export class RowValues {
  readonly emails: string[] = []
  readonly phones: string[] = []
  readonly urls: string[] = []
  readonly tags: string[] = []
  readonly notes: string[] = []
  readonly unknown: string[] = []
  private readonly single = new Map<TableField, { header: string; value: string }[]>()

  put(field: TableField, header: string, value: string): void {
    const known = this.single.get(field)
    if (known) known.push({ header, value })
    else this.single.set(field, [{ header, value }])
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
    return this.single.size === 0 && lists.every((list) => list.length === 0)
  }
  has(field: TableField): boolean {
    return this.single.has(field)
  }
  /** Only this says anything. */
  only(field: TableField): boolean {
    const lists = [this.emails, this.phones, this.urls, this.notes, this.unknown]
    return this.single.size === 1 && this.single.has(field) && lists.every((list) => list.length === 0)
  }
}

/** Adds to a list what it does not have yet. */
export function addEach(list: string[], values: readonly string[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value)
}

import { cleanLine } from '../clean-text.ts'
import type { ContentLine } from './content-line.ts'
import { unescapeText } from './value.ts'

/** Kinds that say nothing beyond the property itself. */
const plainKinds = new Set(['internet', 'pref', 'voice', 'text', 'dom', 'intl', 'postal', 'parcel', ''])

/** What a kind is called, where that is another word. */
const words: Readonly<Record<string, string>> = { cell: 'mobile' }

/** The kinds that address books know: a label of these alone is written as they write it. */
const usualKinds = new Set('home work cell fax pager main car video textphone'.split(' '))

/** The labels that properties have by their group (`item1.X-ABLabel`, as Apple and Google write them). */
export function groupLabels(properties: readonly ContentLine[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const { name, group, value } of properties) {
    if (name !== 'X-ABLABEL' || !group) continue
    const text = cleanLine(unescapeText(value))
    const usual = /^_\$!<(.+)>!\$_$/.exec(text ?? '')?.[1]?.toLowerCase()
    if (text) labels.set(group, usual ?? text)
  }
  return labels
}

/** What an address or a number is called: by its group's label, else by its kinds (`TYPE`). */
export function labelOf(property: ContentLine, labels: ReadonlyMap<string, string>): string | undefined {
  return (property.group && labels.get(property.group)) ?? kindsOf(property)
}

/** The kinds of a property in words; absent where it has none that say anything. */
export function kindsOf({ parameters }: ContentLine): string | undefined {
  const kinds = (parameters.get('TYPE') ?? [])
    .map((kind) => kind.toLowerCase())
    .filter((kind) => !plainKinds.has(kind))
  return cleanLine([...new Set(kinds)].map((kind) => words[kind] ?? kind).join(' '))
}

/** The property with this label instead of its own: as kinds where it is made of usual ones. */
export function withKinds(property: ContentLine, label: string): ContentLine {
  const parameters = new Map(property.parameters)
  const kinds = label
    .toLowerCase()
    .split(' ')
    .map((word) => Object.keys(words).find((kind) => words[kind] === word) ?? word)
  if (kinds.every((kind) => usualKinds.has(kind))) parameters.set('TYPE', kinds)
  else parameters.delete('TYPE')
  const { group: _, ...rest } = property
  return { ...rest, parameters }
}

import { fold } from '../../core/kernel/fold.ts'
import { type Stand, standing } from '../../core/method/standing.ts'
import { type StepKind, step } from '../../core/method/step.ts'
import { fieldKey, type Origin, type Person, person } from '../../core/people/person.ts'
import { all, find, get } from '../replica/network.svelte.ts'

/** What a list of people is narrowed to; all of it must hold. */
export interface PeopleFilter {
  search: string
  origin?: Origin | undefined
  field?: string | undefined
  organization?: string | undefined
  tag?: string | undefined
  closeness?: number | undefined
  step?: StepKind | undefined
  standing?: Stand | undefined
}

const byName = (a: Person, b: Person): number =>
  a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a.id < b.id ? -1 : 1

const sorted = $derived(all(person).sort(byName))

/** Everybody by name. Reactive. */
export const everybody = (): readonly Person[] => sorted

/** The words by which somebody is found, each after a space; worked out once for each row. */
const words = new WeakMap<Person, string>()
function wordsOf(row: Person): string {
  let text = words.get(row)
  if (text === undefined) {
    const parts = [row.name, row.organization, row.role, row.notes, ...row.tags, ...row.fields, ...row.emails]
    text = ` ${fold(parts.filter(Boolean).join(' '))}`
    words.set(row, text)
  }
  return text
}

/** Works the words out while nobody waits, so that the first key of a search finds them ready. Call it once in a component. */
export function warmSearch(): void {
  $effect(() => {
    const rows = sorted
    let at = 0
    let handle = 0
    const work = (deadline: IdleDeadline) => {
      while (at < rows.length && deadline.timeRemaining() > 2) {
        const end = Math.min(at + 100, rows.length)
        for (; at < end; at++) wordsOf(rows[at]!)
      }
      if (at < rows.length) handle = requestIdleCallback(work)
    }
    // Where there is no idle time to be had, the first key takes a little longer.
    if ('requestIdleCallback' in globalThis) handle = requestIdleCallback(work)
    return () => handle && cancelIdleCallback(handle)
  })
}

/** The last search: one that only goes on from it looks no further than what that one found. */
let last: { rows: readonly Person[]; text: string; found: Person[] } | undefined

/** People in whose words each word of the search begins one; at most `limit`. Reactive. */
export function peopleMatching(search: string, limit = Number.POSITIVE_INFINITY): Person[] {
  const text = fold(search)
  const rows = sorted
  const wanted = text.split(' ').map((word) => ` ${word}`)
  const within = last?.rows === rows && text.startsWith(last.text) ? last.found : rows
  const found: Person[] = []
  for (const row of within) {
    const words = wordsOf(row)
    if (!wanted.every((word) => words.includes(word))) continue
    found.push(row)
    if (found.length >= limit) return found
  }
  last = { rows, text, found }
  return found
}

/** Everybody that a filter leaves, by name. Reactive. */
export function peopleIn(filter: PeopleFilter): readonly Person[] {
  const tests: ((row: Person) => boolean)[] = []
  const { origin, field, organization, tag, closeness } = filter
  if (origin) tests.push((row) => row.origin === origin)
  if (closeness) tests.push((row) => row.closeness === closeness)
  if (organization) tests.push((row) => row.organizationKey === fold(organization))
  if (field) tests.push((row) => row.fields.some((one) => fieldKey(one) === fieldKey(field)))
  if (tag) tests.push((row) => row.tags.some((one) => fold(one) === fold(tag)))
  if (filter.step) {
    const ids = new Set(find(step, 'byKind', { kind: filter.step }).map(({ subjectId }) => subjectId))
    tests.push((row) => ids.has(row.id))
  }
  if (filter.standing) tests.push((row) => standOf(row.id) === filter.standing)
  const found = filter.search.trim() ? peopleMatching(filter.search) : sorted
  return tests.length === 0 ? found : found.filter((row) => tests.every((test) => test(row)))
}

/** Where somebody stands; whoever has no row is only listed. Reactive. */
export const standOf = (id: string): Stand => get(standing, id)?.standing ?? 'listed'

/** What people have of something (tags, fields, organisations), the most frequent first. Reactive. */
export function frequent(what: (row: Person) => readonly string[], limit = 30): string[] {
  const counts = new Map<string, number>()
  for (const row of sorted) for (const one of what(row)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([one]) => one)
}

export const standWords: Readonly<Record<Stand, string>> = {
  listed: 'Listed',
  chosen: 'To meet',
  approached: 'Approached',
  met: 'Met',
  kept: 'In touch',
  resting: 'Resting',
  'do-not-contact': 'Do not contact',
}
export const closenessWords = ['', 'A stranger', 'Slightly known', 'Known', 'Well known', 'Close'] as const

import { fold } from '../../core/kernel/fold.ts'
import { type Stand, standing } from '../../core/method/standing.ts'
import { type StepKind, step } from '../../core/method/step.ts'
import { fieldKey, type Origin, type Person, person } from '../../core/people/person.ts'
import { byId, find, get, network } from '../replica/network.svelte.ts'

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

/** Everybody in the order of before; what was in order nearly is again, and sorting that is quick. */
let ordered: readonly Person[] = []
const sorted = $derived.by(() => {
  ordered = inOrder(ordered, byId(person))
  return ordered
})
function inOrder(before: readonly Person[], rows: ReadonlyMap<string, Person>): Person[] {
  const list: Person[] = []
  for (const { id } of before) {
    const row = rows.get(id)
    if (row) list.push(row)
  }
  if (list.length < rows.size) {
    const known = new Set(list.map(({ id }) => id))
    for (const row of rows.values()) if (!known.has(row.id)) list.push(row)
  }
  return list.sort(byName)
}

/** Everybody by name. Reactive. */
export const everybody = (): readonly Person[] => sorted

/** The words by which somebody is found, each after a space; worked out once for each row. */
const words = new WeakMap<Person, string>()
function workOut(row: Person): string {
  const parts = [row.name, row.organization, row.role, row.notes, ...row.tags, ...row.fields, ...row.emails]
  // Joined, it is one flat text at once; a template's would be put together by the first search.
  const text = ['', fold(parts.filter(Boolean).join(' '))].join(' ')
  words.set(row, text)
  return text
}

/** Of how many the words are worked out at once: a search of fewer waits for all of them. */
const few = 300
/** Grows when the words of all are there. */
let warmed = $state(0)

/**
 * Works out, a little at a time, what screens of many people ask for: the order, the words of each, what is frequent. A
 * search before that looks in names and organisations alone, and looks again afterwards. It runs as long as the page.
 */
function warm(): void {
  $effect.root(() => {
    $effect(() => {
      if (!network.isOpen) return
      const rows = sorted
      let at = 0
      let timer: ReturnType<typeof setTimeout> | undefined
      const work = () => {
        const end = performance.now() + 4
        for (; at < rows.length && performance.now() < end; at++)
          if (!words.has(rows[at]!)) workOut(rows[at]!)
        timer = undefined
        if (at < rows.length) timer = setTimeout(work, 4)
        else {
          for (const what of ['fields', 'organization', 'tags'] as const) frequentIn(rows, what)
          last = undefined
          warmed += 1
        }
      }
      timer = setTimeout(work, 300)
      return () => clearTimeout(timer)
    })
  })
}
warm()

/** The last search: one that only goes on from it looks no further than what that one found. */
let last: { rows: readonly Person[]; text: string; found: Person[] } | undefined

/** People in whose words each word of the search begins one; at most `limit`. Reactive. */
export function peopleMatching(search: string, limit = Number.POSITIVE_INFINITY): Person[] {
  void warmed
  const text = fold(search)
  const rows = sorted
  const wanted = text.split(' ').map((word) => ` ${word}`)
  const within = last?.rows === rows && text.startsWith(last.text) ? last.found : rows
  const found: Person[] = []
  for (const row of within) {
    const words = wordsOf(row, rows.length)
    if (!wanted.every((word) => words.includes(word))) continue
    found.push(row)
    if (found.length >= limit) return found
  }
  last = { rows, text, found }
  return found
}

const wordsOf = (row: Person, among: number): string =>
  words.get(row) ?? (among <= few ? workOut(row) : ` ${row.nameKey} ${row.organizationKey ?? ''}`)

/** Everybody that a filter leaves, by name. Reactive. */
export function peopleIn(filter: PeopleFilter): readonly Person[] {
  const tests: ((row: Person) => boolean)[] = []
  const { origin, field, organization, tag, closeness } = filter
  if (origin) tests.push((row) => row.origin === origin)
  if (closeness) tests.push((row) => row.closeness === closeness)
  if (organization) {
    const wanted = fold(organization)
    tests.push((row) => row.organizationKey === wanted)
  }
  if (field) {
    const wanted = fieldKey(field)
    tests.push((row) => row.fields.some((one) => one === field || fieldKey(one) === wanted))
  }
  if (tag) {
    const wanted = fold(tag)
    tests.push((row) => row.tags.some((one) => one === tag || fold(one) === wanted))
  }
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

/** Everybody whose folded name has this in it; at most `limit`. Reactive. */
export function namesWith(text: string, limit: number): Person[] {
  const wanted = fold(text)
  const found: Person[] = []
  for (const row of sorted) {
    if (row.nameKey.includes(wanted)) found.push(row)
    if (found.length >= limit) break
  }
  return found
}

/** What people have of something, the most frequent first. Reactive. */
export const frequent = (what: 'fields' | 'organization' | 'tags', limit = 30): readonly string[] =>
  frequentIn(sorted, what).slice(0, limit)

const counted = new WeakMap<readonly Person[], Map<string, string[]>>()
function frequentIn(rows: readonly Person[], what: 'fields' | 'organization' | 'tags'): string[] {
  let lists = counted.get(rows)
  if (!lists) {
    lists = new Map()
    counted.set(rows, lists)
  }
  let list = lists.get(what)
  if (!list) {
    const counts = new Map<string, number>()
    const count = (one: string) => counts.set(one, (counts.get(one) ?? 0) + 1)
    for (const row of rows) {
      const said = row[what]
      if (typeof said === 'string') count(said)
      else said?.forEach(count)
    }
    list = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)
    lists.set(what, list)
  }
  return list
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

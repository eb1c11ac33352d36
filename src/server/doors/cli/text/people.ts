import { addressLine } from '../../../../core/people/particulars.ts'
import { shortId } from './anything.ts'
import { safe, wrap } from './columns.ts'
import { stamp, when } from './moments.ts'
import type { Page, Render } from './page.ts'
import { facts, table } from './table.ts'

interface Person {
  id: string
  name: string
  origin: string
  source: string | null
  referredByName?: string | null
  organization: string | null
  role: string | null
  emails: string[]
  phones: string[]
  nickname?: string | null
  department?: string | null
  urls?: string[]
  labels?: Record<string, string>
  addresses?: Record<string, string>[]
  customFields?: { name: string; value: string }[]
  closeness: number | null
  fields: string[]
  tags: string[]
  advocacy: string | null
  advocacyEvidence?: { rung: string; at: string; text: string }[]
  lastTouchAt: string | null
  nextStep: { kind: string; dueAt: string; why?: string } | null
  notes?: string | null
  timeline?: Happening[]
}

interface Happening {
  at: string
  kind?: string
  type?: string
  summary?: string
  text?: string
}

const person: Render = (one: Person, page) =>
  [
    `${page.paint.strong(safe(one.name))}${place(one) ? `, ${place(one)}` : ''}`,
    facts(
      [
        ['Known', known(one)],
        ['Called', one.nickname],
        ['Department', one.department],
        ['E-mail', labelled(one.emails, one.labels)],
        ['Telephone', labelled(one.phones, one.labels)],
        ['Web', labelled(one.urls ?? [], one.labels)],
        ['Address', (one.addresses ?? []).map(postal).join('\n')],
        ...(one.customFields ?? []).map(({ name, value }) => [safe(name), value] as const),
        ['Fields', one.fields.join(', ')],
        ['Tags', one.tags.join(', ')],
        ['Closeness', one.closeness ? `${one.closeness} of 5` : null],
        ['Advocacy', ladder(one, page)],
        ['Last touch', one.lastTouchAt && when(one.lastTouchAt, page)],
        ['Next', one.nextStep && next(one.nextStep, page)],
        ['Notes', one.notes],
        ['Id', one.id],
      ],
      page,
    ),
  ].join('\n')

const shown: Render = (one: Person, page) => {
  const happened = (one.timeline ?? []).map((it) => {
    const head = `${page.paint.quiet(stamp(it.at, page))}  ${safe(it.summary ?? it.text ?? it.kind ?? it.type ?? '')}`
    return wrap(head, page.width ?? 100)
  })
  return [
    person(one, page),
    ...(happened.length > 0 ? ['', page.paint.strong('What happened'), ...happened] : []),
  ].join('\n')
}

const list: Render = (
  { items, total, cursor }: { items: Person[]; total: number; cursor: string | null },
  page,
) => {
  if (items.length === 0)
    return 'Nobody found. "acquaint people add" adds somebody, "acquaint import FILE" brings in many; fewer words find more.'
  const rows = table(
    items,
    [
      { title: 'Name', value: (one) => one.name, gives: true },
      { title: 'Role', value: (one) => one.role ?? '', gives: true },
      { title: 'Organisation', value: (one) => one.organization ?? '', gives: true },
      { title: 'Last touch', value: (one) => stamp(one.lastTouchAt, page).slice(0, 10) },
      { title: 'Next', value: (one) => (one.nextStep ? next(one.nextStep, page) : '') },
      { title: 'Id', value: (one) => shortId(one.id) },
    ],
    page,
  )
  const more =
    total > items.length ? `\n\n${items.length} of ${total}.${cursor ? ` More: --cursor ${cursor}` : ''}` : ''
  return rows + more
}

/** The rung, and the records that prove it (W5); nothing is said of an acquaintance. */
function ladder({ advocacy, advocacyEvidence = [] }: Person, page: Page): string | null {
  if (!advocacy || advocacy === 'acquaintance') return null
  const proof = advocacyEvidence.filter(({ rung }) => rung === advocacy)
  return [advocacy, ...proof.map(({ at, text }) => `${stamp(at, page).slice(0, 10)}  ${text}`)].join('\n')
}

const labelled = (texts: string[], labels: Record<string, string> = {}): string =>
  texts.map((text) => (labels[text] ? `${text} (${labels[text]})` : text)).join(', ')

const postal = ({ label, ...address }: Record<string, string>): string =>
  `${addressLine(address)}${label ? ` (${label})` : ''}`

const place = ({ role, organization }: Person): string =>
  safe([role, organization].filter(Boolean).join(', '))

function known({ origin, referredByName: by, source }: Person): string {
  const how = origin === 'personal-referral' ? `referred${by ? ` by ${by}` : ''}` : 'direct contact'
  return source ? `${how}, ${source}` : how
}

const next = ({ kind, dueAt }: { kind: string; dueAt: string }, page: Page): string =>
  `${kind.replaceAll('-', ' ')}, ${when(dueAt, page)}`

interface Entry {
  id: string
  name: string
  organization: string | null
  role: string | null
}

const duplicates: Render = (
  {
    items,
    total,
  }: {
    items: { person: Entry; other: Entry; reason: string; confidence: string }[]
    total: number
  },
  page,
) => {
  if (items.length === 0) return 'No two entries look like one person.'
  const entry = (one: Entry) => {
    const at = safe([one.role, one.organization].filter(Boolean).join(', '))
    return `    ${shortId(one.id)}  ${safe(one.name)}${at ? `, ${at}` : ''}`
  }
  const pairs = items.flatMap(({ person: one, other, reason, confidence }) => [
    `${page.paint.strong(confidence)}: ${safe(reason)}`,
    entry(one),
    entry(other),
  ])
  return [
    ...pairs,
    '',
    total > items.length ? `${items.length} of ${total} pairs; --limit shows more.` : `${total} in all.`,
    'One person: "acquaint people merge ID OTHER". Two: "acquaint people keep-apart ID OTHER".',
  ].join('\n')
}

const apart: Render = ({ people }: { people: { name: string }[] }) =>
  `${people.map(({ name }) => safe(name)).join(' and ')} are two people; they are not listed as duplicates again.`

const many: Render = ({ found, changed, people }: { found: number; changed: number; people: Entry[] }) => {
  if (found === 0) return 'Nobody answers these conditions.'
  const names = people.map(({ name }) => `- ${safe(name)}`)
  const rest = changed > people.length ? [`... and ${changed - people.length} more.`] : []
  return [`${changed} of ${found} changed; "acquaint undo" takes it back.`, ...names, ...rest].join('\n')
}

const removed: Render = (answer: { removed: { name: string } }) =>
  `${safe(answer.removed.name)} is removed. "acquaint undo" brings them back.`

interface Suggestion {
  personId: string
  name: string
  role: string | null
  organization: string | null
  reasons: { rule: string; why: string }[]
}

const suggested: Render = (rows: Suggestion[], page) => {
  if (rows.length === 0)
    return 'Nobody to suggest. Name a target ("acquaint organizations edit NAME --target") or a field you explore ("acquaint fields add --name NAME"), and ask whom you meet for names.'
  const entries = rows.map(({ personId, name, role, organization, reasons }) => {
    const head = `${page.paint.strong(safe(name))}${role || organization ? `, ${safe([role, organization].filter(Boolean).join(', '))}` : ''}  ${page.paint.quiet(shortId(personId))}`
    return [
      head,
      ...reasons.map(({ rule, why }) => wrap(`- ${safe(why)} (${rule})`, page.width ?? 100, '  ')),
    ].join('\n')
  })
  return `${entries.join('\n\n')}\n\nTo meet one of them: acquaint people edit NAME --chosen`
}

export const peopleWords = {
  'people add': person,
  'people edit': person,
  'people merge': person,
  'people duplicates': duplicates,
  'people keep-apart': apart,
  'people edit-many': many,
  'people show': shown,
  'people suggest': suggested,
  'people list': list,
  'people remove': removed,
}

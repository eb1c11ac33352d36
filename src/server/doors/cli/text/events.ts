import { amountInWords, amountOf } from '../../../../core/events/amount.ts'
import { shortId } from './anything.ts'
import { safe } from './columns.ts'
import { stamp } from './moments.ts'
import type { Page, Render } from './page.ts'
import { facts, table } from './table.ts'

interface Somebody {
  id: string
  name: string
  role: string | null
  organization: string | null
}

interface Event {
  id: string
  name: string
  kind: string
  status: string
  startsAt: string
  endsAt: string | null
  place: string | null
  url: string | null
  registrationDeadline: string | null
  dress: string | null
  currency: string | null
  fee: number | null
  studentFee: number | null
  studentRateAskedAt: string | null
  paid: number | null
  saved: number | null
  travel: string | null
  travelArranged: boolean
  bookings: { what: string; cost: number | null }[]
  travelCost: number | null
  notes: string | null
  reason: string | null
  toMeet: (Somebody & { research: string[]; lookedUp: boolean })[]
  met: (Somebody & { note: string | null; send: string | null; sendOn: string | null })[]
}

const event: Render = (one: Event, page) => {
  const ahead = one.status === 'planned' || one.status === 'registered'
  return [
    `${page.paint.strong(safe(one.name))}, ${one.kind.replace('-', ' ')}`,
    facts(
      [
        ['When', time(one, page)],
        ['Where', one.place],
        ['Page', one.url],
        ['Status', one.reason ? `${one.status}: ${one.reason}` : one.status],
        ['Register by', one.status === 'planned' ? one.registrationDeadline : null],
        ['Dress', one.dress],
        ['Costs', cost(one)],
        ['Travel', one.travel && `${one.travel}${one.travelArranged || !ahead ? '' : ' (still to book)'}`],
        ['Booked', one.bookings.map((booking) => booked(booking, one)).join('\n')],
        ['Travel costs', one.bookings.length > 1 ? money(one.travelCost, one) : null],
        ['To meet', one.toMeet.map((it) => toMeet(it, ahead)).join('\n')],
        ['Met', one.met.map(met).join('\n')],
        ['Notes', one.notes],
        ['Id', one.id],
      ],
      page,
    ),
  ].join('\n')
}

/** "2026-03-21 09:00 until 17:30"; the day of the end only where it is another. */
function time({ startsAt, endsAt }: Event, page: Page): string {
  const [start, end] = [stamp(startsAt, page), stamp(endsAt, page)]
  if (!end) return start
  return `${start} until ${end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end}`
}

/** The fee, what students pay, what was paid and what that saved, as far as it is known. */
function cost(one: Event): string {
  const { fee, studentFee, studentRateAskedAt, paid, saved } = one
  if (fee === 0) return 'nothing'
  const rate =
    studentFee === null
      ? studentRateAskedAt && 'student rate asked for'
      : `${money(studentFee, one)} for students`
  return [
    money(fee, one),
    rate,
    paid !== null && `${money(paid, one)} paid`,
    saved ? `${money(saved, one)} saved` : null,
  ]
    .filter(Boolean)
    .join(', ')
}

const money = (amount: number | null, { currency }: Pick<Event, 'currency'>): string =>
  amount === null ? '' : amountInWords(amountOf(amount), currency ?? undefined)

const booked = ({ what, cost: price }: Event['bookings'][number], one: Event): string =>
  [what, money(price, one)].filter(Boolean).join(', ')

const person = ({ name, role, organization }: Somebody): string =>
  [name, role, organization].filter(Boolean).join(', ')

function toMeet(one: Event['toMeet'][number], ahead: boolean): string {
  const found = one.research.map((text) => `\n  ${text.replaceAll('\n', ' ')}`).join('')
  return `${person(one)}${one.lookedUp || !ahead ? '' : ' (not looked up yet)'}${found}`
}

function met(one: Event['met'][number]): string {
  const sending =
    one.send || one.sendOn ? `send ${one.send ?? 'a letter'}${one.sendOn ? ` on ${one.sendOn}` : ''}` : ''
  return [person(one), one.note, sending].filter(Boolean).join(': ')
}

const list: Render = (rows: Event[], page: Page) =>
  rows.length === 0
    ? 'No events yet. "acquaint events add" notes one: a conference, a workshop, a panel, an information session, a fair.'
    : table(
        rows,
        [
          { title: 'When', value: (one) => stamp(one.startsAt, page) },
          { title: 'Event', value: (one) => one.name, gives: true },
          { title: 'Status', value: (one) => one.status },
          {
            title: 'Register by',
            value: (one) => (one.status === 'planned' ? (one.registrationDeadline ?? '') : ''),
          },
          { title: 'Where', value: (one) => one.place ?? '', gives: true },
          { title: 'To meet', value: (one) => (one.toMeet.length > 0 ? String(one.toMeet.length) : '') },
          { title: 'Met', value: (one) => (one.met.length > 0 ? String(one.met.length) : '') },
          { title: 'Saved', value: (one) => (one.saved ? money(one.saved, one) : '') },
          { title: 'Id', value: (one) => shortId(one.id) },
        ],
        page,
      )

const verbs = 'add edit show register student-rate book to-meet drop researched attended met missed cancel'

const removed: Render = (answer: { removed: { name: string } }) =>
  `${safe(answer.removed.name)} is removed. "acquaint undo" brings it back.`

export const eventsWords: Readonly<Record<string, Render>> = {
  ...Object.fromEntries(verbs.split(' ').map((verb) => [`events ${verb}`, event])),
  'events list': list,
  'events remove': removed,
}

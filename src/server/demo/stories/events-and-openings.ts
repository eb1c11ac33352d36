import type { Calendar } from '../calendar.ts'
import { type Entry, entry } from '../diary.ts'

/** Where the student went to meet people, and what she might do next summer. */
export function eventsAndOpeningsStories(calendar: Calendar): Entry[] {
  return [...panel(calendar), ...conference(calendar), ...fair(calendar), ...openings(calendar)]
}

/** An evening that is over: two people met, one of them to be written to when he is back. */
function panel({ at, date }: Calendar): Entry[] {
  const event = 'Careers with water'
  const on = (day: number, time: string, verb: string, input: object = {}) =>
    entry(at(day, time), `events.${verb}`, { event, ...input })
  return [
    entry(at(-38, '20:15'), 'events.add', {
      name: event,
      kind: 'panel',
      startsAt: instant(at(-25, '18:00')),
      endsAt: instant(at(-25, '20:00')),
      place: 'Lowgate Town Hall, the blue room',
      registrationDeadline: date(-28),
    }),
    on(-34, '09:05', 'register', { paid: 0 }),
    on(-25, '21:45', 'attended', { met: ['Леся Коваленко'] }),
    on(-25, '21:50', 'met', {
      person: 'محمد الفاسي',
      note: 'Wells, and why one answers a question with another.',
      send: 'Which of the three wells I would have closed',
      sendOn: date(6),
    }),
  ]
}

/** The conference of this week: the student rate asked for, the train booked, one of two people looked up. */
function conference({ at, date }: Calendar): Entry[] {
  const event = 'Rivers in Cities'
  const on = (day: number, time: string, verb: string, input: object = {}) =>
    entry(at(day, time), `events.${verb}`, { event, ...input })
  return [
    entry(at(-44, '19:40'), 'events.add', {
      name: event,
      kind: 'conference',
      startsAt: instant(at(4, '09:00')),
      endsAt: instant(at(4, '17:30')),
      place: 'Penhallow Exchange',
      registrationDeadline: date(-14),
      dress: 'As for a day at an office; warm shoes for the walk along the canal',
      currency: 'USD',
      fee: 120,
      travel: 'The early train to Penhallow, back in the evening',
    }),
    on(-37, '12:10', 'studentRate'),
    on(-33, '17:20', 'studentRate', { studentFee: 35 }),
    on(-31, '20:00', 'register', { paid: 35 }),
    on(-17, '21:10', 'book', { what: 'Train to Penhallow and back', cost: 27.5 }),
    on(-12, '20:30', 'toMeet', { people: ['Aroha Ngata', 'Luca Bianchetti'] }),
    on(-9, '21:00', 'researched', {
      person: 'Aroha Ngata',
      research: 'Speaks at eleven about what comes back when a covered brook is opened.',
    }),
  ]
}

/** Some weeks ahead, and nothing to do for it yet. */
const fair = ({ at, date }: Calendar): Entry[] => [
  entry(at(-6, '20:45'), 'events.add', {
    name: 'Summer work fair',
    kind: 'fair',
    startsAt: instant(at(33, '10:00')),
    place: 'Wexmoor University, the old gymnasium',
    registrationDeadline: date(26),
  }),
]

function openings({ at, date }: Calendar): Entry[] {
  const add = (day: number, facts: object) => entry(at(day, '21:20'), 'openings.add', { ...facts })
  const planning = 'Summer assistant, catchment planning'
  const desk = 'Data desk trainee'
  return [
    add(-90, { title: desk, organization: 'Fennimore Data Cooperative', deadline: date(-80) }),
    entry(at(-82, '22:05'), 'openings.edit', { opening: desk, status: 'applied' }),
    entry(at(-61, '10:15'), 'openings.edit', { opening: desk, outcome: 'rejected' }),
    add(-5, { title: planning, organization: 'Larkspur Water Authority', deadline: date(18) }),
    entry(at(-5, '21:25'), 'openings.advocate', {
      opening: planning,
      person: 'Amara Nwosu',
      evidence: 'Told me of the post a week before it was advertised',
    }),
    add(-3, { title: 'Stormwater intern', organization: 'City of Penhallow', deadline: date(40) }),
  ]
}

const instant = (at: number): string => new Date(at).toISOString()

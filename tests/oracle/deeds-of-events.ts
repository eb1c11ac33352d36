import { atTime, dayAfter } from './days.ts'
import { iso, type Living, organizations } from './living.ts'
import { endOfEvent, type Story } from './story.ts'
import type { NewFact } from './student.ts'

const hour = 3_600_000

export async function events(life: Living, story: Story) {
  const { now } = life.student
  const open = [...story.events.values()].filter((one) => ['planned', 'registered'].includes(one.status))
  if (open.length < 2 && life.chance.percent(30)) return addEvent(life, story)
  const attended = life.some(story.events.values(), (each) => each.status === 'attended')
  if (attended && life.chance.percent(15)) return meet(life, story, attended.name)
  const one = life.some(open)
  if (!one) return
  const event = one.name
  if (now >= endOfEvent(one, story.zone)) {
    if (life.chance.percent(25))
      return life.student.do('events.missed', { event }, () => [{ what: 'missed', event }])
    if (life.chance.percent(30))
      return life.student.do('events.attended', { event }, () => [{ what: 'attended', event }])
    return meet(life, story, event)
  }
  if (now >= one.startsAt) return
  const person = life.some(story.people.keys())
  switch (life.chance.between(1, 8)) {
    case 1:
      return life.student.do('events.register', { event }, () => [{ what: 'registered', event }])
    case 2: {
      const studentFee = life.chance.percent(50) ? 20 : undefined
      return life.student.do('events.studentRate', { event, ...(studentFee && { studentFee }) }, () => [
        { what: 'rate-asked', event, studentFee } as NewFact,
      ])
    }
    case 3: {
      const more = life.chance.percent(40)
      return life.student.do('events.book', { event, what: 'Train', more }, () => [
        { what: 'booked', event, more },
      ])
    }
    case 7: {
      const startsAt = one.startsAt + life.chance.between(-3, 6) * 24 * hour
      if (startsAt <= now || !life.chance.percent(30)) return
      return life.student.do('events.edit', { event, startsAt: iso(startsAt) }, () => [
        { what: 'event-moved', event, startsAt },
      ])
    }
    case 4:
      return (
        person &&
        life.student.do('events.toMeet', { event, people: [person] }, () => [
          { what: 'to-meet', event, person },
        ])
      )
    case 5: {
      const whom = life.some(one.toMeet.keys())
      return (
        whom &&
        life.student.do('events.researched', { event, person: whom, research: 'Wrote of it' }, () => [
          { what: 'looked-up', event, person: whom },
        ])
      )
    }
    case 6: {
      const whom = life.some(one.toMeet.keys())
      return (
        whom &&
        life.chance.percent(40) &&
        life.student.do('events.drop', { event, people: [whom] }, () => [
          { what: 'dropped', event, person: whom },
        ])
      )
    }
    default:
      return (
        life.chance.percent(15) &&
        life.student.do('events.cancel', { event }, () => [{ what: 'cancelled', event }])
      )
  }
}

export async function openings(life: Living, story: Story) {
  const open = [...story.openings.values()].filter((one) => one.status !== 'closed')
  if (open.length < 2 && life.chance.percent(40)) {
    const opening = life.name('Post')
    const organization = life.chance.oneOf(organizations)
    const deadline = life.chance.percent(70) ? dayAfter(life.date, life.chance.between(2, 40)) : undefined
    return life.student.do(
      'openings.add',
      { title: opening, organization, ...(deadline && { deadline }) },
      () => [{ what: 'opening', opening, organization, deadline } as NewFact],
    )
  }
  const one = life.some(open)
  if (!one) return
  const opening = one.title
  const colleague = life.some(story.people.values(), ({ organization }) => organization === one.organization)
  const person = colleague?.name
  if (person && life.chance.percent(30))
    return life.student.do('openings.asked', { opening, person }, () => [
      { what: 'advocate-asked', opening, person },
    ])
  if (person && life.chance.percent(30))
    return life.student.do('openings.advocate', { opening, person, evidence: 'Sent my letter on' }, () => [
      { what: 'advocate-helped', opening, person },
    ])
  const status = life.chance.oneOf(['applied', 'interviewing', 'offer', 'closed'] as const)
  return life.student.do(
    'openings.edit',
    { opening, ...(status === 'closed' ? { outcome: 'rejected' } : { status }) },
    () => [{ what: 'opening-status', opening, status }],
  )
}

async function addEvent(life: Living, story: Story) {
  const event = life.name('Fair')
  const { zone } = story
  const on = dayAfter(life.date, life.chance.between(1, 45))
  const startsAt = atTime(on, life.chance.oneOf(['09:00', '13:30', '18:00']), zone)
  if (startsAt <= life.student.now) return
  const endsAt = life.chance.percent(60) ? startsAt + life.chance.between(1, 30) * hour : undefined
  const deadline = life.chance.percent(60) ? dayAfter(on, -life.chance.between(0, 20)) : undefined
  const fee = life.chance.percent(60) ? 120 : undefined
  const studentFee = fee && life.chance.percent(30) ? 40 : undefined
  const travel = life.chance.percent(50)
  return life.student.do(
    'events.add',
    {
      name: event,
      kind: 'fair',
      startsAt: iso(startsAt),
      ...(endsAt && { endsAt: iso(endsAt) }),
      ...(deadline && { registrationDeadline: deadline }),
      ...(fee && { fee }),
      ...(studentFee && { studentFee }),
      ...(travel && { travel: 'By train' }),
    },
    () => [{ what: 'event', event, startsAt, endsAt, deadline, fee, studentFee, travel } as NewFact],
  )
}

/** Somebody known, or new, was met there. */
async function meet(life: Living, story: Story, event: string) {
  const known = life.chance.percent(50) ? life.some(story.people.keys()) : undefined
  const person = known ?? life.name('Met')
  const sendOn = life.chance.percent(30) ? dayAfter(life.date, life.chance.between(1, 20)) : undefined
  return life.student.do(
    'events.met',
    { event, person, ...(sendOn && { send: 'The paper', sendOn }) },
    () => [
      ...(known ? [] : [{ what: 'person', person } as NewFact]),
      { what: 'met', event, person, sendOn } as NewFact,
    ],
  )
}

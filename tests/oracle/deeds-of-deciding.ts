import { dayAfter } from './days.ts'
import type { Keep } from './facts.ts'
import { type Living, organizations } from './living.ts'
import type { Story } from './story.ts'
import type { NewFact } from './student.ts'

const zones = [
  'Europe/Berlin',
  'America/Chicago',
  'Asia/Tokyo',
  'Europe/Lisbon',
  'Australia/Sydney',
  'Asia/Kolkata',
]
const profileFields = [
  ['replyWaitDays', 5, 20],
  ['introduceDays', 0, 14],
  ['cadenceDays', 20, 120],
  ['touchesPerWeek', 1, 6],
  ['attempts', 1, 3],
  ['thankYouHours', 24, 96],
  ['prepareDays', 1, 6],
  ['promiseDays', 2, 14],
  ['progressDays', 5, 30],
  ['reportBackDays', 5, 30],
  ['referralDays', 2, 14],
  ['scheduleDays', 0, 5],
  ['secondContactDays', 0, 5],
  ['eventLeadDays', 3, 21],
  ['studentRateDays', 0, 14],
  ['travelDays', 5, 21],
  ['applyDays', 5, 21],
  ['askAdvocateDays', 2, 14],
  ['eventFollowUpDays', 1, 6],
  ['researchAttendeesDays', 1, 8],
  ['confirmHoursTo', 12, 30],
  ['confirmHoursFrom', 36, 96],
] as const

export async function addPerson(life: Living, story: Story) {
  if (story.people.size > 45) return
  const person = life.name()
  const organization = life.chance.percent(80) ? life.chance.oneOf(organizations) : undefined
  const chosen = life.chance.percent(50)
  const keep: Keep | undefined = life.chance.percent(15)
    ? life.chance.oneOf(['yes', 'no'] as const)
    : undefined
  return life.student.do(
    'people.add',
    {
      name: person,
      origin: 'direct-contact',
      ...(organization && { organization }),
      ...(chosen && { chosen }),
      ...(keep && { keepInTouch: keep }),
    },
    () => [{ what: 'person', person, organization, chosen, keep } as NewFact],
  )
}

export async function editPerson(life: Living, story: Story) {
  const who = life.some(story.people.values())
  if (!who) return
  const person = who.name
  const edit = (input: Record<string, unknown>, fact: NewFact) => {
    const deed = () => life.student.do('people.edit', { person, ...input }, () => [fact])
    return life.chance.percent(15) ? life.student.regret(deed) : deed()
  }
  switch (life.chance.between(1, 9)) {
    case 1:
    case 2:
      return edit({ chosen: true }, { what: 'chosen', person, chosen: true })
    case 3:
      return edit({ chosen: false }, { what: 'chosen', person, chosen: false })
    case 9:
      return edit({ clear: ['pausedUntil'] }, { what: 'no-pause', person })
    case 4: {
      const until = dayAfter(life.date, life.chance.between(3, 40))
      return edit({ pausedUntil: until }, { what: 'paused', person, until })
    }
    case 5: {
      const never = !who.never && life.chance.percent(40)
      return edit({ doNotContact: never }, { what: 'do-not-contact', person, never })
    }
    case 6: {
      const keep: Keep = life.chance.percent(60) ? 'yes' : 'no'
      return edit({ keepInTouch: keep }, { what: 'keep', person, keep })
    }
    case 7: {
      const days = life.chance.between(14, 60)
      return edit({ cadenceDays: days }, { what: 'cadence', person, days })
    }
    default: {
      const organization = life.chance.oneOf(organizations)
      return edit({ organization }, { what: 'works-at', person, organization })
    }
  }
}

/** Puts a step of Today off, or sets it aside. */
export async function decide(life: Living) {
  const steps = await life.student.today()
  const step = life.some(steps)
  if (!step) return
  const same = life.student
    .expected()
    .filter(
      (one) =>
        one.kind === step.kind && one.subject === step.subject.name && one.dueAt === Date.parse(step.dueAt),
    )
  if (same.length !== 1) return
  const { key } = same[0]!
  if (life.chance.percent(60)) {
    const until = dayAfter(life.date, life.chance.between(1, 20))
    return life.student.do('steps.snooze', { step: step.id, until }, () => [
      { what: 'put-off', step: key, until },
    ])
  }
  return life.student.do('steps.dismiss', { step: step.id, reason: 'Not now' }, () => [
    { what: 'set-aside', step: key },
  ])
}

export async function circumstances(life: Living) {
  const what = life.chance.between(1, 100)
  if (what <= 25) {
    const zone = life.chance.oneOf(zones)
    return life.student.do('profile.edit', { timeZone: zone }, () => [{ what: 'time-zone', zone }])
  }
  if (what <= 50) {
    const from = dayAfter(life.date, life.chance.between(0, 20))
    const until = dayAfter(from, life.chance.between(1, 21))
    return life.student.do('profile.edit', { awayFrom: from, awayUntil: until }, () => [
      { what: 'vacation', from, until },
    ])
  }
  if (what <= 57) return life.student.do('profile.edit', { notAway: true }, () => [{ what: 'no-vacation' }])
  if (what <= 60) {
    const holidayCountry = life.chance.oneOf(['DE', 'US', 'JP', 'none'])
    return life.student.do<{ holidays: { dates: string[] } }>('policy.edit', { holidayCountry }, (answer) => [
      { what: 'policy', placeHolidays: answer.holidays.dates },
    ])
  }
  if (what <= 70) {
    const ownHolidays = Array.from({ length: life.chance.between(0, 12) }, () =>
      dayAfter(life.date, life.chance.between(-10, 60)),
    )
    return life.student.do('policy.edit', { ownHolidays }, () => [{ what: 'policy', ownHolidays }])
  }
  if (what <= 75) {
    const profile = life.chance.oneOf(['office', '3b7'] as const)
    return life.student.do('policy.edit', { profile }, () => [{ what: 'policy', profile }])
  }
  if (what <= 82) {
    const weekend = life.chance.oneOf(['saturday-sunday', 'friday-saturday', 'sunday', 'none'] as const)
    const clock = life.chance.oneOf(['calendar', 'business'] as const)
    return life.student.do('policy.edit', { weekend, clock }, () => [
      { what: 'policy', values: { weekend, clock } },
    ])
  }
  const [field, from, to] = life.chance.oneOf(profileFields)
  const values = { [field]: life.chance.between(from, to) }
  return life.student.do('policy.edit', values, () => [{ what: 'policy', values }])
}

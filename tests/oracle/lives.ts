import { type Chance, chance } from './chance.ts'
import { atTime, dayAfter, dayOf, startOf } from './days.ts'
import type { Keep, Mode } from './facts.ts'
import { endOfEvent, endOfTalk, type Story } from './story.ts'
import { type NewFact, Student } from './student.ts'

const hour = 3_600_000
const day = 24 * hour
const organizations = [
  'Kestrel Bay Hospital',
  'Port Elver College',
  'Finch & Daughters',
  'Northgate Trust',
  'Lantern Lab',
]
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

type Deed = () => Promise<unknown>

/** A student's year, a moment at a time: at each the student does what chance and the law of the program allow. */
export class Life {
  readonly student: Student
  private readonly chance: Chance
  private readonly start: number
  private names = 0
  private date = ''
  readonly days: number

  private constructor(student: Student, seed: number, days: number) {
    this.student = student
    this.chance = chance(seed)
    this.start = student.now
    this.days = days
  }

  static async of(seed: number, days = 365): Promise<Life> {
    // Begins somewhere in 2026, so that seasons, clock changes and leap days fall differently.
    const start = Date.parse('2026-01-05T08:00:00+01:00') + (seed % 97) * 7 * day
    return new Life(await Student.born(start), seed, days)
  }

  /** Lives the year and calls back at two or three moments of each day. */
  async live(moment: () => Promise<boolean>): Promise<void> {
    await this.begin()
    for (let count = 0; count < this.days; count++) {
      const { zone } = this.student.story()
      const today = dayOf(this.start + count * day, 'UTC')
      this.date = today
      const times = Array.from({ length: this.chance.between(2, 3) }, () =>
        this.chance.between(0, 1439),
      ).toSorted((a, b) => a - b)
      for (const time of times) {
        const at = startOf(today, zone) + time * 60_000
        if (at <= this.student.now) continue
        this.student.now = at
        // A quiet moment now and then: only the clock has moved.
        for (let left = this.chance.oneOf([0, 1, 1, 2, 3]); left > 0; left--) await this.act()
        if (!(await moment())) return
      }
    }
  }

  private async begin(): Promise<void> {
    if (this.chance.percent(30))
      await this.student.do('policy.edit', { profile: '3b7' }, () => [{ what: 'policy', profile: '3b7' }])
    for (let left = this.chance.between(3, 8); left > 0; left--) await this.addPerson()
  }

  private async act(): Promise<void> {
    const story = this.student.story()
    const deeds: [weight: number, deed: Deed][] = [
      [4, () => this.addPerson()],
      [10, () => this.request(story)],
      [22, () => this.answer(story)],
      [16, () => this.arrange(story)],
      [14, () => this.prepare(story)],
      [24, () => this.record(story)],
      [8, () => this.thank(story)],
      [5, () => this.promise(story)],
      [8, () => this.touch(story)],
      [4, () => this.report(story)],
      [5, () => this.decide()],
      [5, () => this.editPerson(story)],
      [2, () => this.circumstances()],
      [10, () => this.events(story)],
      [4, () => this.openings(story)],
    ]
    let at = this.chance.between(
      1,
      deeds.reduce((sum, [weight]) => sum + weight, 0),
    )
    const [, deed] = deeds.find(([weight]) => {
      at -= weight
      return at <= 0
    })!
    await deed()
  }

  private name(kind = 'Person'): string {
    this.names += 1
    return `${kind} ${String.fromCharCode(65 + (this.names % 26))}${this.names}`
  }

  private some<Item>(items: Iterable<Item>, which: (item: Item) => boolean = () => true): Item | undefined {
    const found = [...items].filter(which)
    return found.length > 0 ? this.chance.oneOf(found) : undefined
  }

  /** Now, or up to so many days ago: things are often noted late. */
  private late(days: number, notBefore = 0): number {
    if (this.chance.percent(60)) return this.student.now
    const at = this.student.now - this.chance.between(1, days * 24 * 60) * 60_000
    return Math.max(at, notBefore)
  }

  private addPerson() {
    if (this.student.story().people.size > 45) return Promise.resolve()
    const person = this.name()
    const organization = this.chance.percent(80) ? this.chance.oneOf(organizations) : undefined
    const chosen = this.chance.percent(50)
    const keep: Keep | undefined = this.chance.percent(15)
      ? this.chance.oneOf(['yes', 'no'] as const)
      : undefined
    return this.student.do(
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

  private async request(story: Story) {
    const open = new Set(
      [...story.approaches.values()].filter((one) => !one.movedOn && !one.reply).map((one) => one.person),
    )
    const who = this.some(
      story.people.values(),
      (one) => !open.has(one.name) && !one.never && (one.chosenAt !== undefined || this.chance.percent(20)),
    )
    if (!who) return
    const sentAt = this.late(3)
    await this.student.do<{ id: string }>(
      'approaches.start',
      { person: who.name, channel: 'email', sentAt: iso(sentAt) },
      ({ id }) => [{ what: 'asked', person: who.name, approach: id, sentAt }],
    )
  }

  private async answer(story: Story) {
    const waiting = [...story.approaches.values()].filter((one) => !one.reply && !one.movedOn)
    const moved = [...story.approaches.values()].filter((one) => one.movedOn || one.reply?.answer === 'later')
    const one = this.chance.percent(90) ? this.some(waiting) : this.some(moved)
    if (!one) return
    const { id: approach } = one
    const last = one.attempts.at(-1)!
    const what = this.chance.between(1, 100)
    if (what <= 40) return // Silence.
    if (what <= 55) {
      const sentAt = this.late(2, last + 1)
      return this.student.do('approaches.followUp', { approach, sentAt: iso(sentAt) }, () => [
        { what: 'asked-again', approach, sentAt },
      ])
    }
    if (what <= 63)
      return this.student.do('approaches.moveOn', { approach }, () => [{ what: 'moved-on', approach }])
    const answer = this.chance.oneOf(['yes', 'yes', 'yes', 'no', 'later', 'out-of-office'] as const)
    const when = this.late(2, last + 1)
    const until =
      answer === 'later' || answer === 'out-of-office'
        ? dayAfter(this.date, this.chance.between(2, 30))
        : undefined
    return this.student.do(
      'approaches.reply',
      { approach, answer, at: iso(when), ...(until && { until }) },
      () => [{ what: 'answered', approach, when, answer, until } as NewFact],
    )
  }

  private async arrange(story: Story) {
    const arranged = [...story.talks.values()].filter((one) => !one.outcome)
    if (this.chance.percent(12)) {
      const talk = this.some(arranged, (one) => one.startsAt > this.student.now)
      if (!talk) return
      const startsAt = this.hourAhead(1, 12)
      return this.student.do('conversations.prepare', { conversation: talk.id, at: iso(startsAt) }, () => [
        { what: 'moved', talk: talk.id, startsAt },
      ])
    }
    const yes = this.some(
      story.approaches.values(),
      (one) =>
        one.reply?.answer === 'yes' && ![...story.talks.values()].some((talk) => talk.approach === one.id),
    )
    const again = this.some(story.talks.values(), (one) => one.outcome === 'fell-through')
    const anybody = this.some(story.people.keys())
    const person =
      yes?.person ?? (this.chance.percent(30) ? again?.person : this.chance.percent(10) ? anybody : undefined)
    if (!person || arranged.some((one) => one.person === person) || story.people.get(person)!.never) return
    const startsAt = this.hourAhead(0, 14)
    const minutes = this.chance.oneOf([20, 25, 30, 45])
    const mode: Mode = this.chance.oneOf(['in-person', 'in-person', 'video', 'phone'] as const)
    const travelMinutes =
      mode === 'in-person' && this.chance.percent(70) ? this.chance.between(5, 180) : undefined
    return this.student.do<{ id: string; approachId: string | null }>(
      'conversations.arrange',
      { person, at: iso(startsAt), minutes, mode, ...(travelMinutes !== undefined && { travelMinutes }) },
      ({ id }) => [{ what: 'arranged', person, talk: id, startsAt, minutes, mode, travelMinutes } as NewFact],
    )
  }

  /** A quarter of an hour of some day ahead. */
  private hourAhead(from: number, to: number): number {
    const { zone } = this.student.story()
    const on = dayAfter(dayOf(this.student.now, zone), this.chance.between(from, to))
    const at = startOf(on, zone) + this.chance.between(32, 80) * 15 * 60_000
    return at > this.student.now ? at : at + day
  }

  private async prepare(story: Story) {
    const talk = this.some(story.talks.values(), (one) => !one.outcome && one.startsAt > this.student.now)
    if (!talk) return
    if (this.chance.percent(40))
      return this.student.do('conversations.confirm', { conversation: talk.id }, () => [
        { what: 'confirmed', talk: talk.id },
      ])
    const count = (most: number) => (this.chance.percent(50) ? this.chance.between(1, most) : 0)
    const list = (many: number, text: string) =>
      Array.from({ length: many }, (_, i) => `${text} ${this.student.commands} ${i}`)
    const aims = Math.max(0, Math.min(count(2), 3 - talk.aims))
    const [questions, notes] = [count(10), count(2)]
    if (aims + questions + notes === 0) return
    return this.student.do(
      'conversations.prepare',
      {
        conversation: talk.id,
        ...(aims > 0 && { aims: list(aims, 'What matters in') }),
        ...(questions > 0 && {
          questions: list(questions, 'What surprised you about').map((one) => `${one}?`),
        }),
        ...(notes > 0 && { research: list(notes, 'They opened ward') }),
      },
      () => [{ what: 'prepared', talk: talk.id, aims, questions, notes }],
    )
  }

  private async record(story: Story) {
    const [ahead, early] = [this.chance.percent(4), this.chance.percent(30)]
    const talk = this.some(
      story.talks.values(),
      (one) => !one.outcome && (ahead || (early ? one.startsAt : endOfTalk(one)) <= this.student.now),
    )
    if (!talk) return
    const conversation = talk.id
    const outcome = this.chance.oneOf(
      ahead ? (['cancelled'] as const) : (['held', 'held', 'held', 'held', 'cancelled', 'no-show'] as const),
    )
    if (outcome !== 'held')
      return this.student.do('conversations.record', { conversation, outcome }, () => [
        { what: 'fell-through', talk: talk.id },
      ])
    const advice = this.chance.percent(50) ? this.chance.between(1, 3) : 0
    const named = this.chance.percent(40)
      ? Array.from({ length: this.chance.between(1, 2) }, () => ({
          person: this.name('Named'),
          organization: this.chance.percent(50) ? this.chance.oneOf(organizations) : undefined,
        }))
      : []
    const promised = this.chance.percent(40) ? this.chance.between(1, 2) : 0
    const stay: Keep = this.chance.percent(85) ? 'yes' : 'no'
    return this.student.do<{
      introductions: { id: string; to: { name: string } }[]
      promises: { id: string }[]
    }>(
      'conversations.record',
      {
        conversation,
        outcome,
        highlight: 'How they came to it',
        advice: Array.from({ length: advice }, (_, i) => `Take course ${i}`),
        names: named.map(({ person, organization }) =>
          [person, 'planner', organization].filter(Boolean).join(', '),
        ),
        promises: Array.from({ length: promised }, (_, i) => `Send paper ${i}`),
        stayInTouch: stay,
      },
      ({ introductions, promises }) => [
        ...named.map(({ person, organization }): NewFact => ({ what: 'person', person, organization })),
        { what: 'held', talk: talk.id, advice, stay },
        ...introductions.map(
          ({ id, to }): NewFact => ({ what: 'named', introduction: id, by: talk.person, person: to.name }),
        ),
        ...promises.map(
          ({ id }): NewFact => ({ what: 'promised', promise: id, person: talk.person, by: 'me' }),
        ),
      ],
    )
  }

  private async thank(story: Story) {
    const talk = this.some(story.talks.values(), (one) => one.outcome === 'held' && !one.thanked)
    if (!talk) return
    const { person } = talk
    if (this.chance.percent(50)) {
      const when = this.student.now
      return this.student.do('touches.add', { person, kind: 'email', thanks: true }, () => [
        { what: 'touch', person, when, from: 'me', thanks: true },
      ])
    }
    return this.write(person, 'thank-you')
  }

  private async write(
    person: string,
    kind: 'thank-you' | 'report-back' | 'keep-in-touch' | 'seasonal',
    { introduction, conversation }: { introduction?: string; conversation?: string } = {},
  ) {
    const letter = await this.student.do<{
      id: string
      conversationId: string | null
      introductionId: string | null
    }>(
      'letters.compose',
      {
        person,
        kind,
        ...(introduction && { introduction }),
        ...(conversation && { conversation }),
        ...(kind === 'seasonal' && { season: 'winter' }),
      },
      () => [],
    )
    if (!letter) return
    const when = this.student.now
    return this.student.do('letters.sent', { letter: letter.id }, () => [
      {
        what: 'letter',
        person,
        when,
        kind,
        introduction: letter.introductionId ?? undefined,
        talk: letter.conversationId ?? undefined,
      } as NewFact,
    ])
  }

  private async promise(story: Story) {
    const open = this.some(story.promises.values(), (one) => !one.closed)
    if (open && this.chance.percent(70)) {
      const kept = this.chance.percent(80)
      return this.student.do('promises.done', { promise: open.id, ...(!kept && { dropped: true }) }, () => [
        { what: 'promise-closed', promise: open.id, kept },
      ])
    }
    const person = this.some(story.people.keys())
    if (!person) return
    const by = this.chance.percent(70) ? 'me' : 'them'
    const dueOn = this.chance.percent(60) ? dayAfter(this.date, this.chance.between(1, 40)) : undefined
    return this.student.do<{ id: string }>(
      'promises.add',
      { person, text: `Bring back ${this.names}`, by, ...(dueOn && { dueOn }) },
      ({ id }) => [{ what: 'promised', promise: id, person, by, dueOn } as NewFact],
    )
  }

  private async touch(story: Story) {
    const due = this.chance.percent(50)
      ? this.some(this.student.expected(), (one) => one.kind === 'keep-in-touch')?.subject
      : undefined
    const person = due ?? this.some(story.people.keys(), (one) => !story.people.get(one)!.never)
    if (!person) return
    if (this.chance.percent(30))
      return this.write(person, this.chance.oneOf(['keep-in-touch', 'seasonal'] as const))
    const from = this.chance.percent(70) ? 'me' : 'them'
    const when = this.late(5)
    const kind = this.chance.oneOf(['email', 'call', 'coffee', 'card', 'article', 'message', 'meeting'])
    return this.student.do('touches.add', { person, kind, from, at: iso(when) }, () => [
      { what: 'touch', person, when, from, thanks: false },
    ])
  }

  private async report(story: Story) {
    const one = this.some(story.introductions.values(), (each) => each.status === 'met')
    if (one && this.chance.percent(70)) return this.write(one.by, 'report-back', { introduction: one.id })
    const advised = this.some(story.talks.values(), (talk) => talk.advice > 0 && !talk.told)
    if (advised && this.chance.percent(60))
      return this.write(advised.person, 'report-back', { conversation: advised.id })
    const any = this.some(story.introductions.values())
    if (!any) return
    const statuses = ['named', 'offered', 'introduced', 'contacted', 'met', 'reported-back'] as const
    const next = statuses.slice(statuses.indexOf(any.status) + 1)
    if (next.length === 0) return
    const status = this.chance.oneOf(next) as Exclude<(typeof statuses)[number], 'named'>
    return this.student.do('introductions.update', { introduction: any.id, status }, () => [
      { what: 'introduced', introduction: any.id, status },
    ])
  }

  /** Puts a step of Today off, or sets it aside. */
  private async decide() {
    const steps = await this.student.today()
    const step = this.some(steps)
    if (!step) return
    const same = this.student
      .expected()
      .filter(
        (one) =>
          one.kind === step.kind && one.subject === step.subject.name && one.dueAt === Date.parse(step.dueAt),
      )
    if (same.length !== 1) return
    const { key } = same[0]!
    if (this.chance.percent(60)) {
      const until = dayAfter(this.date, this.chance.between(1, 20))
      return this.student.do('steps.snooze', { step: step.id, until }, () => [
        { what: 'put-off', step: key, until },
      ])
    }
    return this.student.do('steps.dismiss', { step: step.id, reason: 'Not now' }, () => [
      { what: 'set-aside', step: key },
    ])
  }

  private async editPerson(story: Story) {
    const who = this.some(story.people.values())
    if (!who) return
    const person = who.name
    const edit = (input: Record<string, unknown>, fact: NewFact) => {
      const deed = () => this.student.do('people.edit', { person, ...input }, () => [fact])
      return this.chance.percent(15) ? this.student.regret(deed) : deed()
    }
    switch (this.chance.between(1, 8)) {
      case 1:
      case 2:
        return edit({ chosen: true }, { what: 'chosen', person, chosen: true })
      case 3:
        return edit({ chosen: false }, { what: 'chosen', person, chosen: false })
      case 4: {
        const until = dayAfter(this.date, this.chance.between(3, 40))
        return edit({ pausedUntil: until }, { what: 'paused', person, until })
      }
      case 5: {
        const never = !who.never && this.chance.percent(40)
        return edit({ doNotContact: never }, { what: 'do-not-contact', person, never })
      }
      case 6: {
        const keep: Keep = this.chance.percent(60) ? 'yes' : 'no'
        return edit({ keepInTouch: keep }, { what: 'keep', person, keep })
      }
      case 7: {
        const days = this.chance.between(14, 60)
        return edit({ cadenceDays: days }, { what: 'cadence', person, days })
      }
      default: {
        const organization = this.chance.oneOf(organizations)
        return edit({ organization }, { what: 'works-at', person, organization })
      }
    }
  }

  private async circumstances() {
    const what = this.chance.between(1, 100)
    if (what <= 25) {
      const zone = this.chance.oneOf(zones)
      return this.student.do('profile.edit', { timeZone: zone }, () => [{ what: 'time-zone', zone }])
    }
    if (what <= 50) {
      const from = dayAfter(this.date, this.chance.between(0, 20))
      const until = dayAfter(from, this.chance.between(1, 21))
      return this.student.do('profile.edit', { awayFrom: from, awayUntil: until }, () => [
        { what: 'vacation', from, until },
      ])
    }
    if (what <= 57) return this.student.do('profile.edit', { notAway: true }, () => [{ what: 'no-vacation' }])
    if (what <= 70) {
      const ownHolidays = Array.from({ length: this.chance.between(0, 12) }, () =>
        dayAfter(this.date, this.chance.between(-10, 60)),
      )
      return this.student.do('policy.edit', { ownHolidays }, () => [{ what: 'policy', ownHolidays }])
    }
    if (what <= 75) {
      const profile = this.chance.oneOf(['office', '3b7'] as const)
      return this.student.do('policy.edit', { profile }, () => [{ what: 'policy', profile }])
    }
    if (what <= 82) {
      const weekend = this.chance.oneOf(['saturday-sunday', 'friday-saturday', 'sunday', 'none'] as const)
      const clock = this.chance.oneOf(['calendar', 'business'] as const)
      return this.student.do('policy.edit', { weekend, clock }, () => [
        { what: 'policy', values: { weekend, clock } },
      ])
    }
    const [field, from, to] = this.chance.oneOf(profileFields)
    const values = { [field]: this.chance.between(from, to) }
    return this.student.do('policy.edit', values, () => [{ what: 'policy', values }])
  }

  private async events(story: Story) {
    const { now } = this.student
    const open = [...story.events.values()].filter((one) => ['planned', 'registered'].includes(one.status))
    if (open.length < 2 && this.chance.percent(30)) return this.addEvent(story)
    const attended = this.some(story.events.values(), (each) => each.status === 'attended')
    if (attended && this.chance.percent(15)) return this.meet(story, attended.name)
    const one = this.some(open)
    if (!one) return
    const event = one.name
    if (now >= endOfEvent(one, story.zone)) {
      if (this.chance.percent(25))
        return this.student.do('events.missed', { event }, () => [{ what: 'missed', event }])
      if (this.chance.percent(30))
        return this.student.do('events.attended', { event }, () => [{ what: 'attended', event }])
      return this.meet(story, event)
    }
    if (now >= one.startsAt) return
    const person = this.some(story.people.keys())
    switch (this.chance.between(1, 7)) {
      case 1:
        return this.student.do('events.register', { event }, () => [{ what: 'registered', event }])
      case 2: {
        const studentFee = this.chance.percent(50) ? 20 : undefined
        return this.student.do('events.studentRate', { event, ...(studentFee && { studentFee }) }, () => [
          { what: 'rate-asked', event, studentFee } as NewFact,
        ])
      }
      case 3: {
        const more = this.chance.percent(40)
        return this.student.do('events.book', { event, what: 'Train', more }, () => [
          { what: 'booked', event, more },
        ])
      }
      case 4:
        return (
          person &&
          this.student.do('events.toMeet', { event, people: [person] }, () => [
            { what: 'to-meet', event, person },
          ])
        )
      case 5: {
        const whom = this.some(one.toMeet.keys())
        return (
          whom &&
          this.student.do('events.researched', { event, person: whom, research: 'Wrote of it' }, () => [
            { what: 'looked-up', event, person: whom },
          ])
        )
      }
      case 6: {
        const whom = this.some(one.toMeet.keys())
        return (
          whom &&
          this.chance.percent(40) &&
          this.student.do('events.drop', { event, people: [whom] }, () => [
            { what: 'dropped', event, person: whom },
          ])
        )
      }
      default:
        return (
          this.chance.percent(15) &&
          this.student.do('events.cancel', { event }, () => [{ what: 'cancelled', event }])
        )
    }
  }

  /** Somebody known, or new, was met there. */
  private async meet(story: Story, event: string) {
    const known = this.chance.percent(50) ? this.some(story.people.keys()) : undefined
    const person = known ?? this.name('Met')
    const sendOn = this.chance.percent(30) ? dayAfter(this.date, this.chance.between(1, 20)) : undefined
    return this.student.do(
      'events.met',
      { event, person, ...(sendOn && { send: 'The paper', sendOn }) },
      () => [
        ...(known ? [] : [{ what: 'person', person } as NewFact]),
        { what: 'met', event, person, sendOn } as NewFact,
      ],
    )
  }

  private async addEvent(story: Story) {
    const event = this.name('Fair')
    const { zone } = story
    const on = dayAfter(this.date, this.chance.between(1, 45))
    const startsAt = atTime(on, this.chance.oneOf(['09:00', '13:30', '18:00']), zone)
    if (startsAt <= this.student.now) return
    const endsAt = this.chance.percent(60) ? startsAt + this.chance.between(1, 30) * hour : undefined
    const deadline = this.chance.percent(60) ? dayAfter(on, -this.chance.between(0, 20)) : undefined
    const fee = this.chance.percent(60) ? 120 : undefined
    const studentFee = fee && this.chance.percent(30) ? 40 : undefined
    const travel = this.chance.percent(50)
    return this.student.do(
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

  private async openings(story: Story) {
    const open = [...story.openings.values()].filter((one) => one.status !== 'closed')
    if (open.length < 2 && this.chance.percent(40)) {
      const opening = this.name('Post')
      const organization = this.chance.oneOf(organizations)
      const deadline = this.chance.percent(70) ? dayAfter(this.date, this.chance.between(2, 40)) : undefined
      return this.student.do(
        'openings.add',
        { title: opening, organization, ...(deadline && { deadline }) },
        () => [{ what: 'opening', opening, organization, deadline } as NewFact],
      )
    }
    const one = this.some(open)
    if (!one) return
    const opening = one.title
    const colleague = this.some(
      story.people.values(),
      ({ organization }) => organization === one.organization,
    )
    const person = colleague?.name
    if (person && this.chance.percent(30))
      return this.student.do('openings.asked', { opening, person }, () => [
        { what: 'advocate-asked', opening, person },
      ])
    if (person && this.chance.percent(30))
      return this.student.do('openings.advocate', { opening, person, evidence: 'Sent my letter on' }, () => [
        { what: 'advocate-helped', opening, person },
      ])
    const status = this.chance.oneOf(['applied', 'interviewing', 'offer', 'closed'] as const)
    return this.student.do(
      'openings.edit',
      { opening, ...(status === 'closed' ? { outcome: 'rejected' } : { status }) },
      () => [{ what: 'opening-status', opening, status }],
    )
  }
}

const iso = (instant: number): string => new Date(instant).toISOString()

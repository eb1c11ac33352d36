import { dayAfter, dayOf } from './days.ts'
import type { Fact } from './facts.ts'
import { office, twoHours } from './facts.ts'
import {
  begunSince,
  type Contact,
  endOfEvent,
  endOfTalk,
  isOpen,
  type PersonStory,
  type Story,
  type TalkStory,
} from './story.ts'

/** Tells the facts in their order. */
export function storyOf(facts: readonly Fact[], zone: string): Story {
  const story: Story = {
    people: new Map(),
    approaches: new Map(),
    talks: new Map(),
    introductions: new Map(),
    promises: new Map(),
    events: new Map(),
    openings: new Map(),
    contacts: [],
    lookedUp: new Set(),
    putOff: new Map(),
    setAside: new Map(),
    zone,
    policy: office,
    placeHolidays: [],
    ownHolidays: [],
  }
  for (const fact of facts) tell(story, fact)
  return story
}

/** One more fact. */
export function tell(story: Story, fact: Fact): void {
  const { at } = fact
  const person = (name: string) => story.people.get(name)!
  const contact = (name: string, when: number, from: Contact['from'], event?: string) =>
    story.contacts.push({ person: name, when, from, event })
  switch (fact.what) {
    case 'person':
      story.people.set(fact.person, {
        name: fact.person,
        addedAt: at,
        organization: fact.organization,
        chosenAt: fact.chosen ? at : undefined,
        keep: fact.keep,
        cadence: fact.cadence,
        never: false,
      })
      break
    case 'chosen':
      choose(story, person(fact.person), fact.chosen, at)
      break
    case 'keep':
      person(fact.person).keep = fact.keep
      break
    case 'cadence':
      person(fact.person).cadence = fact.days
      break
    case 'works-at':
      person(fact.person).organization = fact.organization
      break
    case 'paused':
      person(fact.person).pausedUntil = fact.until
      break
    case 'no-pause':
      person(fact.person).pausedUntil = undefined
      break
    case 'do-not-contact':
      person(fact.person).never = fact.never
      break
    case 'asked':
      story.approaches.set(fact.approach, {
        id: fact.approach,
        person: fact.person,
        notedAt: at,
        attempts: [fact.sentAt],
        absences: [],
        movedOn: false,
      })
      contact(fact.person, fact.sentAt, 'me')
      use(story, fact.person)
      break
    case 'asked-again': {
      const approach = story.approaches.get(fact.approach)!
      approach.attempts.push(fact.sentAt)
      // Whoever asked to hear again later has: the wait begins anew.
      approach.reply = undefined
      contact(approach.person, fact.sentAt, 'me')
      break
    }
    case 'answered': {
      const approach = story.approaches.get(fact.approach)!
      if (fact.answer === 'out-of-office') approach.absences.push({ from: fact.when, until: fact.until! })
      else {
        approach.reply = { when: fact.when, answer: fact.answer, until: fact.until }
        approach.movedOn = false
        // Whoever answers is back.
        approach.absences = []
        contact(approach.person, fact.when, 'them')
      }
      break
    }
    case 'moved-on':
      story.approaches.get(fact.approach)!.movedOn = true
      break
    case 'arranged': {
      // It answers the open request, if there is one: that is a yes, said or not.
      const approach = [...story.approaches.values()].findLast(
        (one) => one.person === fact.person && isOpen(one),
      )
      if (approach) {
        approach.talk = fact.talk
        approach.reply = { when: approach.reply?.when ?? at, answer: 'yes' }
      }
      use(story, fact.person)
      story.talks.set(fact.talk, {
        id: fact.talk,
        person: fact.person,
        approach: approach?.id,
        arrangedAt: at,
        startsAt: fact.startsAt,
        minutes: fact.minutes,
        mode: fact.mode,
        travelMinutes: fact.travelMinutes ?? 0,
        aims: 0,
        questions: 0,
        notes: 0,
        confirmed: false,
        advice: 0,
        stay: 'yes',
        thanked: false,
        told: false,
      })
      break
    }
    case 'moved': {
      const talk = story.talks.get(fact.talk)!
      talk.minutes = fact.minutes ?? talk.minutes
      talk.travelMinutes = fact.travelMinutes ?? talk.travelMinutes
      // Another time is to be confirmed anew.
      if (fact.startsAt !== undefined) Object.assign(talk, { startsAt: fact.startsAt, confirmed: false })
      break
    }
    case 'prepared': {
      const talk = story.talks.get(fact.talk)!
      talk.aims += fact.aims
      talk.questions += fact.questions
      talk.notes += fact.notes
      break
    }
    case 'confirmed':
      story.talks.get(fact.talk)!.confirmed = true
      break
    case 'held': {
      const talk = story.talks.get(fact.talk)!
      Object.assign(talk, { outcome: 'held', recordedAt: at, advice: fact.advice, stay: fact.stay })
      // Whoever records before the time is up says that it is over.
      const over = Math.min(endOfTalk(talk), at)
      contact(talk.person, over, 'me')
      for (const one of story.introductions.values())
        if (one.person === talk.person && !['met', 'reported-back'].includes(one.status))
          Object.assign(one, { status: 'met', metAt: over })
      break
    }
    case 'fell-through': {
      const talk = story.talks.get(fact.talk)!
      Object.assign(talk, { outcome: 'fell-through', recordedAt: at })
      const approach = story.approaches.get(talk.approach ?? '')
      // The yes still stands, unless a newer request has taken its place.
      const newest = [...story.approaches.values()].findLast((one) => one.person === talk.person)
      if (approach && approach === newest && approach.reply?.answer === 'yes') approach.talk = undefined
      break
    }
    case 'named':
      story.introductions.set(fact.introduction, {
        id: fact.introduction,
        by: fact.by,
        person: fact.person,
        namedAt: at,
        status: 'named',
      })
      break
    case 'introduced': {
      const one = story.introductions.get(fact.introduction)!
      if (fact.status === 'met') one.metAt = at
      one.status = fact.status
      break
    }
    case 'touch':
      contact(fact.person, fact.when, fact.from)
      if (fact.thanks) thank(story, fact.person)
      break
    case 'letter': {
      contact(fact.person, fact.when, 'me')
      const talk = story.talks.get(fact.talk ?? '')
      if (fact.kind === 'thank-you') thank(story, fact.person, talk)
      if (fact.kind !== 'report-back') break
      const introduction = story.introductions.get(fact.introduction ?? '')
      // What came of it can be told once they have met.
      if (introduction?.status === 'met') introduction.status = 'reported-back'
      if (!introduction && talk) talk.told = true
      break
    }
    case 'promised':
      story.promises.set(fact.promise, {
        id: fact.promise,
        person: fact.person,
        by: fact.by,
        madeAt: at,
        // Reading: its day is settled when it is made.
        dueOn: fact.dueOn ?? dayAfter(dayOf(at, story.zone), story.policy.promiseDays),
      })
      break
    case 'promise-closed':
      Object.assign(story.promises.get(fact.promise)!, {
        closed: fact.kept ? 'kept' : 'dropped',
        closedAt: at,
      })
      break
    case 'put-off':
      story.putOff.set(fact.step, fact.until)
      break
    case 'set-aside':
      story.setAside.set(fact.step, at)
      break
    case 'vacation':
      story.vacation = { from: fact.from, until: fact.until }
      break
    case 'no-vacation':
      story.vacation = undefined
      break
    case 'time-zone':
      story.zone = fact.zone
      break
    case 'policy':
      if (fact.profile) story.policy = fact.profile === '3b7' ? twoHours : office
      story.policy = { ...story.policy, ...fact.values }
      if (fact.ownHolidays) story.ownHolidays = fact.ownHolidays
      if (fact.placeHolidays) story.placeHolidays = fact.placeHolidays
      break
    case 'event':
      story.events.set(fact.event, {
        name: fact.event,
        addedAt: at,
        startsAt: fact.startsAt,
        endsAt: fact.endsAt,
        deadline: fact.deadline,
        fee: fact.fee,
        studentFee: fact.studentFee,
        travel: fact.travel,
        booked: false,
        rateAsked: false,
        status: 'planned',
        toMeet: new Map(),
        met: [],
      })
      break
    case 'event-moved':
      story.events.get(fact.event)!.startsAt = fact.startsAt
      break
    case 'registered':
      story.events.get(fact.event)!.status = 'registered'
      break
    case 'rate-asked':
      story.events.get(fact.event)!.rateAsked = true
      story.events.get(fact.event)!.studentFee = fact.studentFee
      break
    case 'booked':
      // Reading: whoever books has a way to arrange.
      Object.assign(story.events.get(fact.event)!, { travel: true, booked: !fact.more })
      break
    case 'to-meet':
      if (!story.events.get(fact.event)!.toMeet.has(fact.person))
        story.events.get(fact.event)!.toMeet.set(fact.person, { lookedUp: false })
      break
    case 'looked-up':
      story.events.get(fact.event)!.toMeet.get(fact.person)!.lookedUp = true
      story.lookedUp.add(fact.person)
      break
    case 'dropped':
      story.events.get(fact.event)!.toMeet.delete(fact.person)
      break
    case 'attended':
      story.events.get(fact.event)!.status = 'attended'
      break
    case 'met': {
      const event = story.events.get(fact.event)!
      event.status = 'attended'
      // Told later, it is dated to the end of the event, or to its beginning where the end is not known.
      const over = at >= endOfEvent(event, story.zone)
      const when = over ? (event.endsAt ?? event.startsAt) : at
      const known = event.met.find((one) => one.person === fact.person)
      if (known) {
        known.sendOn = fact.sendOn ?? known.sendOn
        break
      }
      event.met.push({ person: fact.person, when, sendOn: fact.sendOn })
      contact(fact.person, when, 'me', fact.event)
      break
    }
    case 'missed':
    case 'cancelled':
      story.events.get(fact.event)!.status = fact.what
      break
    case 'opening':
      story.openings.set(fact.opening, {
        title: fact.opening,
        addedAt: at,
        organization: fact.organization,
        deadline: fact.deadline,
        status: 'open',
        asked: new Set(),
        helped: [],
      })
      break
    case 'opening-status':
      story.openings.get(fact.opening)!.status = fact.status
      break
    case 'advocate-asked':
      story.openings.get(fact.opening)!.asked.add(fact.person)
      break
    case 'advocate-helped':
      story.openings.get(fact.opening)!.helped.push({ person: fact.person, when: at })
      break
  }
}

/** Whoever was named is written to, or a talk with them arranged: the referral is used. */
function use(story: Story, person: string): void {
  for (const one of story.introductions.values())
    if (one.person === person && ['named', 'offered', 'introduced'].includes(one.status))
      one.status = 'contacted'
}

/** A thank-you is for the talk named, or the last that waits for one. */
function thank(story: Story, person: string, talk?: TalkStory): void {
  const waiting = [...story.talks.values()].filter(
    (one) => one.person === person && one.outcome === 'held' && !one.thanked,
  )
  const last = talk ?? waiting.toSorted((a, b) => a.startsAt - b.startsAt).at(-1)
  if (last) last.thanked = true
}

/** Choosing somebody again begins anew only where a request or a talk came in between. */
function choose(story: Story, who: PersonStory, chosen: boolean, at: number): void {
  const since = who.chosenAt
  if (!chosen || since === undefined) who.chosenAt = chosen ? at : undefined
  else if (begunSince(story, who.name, since)) who.chosenAt = at
}

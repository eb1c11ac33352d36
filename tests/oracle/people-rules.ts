import { daysLater, startOf } from './days.ts'
import type { Due } from './step.ts'
import { type ApproachStory, begunSince, isOpen, type PersonStory, type Story } from './story.ts'
import { endOfWait } from './waiting.ts'

/** What there is to do for one person, talks aside. */
export function personSteps(story: Story, who: PersonStory): Due[] {
  return [
    ...introduce(story, who),
    ...useReferral(story, who),
    ...requests(story, who),
    ...schedule(story, who),
    ...promises(story, who),
    ...reportBack(story, who),
    ...keepInTouch(story, who),
  ]
}

const approachesTo = (story: Story, who: PersonStory) =>
  [...story.approaches.values()].filter((one) => one.person === who.name)
const talksWith = (story: Story, who: PersonStory) =>
  [...story.talks.values()].filter((one) => one.person === who.name)
/** O3: somebody whom the user wants to meet is to be written to within some days. */
function introduce(story: Story, who: PersonStory): Due[] {
  const { chosenAt, name } = who
  if (chosenAt === undefined || isBusy(story, who) || begunSince(story, name, chosenAt)) return []
  if (waitingReferrals(story, who).length > 0) return []
  return [
    {
      kind: 'introduce',
      subject: name,
      rule: 'O3',
      dueAt: daysLater(chosenAt, story.policy.introduceDays, story.zone),
      showAt: chosenAt,
      toTheMinute: false,
      key: `introduce ${name} ${chosenAt}`,
      fixed: false,
    },
  ]
}

/** Whether a request is open, or a talk arranged. */
const isBusy = (story: Story, who: PersonStory): boolean =>
  approachesTo(story, who).some(isOpen) || talksWith(story, who).some((one) => !one.outcome)

const waitingReferrals = (story: Story, who: PersonStory) =>
  [...story.introductions.values()].filter(
    (one) => one.person === who.name && ['named', 'offered', 'introduced'].includes(one.status),
  )

/** N2: a referral is used while it is expected. */
function useReferral(story: Story, who: PersonStory): Due[] {
  if (isBusy(story, who) || talksWith(story, who).some((one) => one.outcome === 'held')) return []
  return waitingReferrals(story, who)
    .slice(0, 1)
    .map((one) => ({
      kind: 'use-referral',
      subject: who.name,
      rule: 'N2',
      dueAt: daysLater(one.namedAt, story.policy.referralDays, story.zone),
      showAt: one.namedAt,
      toTheMinute: false,
      key: `use-referral ${one.id}`,
      fixed: false,
    }))
}

/** O6, O7, X8: wait, write to a second contact where the policy wants it, write once more, wait again, move on. */
function requests(story: Story, who: PersonStory): Due[] {
  const { policy, zone } = story
  return approachesTo(story, who)
    .filter(isOpen)
    .flatMap((one): Due[] => {
      const step = (kind: string, rule: string, dueAt: number, key: string): Due => ({
        kind,
        subject: who.name,
        rule,
        dueAt,
        showAt: dueAt,
        toTheMinute: false,
        key: `${kind} ${one.id} ${key}`,
        fixed: false,
      })
      if (one.reply?.answer === 'yes') return []
      if (one.reply)
        return [step('follow-up', 'O6', startOf(one.reply.until!, zone), `later ${one.reply.until}`)]
      const dueAt = endOfWait(story, one, policy.replyWaitDays)
      const written = one.attempts.length
      const next =
        written < policy.attempts
          ? step('follow-up', 'O6', dueAt, String(written))
          : step('move-on', 'O7', dueAt, String(written))
      if (policy.secondContactDays === 0 || !wantsSecondContact(story, who, one)) return [next]
      return [next, step('introduce', 'X8', endOfWait(story, one, policy.secondContactDays), 'second')]
    })
}

/** X8: no reply to the first letter, and nobody else at that employer written to since. */
function wantsSecondContact(story: Story, who: PersonStory, approach: ApproachStory): boolean {
  const [first, ...more] = approach.attempts
  if (!who.organization || more.length > 0) return false
  return ![...story.approaches.values()].some(
    (one) =>
      one.person !== who.name &&
      story.people.get(one.person)!.organization === who.organization &&
      one.attempts[0]! >= first!,
  )
}

/** O5: a yes asks for a time, and so does a talk that fell through. */
function schedule(story: Story, who: PersonStory): Due[] {
  const { policy, zone } = story
  const talks = talksWith(story, who)
  const step = (since: number, key: string): Due => ({
    kind: 'schedule',
    subject: who.name,
    rule: 'O5',
    dueAt: daysLater(since, policy.scheduleDays, zone),
    showAt: since,
    toTheMinute: false,
    key: `schedule ${key}`,
    fixed: false,
  })
  const answered = approachesTo(story, who)
    .filter((one) => isOpen(one) && one.reply?.answer === 'yes')
    .map((one) => {
      const fell = talks.filter((talk) => talk.approach === one.id && talk.outcome)
      const since = Math.max(one.reply!.when, ...fell.map((talk) => talk.recordedAt!))
      return step(since, `${one.id} ${since}`)
    })
  // A talk that no request asked for: until something else is under way.
  const fell = talks
    .filter((one) => one.outcome === 'fell-through' && one.approach === undefined)
    .filter(
      (one) => !approachesTo(story, who).some((other) => isOpen(other) || other.notedAt > one.recordedAt!),
    )
    .filter(
      (one) =>
        !talks.some((other) => other !== one && (!other.outcome || other.recordedAt! > one.recordedAt!)),
    )
    .map((one) => step(one.recordedAt!, one.id))
  return [...answered, ...fell]
}

/** F2: a promise is kept by its day, or within a week. */
function promises(story: Story, who: PersonStory): Due[] {
  const { zone } = story
  return [...story.promises.values()]
    .filter((one) => one.person === who.name && one.by === 'me' && !one.closed)
    .map((one) => {
      return {
        kind: 'keep-promise',
        subject: who.name,
        rule: 'F2',
        dueAt: startOf(one.dueOn, zone),
        showAt: one.madeAt,
        toTheMinute: false,
        key: `keep-promise ${one.id}`,
        fixed: true,
      }
    })
}

/** X1: whoever named somebody hears what came of it, two weeks after the meeting. */
function reportBack(story: Story, who: PersonStory): Due[] {
  const { policy, zone } = story
  return [...story.introductions.values()]
    .filter((one) => one.by === who.name && one.status === 'met')
    .map((one) => {
      const dueAt = daysLater(one.metAt!, policy.reportBackDays, zone)
      return {
        kind: 'report-back',
        subject: who.name,
        rule: 'X1',
        dueAt,
        showAt: dueAt,
        toTheMinute: false,
        key: `report-back ${one.id}`,
        fixed: false,
      }
    })
}

/** F4: each quarter, from the first talk or by choice; whatever passes between the two begins it anew. */
export function keepInTouch(story: Story, who: PersonStory): Due[] {
  const { policy, zone } = story
  const held = talksWith(story, who).filter((one) => one.outcome === 'held')
  const last = held.toSorted((a, b) => a.startsAt - b.startsAt).at(-1)
  const kept = who.keep ? who.keep === 'yes' : last?.stay === 'yes'
  if (!kept || isBusy(story, who)) return []
  const touched = story.contacts.filter((one) => one.person === who.name).map((one) => one.when)
  // A quarter that is let pass counts as kept.
  const passed = [...story.setAside].filter(([key]) => key.startsWith(`keep-in-touch ${who.name} `))
  const since = Math.max(
    touched.length > 0 ? Math.max(...touched) : who.addedAt,
    ...passed.map(([, at]) => at),
  )
  const dueAt = daysLater(since, who.cadence ?? policy.cadenceDays, zone)
  return [
    {
      kind: 'keep-in-touch',
      subject: who.name,
      rule: 'F4',
      dueAt,
      showAt: dueAt,
      toTheMinute: false,
      key: `keep-in-touch ${who.name} ${since}`,
      fixed: false,
    },
  ]
}

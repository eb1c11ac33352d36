import { notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { dateInWords } from '../method/clock.ts'
import { readPolicy } from '../method/policy.ts'
import { getPerson } from '../people/commands.ts'
import { type Person, person } from '../people/person.ts'
import { composeIntroduction } from '../profile/introduction.ts'
import { readProfile, userTimeZone } from '../profile/profile.ts'
import { researchFor } from '../research/about-person.ts'
import { type Clock, clocksOf, timeInWords } from './clocks.ts'
import { closing } from './closing.ts'
import { conversation, endOf, type Mode } from './conversation.ts'
import { userIsKnown } from './known.ts'
import { leaveBy } from './leave-by.ts'
import { readinessOf } from './readiness.ts'

/** C1. */
const dress: Record<Mode, string> = {
  'in-person': 'As people dress there, and a little better.',
  video: 'As you would in person; look at the background and the light.',
  phone: 'A quiet place, your notes in front of you.',
}

/** All that goes on the page to take along (P1-P6, C1-C7). */
export async function conversationBrief(tx: ReadTx, id: Id) {
  const talk = await tx.get(conversation, id)
  if (!talk) throw notFound('conversation', id)
  const whom = await getPerson(tx, talk.personId)
  const policy = await readPolicy(tx)
  const profile = await readProfile(tx)
  const timeZone = await userTimeZone(tx)
  const notes = await researchFor(tx, whom)
  const leave = leaveBy(talk, policy)
  const readiness = readinessOf({ talk, whom, profile, researched: notes.length > 0, policy, now: tx.now })
  return {
    conversation: { id: talk.id, personName: whom.name, status: talk.status },
    person: {
      name: whom.name,
      place: [whom.role, whom.organization].filter(Boolean).join(', '),
      known: await knownBy(tx, whom),
      reach: reachOf(whom, talk.mode),
    },
    introduction: composeIntroduction(profile, { known: await userIsKnown(tx, whom) }),
    aims: talk.aims,
    research: [
      ...talk.research,
      ...notes.map(({ about, name, note }) => (about === 'person' ? note.text : `${name}: ${note.text}`)),
    ],
    before: await lastTalk(tx, whom.id, talk.startsAt, timeZone),
    questions: talk.questions.toSorted((a, b) => Number(b.mustAsk) - Number(a.mustAsk)),
    logistics: {
      startsAt: talk.startsAt,
      endsAt: endOf(talk),
      minutes: talk.minutes,
      mode: talk.mode,
      place: talk.place,
      travelMinutes: talk.travelMinutes,
      leaveBy: leave,
      leaveAt: leave === undefined ? undefined : timeInWords(leave, timeZone),
      arriveEarlyMinutes: policy.arriveEarlyMinutes,
      timeZone,
      clocks: clocksOf(talk, timeZone, whom.timeZone) satisfies Clock[],
      dress: dress[talk.mode],
      confirmed: talk.status === 'arranged' && talk.confirmedAt !== undefined,
    },
    closing: Object.values(closing) as string[],
    readiness: {
      done: readiness.done,
      of: readiness.of,
      percent: readiness.percent,
      missing: readiness.missing.map(({ rule }) => rule),
      next: readiness.missing,
      parts: readiness.parts,
    },
  }
}

/** How the user comes to know of them (N1, O2). */
async function knownBy(tx: ReadTx, { referredById, source }: Person): Promise<string> {
  const referrer = referredById === undefined ? undefined : await tx.get(person, referredById)
  return [referrer && `referred by ${referrer.name}`, source].filter(Boolean).join(', ')
}

/** Number and address, the one for this kind of talk first. */
function reachOf({ phones, emails }: Person, mode: Mode): string[] {
  const [phone, email] = [phones.slice(0, 1), emails.slice(0, 1)]
  return mode === 'video' ? [...email, ...phone] : [...phone, ...email]
}

/** What was valuable the last time, to begin from. */
async function lastTalk(
  tx: ReadTx,
  personId: Id,
  before: number,
  timeZone: string,
): Promise<string | undefined> {
  const talks = await tx.find(conversation, 'byPerson', { personId }, { before })
  const last = talks.findLast((talk) => talk.status === 'held')
  if (last?.status !== 'held' || !last.highlight) return undefined
  return `${dateInWords(last.startsAt, timeZone)}: ${last.highlight}`
}

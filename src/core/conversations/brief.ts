import { notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { readPolicy } from '../method/policy.ts'
import { getPerson } from '../people/commands.ts'
import { composeIntroduction } from '../profile/introduction.ts'
import { readProfile, userTimeZone } from '../profile/profile.ts'
import { conversation, endOf, type Mode } from './conversation.ts'
import { leaveBy } from './leave-by.ts'
import { missingPreparation, preparationParts } from './readiness.ts'

/** The closing list (C7, N2). */
const closing = [
  'Thank them for their time.',
  'May I stay in touch with you?',
  'Whom else should I talk with?',
  'How can I help you?',
]

const dress: Record<Mode, string> = {
  'in-person': 'As people dress there, and a little better.',
  video: 'As you would in person; look at the background and the light.',
  phone: 'A quiet place, your notes in front of you.',
}

/** One page to take along: introduction, aims, questions must-ask first, logistics, closing (P1-P6, C1-C7). */
export async function conversationBrief(tx: ReadTx, id: Id) {
  const talk = await tx.get(conversation, id)
  if (!talk) throw notFound('conversation', id)
  const whom = await getPerson(tx, talk.personId)
  const policy = await readPolicy(tx)
  const missing = missingPreparation(talk, policy)
  return {
    conversation: { id: talk.id, personName: whom.name, status: talk.status },
    introduction: composeIntroduction(await readProfile(tx)),
    aims: talk.aims,
    research: talk.research,
    questions: talk.questions.toSorted((a, b) => Number(b.mustAsk) - Number(a.mustAsk)),
    logistics: {
      startsAt: talk.startsAt,
      endsAt: endOf(talk),
      minutes: talk.minutes,
      mode: talk.mode,
      place: talk.place,
      leaveBy: leaveBy(talk, policy),
      timeZone: await userTimeZone(tx),
      dress: dress[talk.mode],
      confirmed: talk.status === 'arranged' && talk.confirmedAt !== undefined,
    },
    closing,
    readiness: {
      done: preparationParts - missing.length,
      of: preparationParts,
      missing: missing.map(({ rule }) => rule),
    },
  }
}

import { command } from '../kernel/command.ts'
import { invalid } from '../kernel/errors.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Policy, readPolicy } from '../method/policy.ts'
import { getPerson } from '../people/commands.ts'
import { readProfile, stageOf } from '../profile/profile.ts'
import { bank } from '../questions/bank.ts'
import { fieldGroupsOf } from '../questions/field-groups.ts'
import { type Candidate, type Picked, type PickFacts, pickQuestions } from '../questions/pick.ts'
import { ownQuestions } from '../questions/question.ts'
import { topicOf } from '../questions/topic-of.ts'
import { arrangedConversation } from './commands.ts'
import { type Conversation, conversation } from './conversation.ts'

export interface PickWish {
  conversationId: Id
  /** How many in all; what the policy says for so many minutes, unless said (P3). */
  count?: number
  plan?: 'topics' | 'tiara'
}

export type PickResult = { personName: string; questions: Picked[] }

/** Puts a full list of questions on a conversation: what is planned stays, the bank and the user's own fill it up (P3). */
export const pickForConversation = command({
  name: 'questions.pick',
  run: async (tx, { conversationId, count, plan }: PickWish): Promise<PickResult> => {
    const talk = await arrangedConversation(tx, conversationId)
    const policy = await readPolicy(tx)
    if (count !== undefined && count > policy.questionsTo) {
      throw invalid(
        'count',
        `More than ${policy.questionsTo} will not be asked (P3); choose a number up to that, or change questionsTo in the policy.`,
      )
    }
    const whom = await getPerson(tx, talk.personId)
    const own = (await ownQuestions(tx)).map((one): Candidate => ({ ...one, own: true }))
    const candidates = [...own, ...bank.map((one): Candidate => ({ ...one, own: false }))]
    const facts = { ...(await pickFacts(tx, talk, candidates)), seed: whom.id }
    const questions = pickQuestions(candidates, facts, {
      count: count ?? countFor(talk.minutes, policy),
      plan: plan ?? policy.questionPlan,
    })
    const before = new Map(talk.questions.map((one) => [one.text, one]))
    await tx.put(conversation, {
      ...talk,
      questions: questions.map(({ text, mustAsk }) => ({ ...before.get(text), text, mustAsk })),
    })
    return { personName: whom.name, questions }
  },
  summary: (_, { personName, questions }) => `Chose ${questions.length} questions for ${personName}`,
})

/** About one question in two and a half minutes, within what the policy says (P3). */
const countFor = (minutes: number, { questionsFrom, questionsTo }: Policy): number =>
  Math.min(questionsTo, Math.max(questionsFrom, Math.round(minutes / 2.5)))

async function pickFacts(
  tx: ReadTx,
  talk: Conversation,
  candidates: readonly Candidate[],
): Promise<Omit<PickFacts, 'seed'>> {
  const whom = await getPerson(tx, talk.personId)
  const user = await readProfile(tx)
  const held = (await tx.find(conversation, 'byStart', {}, { limit: recent, reverse: true })).filter(
    (one) => one.status === 'held',
  )
  const heard = new Map<string, number>()
  for (const one of held) {
    if (one.personId === talk.personId) continue
    for (const text of askedIn(one)) heard.set(text, (heard.get(text) ?? 0) + 1)
  }
  const known = new Map(candidates.map((one) => [fold(one.text), one]))
  const theirs = fieldGroupsOf(...whom.fields, whom.role, whom.organization)
  return {
    groups: theirs.length > 0 ? theirs : fieldGroupsOf(...user.interests),
    stage: stageOf(user),
    aims: talk.aims,
    planned: talk.questions.map(({ text, mustAsk }) => plannedCandidate(text, mustAsk, known)),
    asked: held.filter((one) => one.personId === talk.personId).flatMap(askedIn),
    heard,
  }
}

/** So many talks back, what others have answered is looked at. */
const recent = 200

function plannedCandidate(text: string, mustAsk: boolean, known: ReadonlyMap<string, Candidate>): Candidate {
  const same = known.get(fold(text))
  return same ? { ...same, text, mustAsk } : { id: '', topic: topicOf(text), text, own: true, mustAsk }
}

/** The questions that were asked in a talk: the ticked ones; all that were planned, where nobody ticked any (C5). */
function askedIn({ questions }: Conversation): string[] {
  const ticked = questions.filter(({ asked }) => asked)
  return (ticked.length > 0 ? ticked : questions).map(({ text }) => text)
}

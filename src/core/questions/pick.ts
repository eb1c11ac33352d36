import type { Id } from '../kernel/ids.ts'
import { derivedId } from '../kernel/ids.ts'
import { aimTopics } from './aim-topics.ts'
import {
  type BankQuestion,
  type Stage,
  type TiaraPart,
  type Topic,
  tiaraParts,
  topics,
} from './bank-question.ts'
import type { FieldGroup } from './field-groups.ts'
import { alike, gist } from './likeness.ts'

/** What a list of questions is made for. */
export interface PickFacts {
  /** Whom they are for: among questions that are equally good, each person gets others. */
  seed: string
  /** The fields that the person knows. */
  groups: readonly FieldGroup[]
  /** Where the user stands; unknown, both kinds of question fit. */
  stage?: Stage | undefined
  /** What the user wants to know (P2). */
  aims: readonly string[]
  /** What is planned for this conversation: it stays. */
  planned: readonly Candidate[]
  /** What this person was asked before. */
  asked: readonly string[]
  /** What others have answered, and how often. */
  heard: ReadonlyMap<string, number>
}

export type Candidate = Pick<BankQuestion, 'id' | 'topic' | 'text'> &
  Partial<Pick<BankQuestion, 'part' | 'stage' | 'field' | 'first' | 'unlocks'>> & {
    own: boolean
    mustAsk?: boolean
  }

export type Picked = Candidate & { mustAsk: boolean }

export interface PickPlan {
  /** How many questions in all (P3). */
  count: number
  /** `topics` goes through what people can tell (W6); `tiara` asks one in each of its five (X8). */
  plan: 'topics' | 'tiara'
}

/** So many questions are starred at most: what must be asked fits in ten minutes. */
const mostStarred = 4
/** Answered by so many others, a question gives way to one that was not. */
const answeredEnough = 3

/**
 * Questions for one conversation (P3): what is planned, filled up with the best of the candidates. No two ask the same, nothing
 * that this person was asked, must-ask first, in the order in which a talk goes. The same facts give the same list.
 */
export function pickQuestions(
  candidates: readonly Candidate[],
  facts: PickFacts,
  { count, plan }: PickPlan,
): Picked[] {
  const aims = facts.aims.map((aim) => ({ of: gist(aim), topics: aimTopics(aim) }))
  const heard = [...facts.heard].map(([text, times]) => ({ of: gist(text), times }))
  const asked = facts.asked.map(gist)
  const pool = candidates
    .filter((one) => suits(one, facts))
    .map((one): Weighed => {
      const of = gist(one.text)
      const answered = heard.reduce((sum, told) => sum + (alike(of, told.of) ? told.times : 0), 0)
      const forAims = Math.max(0, ...aims.map((aim) => fitsAim(one, of, aim)))
      return {
        one,
        of,
        forAims,
        score: worth(one, facts, forAims, answered),
        tie: derivedId(facts.seed, one.id),
      }
    })
    .filter(({ of }) => !asked.some((before) => alike(of, before)))
    .sort((a, b) => b.score - a.score || (a.tie < b.tie ? -1 : 1))
  const chosen: Chosen[] = facts.planned.map((one) => ({
    one: { ...one, mustAsk: one.mustAsk ?? false },
    of: gist(one.text),
  }))
  const left = () => Math.max(0, count - chosen.length)
  const take = (found: Weighed | undefined, mustAsk = false): void => {
    if (!found || left() === 0) return
    const starred = mustAsk && chosen.filter((each) => each.one.mustAsk).length < mostStarred
    chosen.push({ one: { ...found.one, mustAsk: found.one.mustAsk === true || starred }, of: found.of })
  }
  const best = (fits: (one: Candidate, forAims: number) => boolean): Weighed | undefined =>
    bestOf(
      pool.filter(({ one, forAims }) => fits(one, forAims)),
      chosen,
    )

  for (const { one } of pool.filter((each) => each.one.own && each.one.mustAsk))
    take(best(({ id }) => id === one.id))
  if (plan === 'tiara')
    for (const part of tiaraParts)
      if (!covers(chosen, { part }))
        take(
          best((one) => one.part === part),
          true,
        )
  if (plan === 'topics' && !covers(chosen, { topic: 'career-story' }))
    take(
      best(({ topic }) => topic === 'career-story'),
      true,
    )
  for (const aim of aims)
    take(
      best((one) => fitsAim(one, gist(one.text), aim) >= 2),
      true,
    )
  if (facts.groups.length > 0)
    take(
      best(({ field }) => field !== undefined),
      true,
    )
  for (const topic of topics) if (!covers(chosen, { topic })) take(best((one) => one.topic === topic))
  while (left() > 0) {
    const next = best(() => true)
    if (!next) break
    take(next)
  }
  return inOrderOfTalk(chosen.map(({ one }) => one))
}

interface Weighed {
  one: Candidate
  of: ReadonlySet<string>
  forAims: number
  score: number
  tie: Id
}

interface Chosen {
  one: Picked
  of: ReadonlySet<string>
}

/** Must-ask first; within both, from their story to the end of the talk. */
const inOrderOfTalk = (picked: readonly Picked[]): Picked[] =>
  picked.toSorted(
    (a, b) => Number(b.mustAsk) - Number(a.mustAsk) || topics.indexOf(a.topic) - topics.indexOf(b.topic),
  )

const suits = (one: Candidate, { stage, groups }: PickFacts): boolean =>
  (one.stage === undefined || stage === undefined || one.stage === stage) &&
  (one.field === undefined || groups.includes(one.field))

function worth(one: Candidate, { groups, stage }: PickFacts, forAims: number, answered: number): number {
  const own = one.own ? 4 : 0
  const field = one.field !== undefined && one.field === groups[0] ? 4 : one.field === undefined ? 0 : 3
  const stages = one.stage !== undefined && one.stage === stage ? 1 : 0
  const told = answered >= answeredEnough ? 20 : answered * 2
  return own + field + stages + (one.first ? 3 : 0) + forAims * 2 - told
}

function fitsAim(
  one: Candidate,
  of: ReadonlySet<string>,
  aim: { of: ReadonlySet<string>; topics: readonly Topic[] },
): number {
  let shared = 0
  for (const word of aim.of) if (of.has(word)) shared += 1
  return (aim.topics.includes(one.topic) ? 2 : 0) + Math.min(3, shared * 2)
}

const covers = (chosen: readonly Chosen[], { part, topic }: { part?: TiaraPart; topic?: Topic }): boolean =>
  chosen.some(({ one }) => (part ? one.part === part : one.topic === topic))

/** The best that asks something new; each further one on a topic, or about the field, counts a little less. */
function bestOf(pool: readonly Weighed[], chosen: readonly Chosen[]): Weighed | undefined {
  let best: Weighed | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const each of pool) {
    const sameTopic = chosen.filter(({ one }) => one.topic === each.one.topic).length
    const sameField = each.one.field ? chosen.filter(({ one }) => one.field === each.one.field).length : 0
    const score = each.score - 3 * sameTopic - sameField
    if (score <= most || chosen.some(({ of }) => alike(of, each.of))) continue
    best = each
    most = score
  }
  return best
}

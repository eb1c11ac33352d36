import { type Advocacy, advocacy } from '../advocacy/advocacy.ts'
import { type Approach, approach } from '../approaches/approach.ts'
import { type Conversation, conversation } from '../conversations/conversation.ts'
import { type Introduction, introduction } from '../introductions/introduction.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type Person, person } from '../people/person.ts'
import { type Promised, promise } from '../promises/promise.ts'
import { researchFor } from '../research/about-person.ts'
import { touch } from '../touches/touch.ts'
import type { Policy } from './policy.ts'
import { type StepDecision, stepDecision } from './step.ts'

/** All that decides one person's steps, each list by time. */
export interface History {
  person: Person
  approaches: Approach[]
  conversations: Conversation[]
  /** Where this person was named by somebody. */
  introductionsTo: { introduction: Introduction; from: string }[]
  /** Where this person named somebody. */
  introductionsFrom: { introduction: Introduction; to: string }[]
  promises: Promised[]
  /** What they were asked to do for an opening, and did (W5). */
  advocacies: Advocacy[]
  decisions: StepDecision[]
  lastTouchAt: number | undefined
  /** Whether there are notes about them, their organisation or their fields; only looked at before a talk (P1). */
  researched: boolean
  /** When others at the same employer were first written to: only where the policy asks for a second contact (X8). */
  colleaguesAskedAt: number[]
}

/** Loads the histories of these people, a table at a time. Who does not exist is left out. */
export async function loadHistories(
  tx: ReadTx,
  ids: readonly Id[],
  { secondContactDays }: Pick<Policy, 'secondContactDays'>,
): Promise<History[]> {
  const list = [...ids]
  const people = await tx.find(person, 'id', { id: list })
  const approaches = Map.groupBy(
    await tx.find(approach, 'byPerson', { personId: list }),
    (row) => row.personId,
  )
  const talks = Map.groupBy(
    await tx.find(conversation, 'byPerson', { personId: list }),
    (row) => row.personId,
  )
  const promises = Map.groupBy(await tx.find(promise, 'byPerson', { personId: list }), (row) => row.personId)
  const advocacies = Map.groupBy(
    await tx.find(advocacy, 'byPerson', { personId: list }),
    (row) => row.personId,
  )
  const decisions = Map.groupBy(
    await tx.find(stepDecision, 'byPerson', { personId: list }),
    (row) => row.personId,
  )
  const from = await tx.find(introduction, 'byFrom', { fromPersonId: list })
  const to = await tx.find(introduction, 'byTo', { toPersonId: list })
  const others = new Set([...from.map((row) => row.toPersonId), ...to.map((row) => row.fromPersonId)])
  const named = new Map((await tx.find(person, 'id', { id: [...others] })).map((row) => [row.id, row.name]))
  const introductionsFrom = Map.groupBy(from, (row) => row.fromPersonId)
  const introductionsTo = Map.groupBy(to, (row) => row.toPersonId)
  const histories: History[] = []
  for (const row of people) {
    const [last] = await tx.find(touch, 'byPerson', { personId: row.id }, { limit: 1, reverse: true })
    histories.push({
      person: row,
      approaches: approaches.get(row.id) ?? [],
      conversations: talks.get(row.id) ?? [],
      promises: promises.get(row.id) ?? [],
      advocacies: advocacies.get(row.id) ?? [],
      decisions: decisions.get(row.id) ?? [],
      introductionsFrom: (introductionsFrom.get(row.id) ?? []).map((one) => ({
        introduction: one,
        to: named.get(one.toPersonId) ?? 'somebody',
      })),
      introductionsTo: (introductionsTo.get(row.id) ?? []).map((one) => ({
        introduction: one,
        from: named.get(one.fromPersonId) ?? 'somebody',
      })),
      lastTouchAt: last?.at,
      researched: awaitsTalk(talks.get(row.id)) && (await researchFor(tx, row)).length > 0,
      colleaguesAskedAt: secondContactDays > 0 ? await askedElsewhereIn(tx, row) : [],
    })
  }
  return histories
}

/** When other people of the same organisation were first written to. */
async function askedElsewhereIn(tx: ReadTx, { id, organizationKey }: Person): Promise<number[]> {
  const colleagues = (await colleaguesOf(tx, organizationKey)).filter((one) => one !== id)
  const rows = await tx.find(approach, 'byPerson', { personId: colleagues })
  return rows.map((row) => row.attempts[0]!.sentAt)
}

/** The people of an organisation; nobody where it is not known. */
export async function colleaguesOf(tx: ReadTx, organizationKey: string | undefined): Promise<Id[]> {
  if (organizationKey === undefined) return []
  return (await tx.find(person, 'byOrganization', { organizationKey })).map((row) => row.id)
}

const awaitsTalk = (talks: Conversation[] = []): boolean => talks.some(({ status }) => status === 'arranged')

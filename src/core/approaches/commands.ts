import { advanceIntroductions } from '../introductions/commands.ts'
import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { ReadTx, Tx } from '../kernel/tx.ts'
import { letter } from '../letters/letter.ts'
import { dayOf } from '../method/clock.ts'
import { readMethod } from '../method/method.ts'
import { type Policy, readPolicy } from '../method/policy.ts'
import { getContactable, getPerson } from '../people/commands.ts'
import { type Person, person } from '../people/person.ts'
import { recordTouch, touchKindOf } from '../touches/commands.ts'
import { type Alternative, findAlternatives } from './alternatives.ts'
import { type Approach, type Attempt, approach, type Channel, isOpen } from './approach.ts'
import { type Answer, begin, leave, reply, writeAgain } from './decide.ts'

/** An approach as a command leaves it, with what its door wants to say besides. */
export type ApproachResult = Fresh<Approach> & { personName: string; advice: Advice[] }

/** Something that the method would rather have otherwise, said and not enforced. */
export interface Advice {
  rule: string
  message: string
}

export interface Sending {
  channel?: Channel
  sentAt?: number
  letterId?: Id
}

/** Starts the clock: the first letter or call went out (O6). The same request recorded twice is one. */
export const startApproach = command({
  name: 'approaches.start',
  run: async (tx, { personId, ...sending }: Sending & { personId: Id }) => {
    const whom = await getContactable(tx, personId)
    return start(tx, whom, await attemptOf(tx, sending, whom))
  },
  summary: (_, started) => `Wrote to ${started.personName}`,
})

/** The first attempt, put on record; also called when a request is marked as sent. */
export async function start(tx: Tx, whom: Person, attempt: Attempt): Promise<ApproachResult> {
  const { policy, calendar } = await readMethod(tx)
  const open = await openApproach(tx, whom.id)
  if (open) {
    if (!isSame(open, attempt, calendar.timeZone)) {
      throw new DomainError(
        'CONFLICT',
        `You have written to ${whom.name} already and the answer is open. The second letter is a follow-up.`,
        { approachId: open.id },
      )
    }
    return describe(whom, await attachLetter(tx, open, attempt))
  }
  const started = begin(tx.newId(), whom.id, attempt, tx.now)
  await tx.put(approach, started)
  await touchFor(tx, started, attempt, 'asked for a talk')
  await markSent(tx, attempt)
  await advanceIntroductions(tx, whom.id, 'contacted', attempt.sentAt)
  return describe(whom, started, await tooMany(tx, whom, policy))
}

/** The second letter, after the wait (O6); no third without a reply (O7). */
export const followUp = command({
  name: 'approaches.followUp',
  run: async (tx, { approachId, ...sending }: Sending & { approachId: Id }) => {
    const row = await getApproach(tx, approachId)
    const whom = await getContactable(tx, row.personId)
    const attempt = await attemptOf(tx, { channel: row.attempts.at(-1)!.channel, ...sending }, whom)
    return again(tx, row, whom, attempt)
  },
  summary: (_, row) => `Wrote again to ${row.personName}`,
})

/** One more attempt, put on record; also called when a follow-up is marked as sent. */
export async function again(tx: Tx, row: Approach, whom: Person, attempt: Attempt): Promise<ApproachResult> {
  const { policy, calendar } = await readMethod(tx)
  if (row.attempts.length > 1 && isSame(row, attempt, calendar.timeZone)) {
    return describe(whom, await attachLetter(tx, row, attempt))
  }
  const next = writeAgain(row, attempt, policy)
  await tx.put(approach, next)
  await touchFor(tx, next, attempt, 'followed up')
  await markSent(tx, attempt)
  return describe(whom, next)
}

/** What they answered; also late, and also that they are away (O6, O7, X5). */
export const recordReply = command({
  name: 'approaches.reply',
  run: async (tx, input: { approachId: Id; answer: Answer; at?: number; until?: string; note?: string }) => {
    const { approachId, answer, at = tx.now, until, note } = input
    const row = await getApproach(tx, approachId)
    if (row.status === 'replied' && 'conversationId' in row && row.conversationId) {
      throw new DomainError(
        'WRONG_STATE',
        'A time is arranged already. Record the conversation, or that it was cancelled.',
      )
    }
    const whom = await getPerson(tx, row.personId)
    const open = await openApproach(tx, row.personId)
    if (open && open.id !== row.id) {
      throw new DomainError(
        'CONFLICT',
        `You have written to ${whom.name} again since. Record the answer there: it is for both.`,
        { approachId: open.id },
      )
    }
    const next = reply(row, answer, at, until)
    await tx.put(approach, next)
    if (answer !== 'out-of-office') {
      const kind = touchKindOf(row.attempts.at(-1)!.channel)
      const outcome = { yes: 'said yes', no: 'declined', later: `asked to write again on ${until}` }[answer]
      await recordTouch(tx, { personId: row.personId, kind, at, from: 'them', outcome, note, approachId })
    }
    return describe(whom, next)
  },
  summary: (input, row) => `${row.personName} replied: ${input.answer}`,
})

/** No reply to the second attempt: on to others, who are named (O7). */
export const moveOn = command({
  name: 'approaches.moveOn',
  run: async (
    tx,
    { approachId }: { approachId: Id },
  ): Promise<ApproachResult & { alternatives: Alternative[] }> => {
    const row = await getApproach(tx, approachId)
    const whom = await getPerson(tx, row.personId)
    const next = leave(row, tx.now)
    await tx.put(approach, next)
    const { alternatives: count } = await readPolicy(tx)
    return { ...describe(whom, next), alternatives: await findAlternatives(tx, whom, count) }
  },
  summary: (_, row) => `Moved on from ${row.personName}`,
})

/** The approach to a person that still asks something, if any; there is never more than one. */
export async function openApproach(tx: ReadTx, personId: Id): Promise<Approach | undefined> {
  return (await tx.find(approach, 'byPerson', { personId })).findLast(isOpen)
}

/** The approach, or NOT_FOUND. */
export async function getApproach(tx: ReadTx, id: Id): Promise<Approach> {
  const row = await tx.get(approach, id)
  if (!row) throw notFound('approach', id)
  return row
}

/** The channel that fits how close somebody is: a call from a certain closeness, a letter below (O1). */
export function channelFor({ closeness, phones }: Person, policy: Policy): Channel {
  return closeness >= policy.phoneFromCloseness && phones.length > 0 ? 'phone' : 'email'
}

async function attemptOf(tx: Tx, { channel, sentAt, letterId }: Sending, whom: Person): Promise<Attempt> {
  const written = letterId === undefined ? undefined : await tx.get(letter, letterId)
  if (letterId !== undefined && !written) throw notFound('letter', letterId)
  if (written && written.personId !== whom.id) {
    throw new DomainError('INVALID_INPUT', `That letter is not to ${whom.name}.`, { field: 'letter' })
  }
  const wasSent = written?.status === 'sent' ? written.sentAt : undefined
  return {
    channel: channel ?? written?.channel ?? channelFor(whom, await readPolicy(tx)),
    sentAt: sentAt ?? wasSent ?? tx.now,
    letterId,
  }
}

/** The letter marked as sent and the approach started by hand are one and the same on one day. */
function isSame(row: Approach, attempt: Attempt, timeZone: string): boolean {
  const last = row.attempts.at(-1)!
  if (last.letterId && attempt.letterId) return last.letterId === attempt.letterId
  const oneHasLetter = last.letterId !== undefined || attempt.letterId !== undefined
  return oneHasLetter && dayOf(last.sentAt, timeZone) === dayOf(attempt.sentAt, timeZone)
}

async function attachLetter(tx: Tx, row: Approach, attempt: Attempt): Promise<Fresh<Approach>> {
  const last = row.attempts.at(-1)!
  if (!attempt.letterId || last.letterId) return row
  const attached = {
    ...row,
    attempts: [...row.attempts.slice(0, -1), { ...last, letterId: attempt.letterId }],
  }
  await tx.put(approach, attached)
  await markSent(tx, attempt)
  return attached
}

async function markSent(tx: Tx, { letterId, sentAt }: Attempt): Promise<void> {
  const row = letterId === undefined ? undefined : await tx.get(letter, letterId)
  if (row?.status === 'draft') await tx.put(letter, { ...row, status: 'sent', sentAt })
}

async function touchFor(tx: Tx, row: Fresh<Approach>, attempt: Attempt, outcome: string): Promise<void> {
  await recordTouch(tx, {
    personId: row.personId,
    at: attempt.sentAt,
    kind: touchKindOf(attempt.channel),
    from: 'me',
    outcome,
    approachId: row.id,
    letterId: attempt.letterId,
  })
}

async function tooMany(tx: Tx, whom: Person, policy: Policy): Promise<Advice[]> {
  if (!whom.organizationKey) return []
  const colleagues = await tx.find(person, 'byOrganization', { organizationKey: whom.organizationKey })
  const ids = colleagues.map(({ id }) => id)
  const open = (await tx.find(approach, 'byPerson', { personId: ids })).filter(isOpen).length
  if (open <= policy.openPerOrganisation) return []
  const message = `You have ${open} open requests at ${whom.organization}; ${policy.openPerOrganisation} at a time are enough. Colleagues talk.`
  return [{ rule: 'X7', message }]
}

const describe = (whom: Person, row: Fresh<Approach>, advice: Advice[] = []): ApproachResult => ({
  ...row,
  personName: whom.name,
  advice,
})

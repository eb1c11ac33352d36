import { command } from '../kernel/command.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson, personOf } from '../people/commands.ts'
import { findNamed, type NamedPerson } from '../people/named-person.ts'
import { type Person, person } from '../people/person.ts'
import { type Introduction, introduction } from './introduction.ts'

export type IntroductionStatus = Introduction['status']

/** In the order in which an introduction goes its way (N2, X1). */
export const introductionStatuses = [
  'named',
  'offered',
  'introduced',
  'contacted',
  'met',
  'reported-back',
] as const

/** How far an introduction has come, as the user knows it. */
export const updateIntroduction = command({
  name: 'introductions.update',
  run: async (tx, { introductionId, status }: { introductionId: Id; status: IntroductionStatus }) => {
    const row = await tx.get(introduction, introductionId)
    if (!row) throw notFound('introduction', introductionId)
    const { name } = await getPerson(tx, row.toPersonId)
    if (row.status === status)
      throw new DomainError('WRONG_STATE', `The introduction to ${name} is "${status}" already.`)
    const next = progress(row, status, tx.now)
    await tx.put(introduction, next)
    return { ...next, toName: name }
  },
  summary: (input, row) => `Introduction to ${row.toName}: ${input.status}`,
})

/** The introduction at another status; meeting and reporting are dated. */
export function progress(row: Introduction, status: IntroductionStatus, now: number): Fresh<Introduction> {
  const { id, fromPersonId, toPersonId, conversationId, namedAt, note } = row
  const base = { id, fromPersonId, toPersonId, conversationId, namedAt, note }
  const metAt = 'metAt' in row && row.metAt !== undefined ? row.metAt : now
  if (status === 'met') return { ...base, status, metAt }
  if (status === 'reported-back') return { ...base, status, metAt, reportedAt: now }
  return { ...base, status }
}

/**
 * Puts an introduction from one person to another. Whoever has the same name and the same organisation in the network
 * is meant; the same name alone never is, and a new person is listed.
 */
export async function putIntroduction(
  tx: Tx,
  from: Person,
  named: NamedPerson,
  conversationId?: Id,
): Promise<Fresh<Introduction> & { toName: string }> {
  const known = await findNamed(tx, named, from.id)
  const to =
    known ?? personOf({ ...named, origin: 'personal-referral', referredById: from.id }, tx.newId(), tx.now)
  if (!known) await tx.put(person, to)
  const row = {
    id: tx.newId(),
    fromPersonId: from.id,
    toPersonId: to.id,
    conversationId,
    namedAt: tx.now,
    status: 'named',
  } as const
  await tx.put(introduction, row)
  return { ...row, toName: to.name }
}

/** Somebody was met: every introduction to them says so (X1 counts from here). */
export async function markMet(tx: Tx, personId: Id, metAt: number): Promise<void> {
  for (const row of await tx.find(introduction, 'byTo', { toPersonId: personId })) {
    if (row.status !== 'met' && row.status !== 'reported-back')
      await tx.put(introduction, progress(row, 'met', metAt))
  }
}

import { command } from '../kernel/command.ts'
import { invalid, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { getPerson, personOf } from '../people/commands.ts'
import { findNamed, type NamedPerson } from '../people/named-person.ts'
import { type Person, person } from '../people/person.ts'
import { type Introduction, introduction } from './introduction.ts'
import { type IntroductionStatus, mayBecome, progress } from './progress.ts'

/** Somebody named somebody, outside of a recorded talk: by letter, or in passing (N2). */
export const addIntroduction = command({
  name: 'introductions.add',
  run: async (tx, { fromPersonId, named }: { fromPersonId: Id; named: NamedPerson }) => {
    if (!named.name) throw invalid('name', 'Whom did they name? Write "Name, role, organisation".')
    return putIntroduction(tx, await getPerson(tx, fromPersonId), named)
  },
  summary: (_, row) => `${row.fromName} named ${row.toName}`,
})

/** How far an introduction has come, as the user knows it. */
export const updateIntroduction = command({
  name: 'introductions.update',
  run: async (tx, { introductionId, status }: { introductionId: Id; status: IntroductionStatus }) => {
    const row = await tx.get(introduction, introductionId)
    if (!row) throw notFound('introduction', introductionId)
    const { name } = await getPerson(tx, row.toPersonId)
    const next = progress(row, status, tx.now)
    await tx.put(introduction, next)
    return { ...next, toName: name }
  },
  summary: (input, row) => `Introduction to ${row.toName}: ${input.status}`,
})

/**
 * Puts an introduction from one person to another. Whoever has the same name and the same organisation in the network
 * is meant; the same name alone never is, and a new person is listed.
 */
export async function putIntroduction(
  tx: Tx,
  from: Person,
  named: NamedPerson,
  conversationId?: Id,
): Promise<Fresh<Introduction> & { fromName: string; toName: string }> {
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
  return { ...row, fromName: from.name, toName: to.name }
}

/** Somebody was written to, or met: every introduction to them that has not come so far says so (N2, X1). */
export async function advanceIntroductions(
  tx: Tx,
  toPersonId: Id,
  status: 'contacted' | 'met',
  at: number,
): Promise<void> {
  for (const row of await tx.find(introduction, 'byTo', { toPersonId })) {
    if (mayBecome(row.status, status)) await tx.put(introduction, progress(row, status, at))
  }
}

import type { ReadTx } from '../kernel/tx.ts'
import type { Person } from '../people/person.ts'
import { conversation } from './conversation.ts'

/** From this closeness on, two people know each other by name. */
const familiarFrom = 4

/** Whether somebody knows the user already: close to them, or met before (P6). */
export async function userIsKnown(
  tx: ReadTx,
  { id, closeness }: Pick<Person, 'id' | 'closeness'>,
): Promise<boolean> {
  if (closeness >= familiarFrom) return true
  const talks = await tx.find(conversation, 'byPerson', { personId: id })
  return talks.some(({ status }) => status === 'held')
}

import { DomainError } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../kernel/tx.ts'
import { conversation, type HeldConversation } from './conversation.ts'

/** The held conversation that waits for thanks: the one named, or else the last (F1). */
export async function awaitingThanks(tx: Tx, personId: Id, id?: Id): Promise<HeldConversation | undefined> {
  const talks = await tx.find(conversation, 'byPerson', { personId })
  const held = talks.filter(
    (talk): talk is HeldConversation => talk.status === 'held' && talk.thankedAt === undefined,
  )
  return id === undefined ? held.at(-1) : held.find((talk) => talk.id === id)
}

/** Notes that the thank-you went out; throws WRONG_STATE where nothing waits for thanks. */
export async function thank(tx: Tx, personId: Id, at: number): Promise<void> {
  const talk = await awaitingThanks(tx, personId)
  if (!talk) {
    throw new DomainError(
      'WRONG_STATE',
      'No conversation with them waits for a thank-you. Record the conversation first.',
      {
        personId,
      },
    )
  }
  await tx.put(conversation, { ...talk, thankedAt: at })
}

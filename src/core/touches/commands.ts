import type { Channel } from '../approaches/approach.ts'
import { thank } from '../conversations/thank.ts'
import { command } from '../kernel/command.ts'
import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { dayOf, endOfDay } from '../method/clock.ts'
import { step } from '../method/step.ts'
import { getPerson } from '../people/commands.ts'
import { userTimeZone } from '../profile/profile.ts'
import { type Touch, type TouchKind, touch } from './touch.ts'

const kinds: Record<Channel, TouchKind> = {
  email: 'email',
  phone: 'call',
  linkedin: 'message',
  'in-person': 'meeting',
  letter: 'card',
}

/** The kind of touch that writing or calling by a channel is. */
export const touchKindOf = (channel: Channel): TouchKind => kinds[channel]

export interface NewTouch {
  personId: Id
  kind: TouchKind
  at?: number
  from?: 'me' | 'them'
  note?: string
  /** It was the thank-you for the last conversation (F1). */
  thanks?: boolean
}

/** Records anything that passed between the two (F3, F4). */
export const addTouch = command({
  name: 'touches.add',
  run: async (tx, { personId, kind, at = tx.now, from = 'me', note, thanks }: NewTouch) => {
    const { name } = await getPerson(tx, personId)
    const outcome = thanks ? 'thanked them' : undefined
    const row = await recordTouch(tx, { personId, kind, at, from, note, outcome })
    if (thanks) await thank(tx, personId, at)
    return { ...row, personName: name }
  },
  summary: (_, added) => `Noted ${added.kind} ${added.from === 'me' ? 'to' : 'from'} ${added.personName}`,
})

/** Puts a touch, and notes whether it answered a keep-in-touch step of the week (X7). */
export async function recordTouch(
  tx: Tx,
  facts: Omit<Fresh<Touch>, 'id' | 'keptInTouch'>,
): Promise<Fresh<Touch>> {
  const answered = facts.from === 'me' && (await isTheirTurn(tx, facts))
  const row = { ...facts, id: tx.newId(), keptInTouch: answered || undefined }
  await tx.put(touch, row)
  return row
}

/** Whether a keep-in-touch step was shown on that day: Today shows it from the morning. */
async function isTheirTurn(tx: Tx, { personId, at }: Pick<Touch, 'personId' | 'at'>): Promise<boolean> {
  const steps = await tx.find(step, 'bySubject', { subjectId: personId })
  const turn = steps.find((one) => one.kind === 'keep-in-touch')
  if (!turn) return false
  const timeZone = await userTimeZone(tx)
  return turn.showAt < endOfDay(dayOf(at, timeZone), timeZone)
}

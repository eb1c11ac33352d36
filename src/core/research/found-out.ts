import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { type ResearchNote, researchNote } from './research-note.ts'

/** What the user found out about these people beforehand, by person; what they said in a talk is not that (P1). */
export async function foundOutAbout(
  tx: ReadTx,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, ResearchNote[]>> {
  const notes = await tx.find(researchNote, 'byPerson', { personId: [...personIds] })
  return Map.groupBy(
    notes.filter(({ conversationId }) => conversationId === undefined),
    (note) => ('personId' in note ? note.personId : ''),
  )
}

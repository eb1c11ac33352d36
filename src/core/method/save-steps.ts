import type { Id } from '../kernel/ids.ts'
import type { Fresh } from '../kernel/table.ts'
import type { Tx } from '../kernel/tx.ts'
import { type Step, step } from './step.ts'

/** Puts the steps of these subjects in the place of those that they had. */
export async function saveSteps(tx: Tx, subjectIds: readonly Id[], wanted: Fresh<Step>[]): Promise<void> {
  const kept = new Set(wanted.map(({ id }) => id))
  for (const row of await tx.find(step, 'bySubject', { subjectId: [...subjectIds] }))
    if (!kept.has(row.id)) await tx.remove(step, row.id)
  for (const row of wanted) await tx.put(step, row)
}

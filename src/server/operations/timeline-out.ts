import { z } from 'zod'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { timelineOf } from '../../core/log/timeline.ts'
import { instantOut, iso } from './schemas.ts'

/** Everything that happened with somebody, newest first. */
export const timelineOut = z.array(
  z.object({
    at: instantOut,
    type: z.enum(['touch', 'conversation', 'letter', 'introduction', 'promise', 'opening']),
    id: z.string(),
    summary: z.string(),
    note: z.string().nullable(),
  }),
)

export const presentTimeline = async (tx: ReadTx, personId: string): Promise<z.output<typeof timelineOut>> =>
  (await timelineOf(tx, personId)).map(({ at, note, ...rest }) => ({
    ...rest,
    at: iso(at),
    note: note ?? null,
  }))

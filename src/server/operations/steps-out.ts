import { z } from 'zod'
import { type Step, stepKinds } from '../../core/method/step.ts'
import { instantOut, iso } from './schemas.ts'

/** A step as it is answered. */
export const stepOut = z.object({
  id: z.string(),
  kind: z.enum(stepKinds),
  dueAt: instantOut,
  wholeDay: z.boolean().describe('Due on a day; otherwise to the minute'),
  subject: z.object({
    type: z.enum(['person', 'event', 'opening']),
    id: z.string(),
    name: z.string(),
  }),
  about: z.object({ type: z.string(), id: z.string() }).describe('The record that asks for it'),
  rule: z.string().describe('The rule of the method'),
  why: z.string(),
  action: z.object({ label: z.string(), operation: z.string(), input: z.record(z.string(), z.unknown()) }),
})

/** A step with what the clock says of it. */
export const dueStepOut = stepOut.extend({ overdue: z.boolean() })

export const presentStep = (row: Step): z.output<typeof stepOut> => ({
  id: row.id,
  kind: row.kind,
  dueAt: iso(row.dueAt),
  wholeDay: row.wholeDay,
  subject: { type: row.subjectType, id: row.subjectId, name: row.subjectName },
  about: { type: row.aboutType, id: row.aboutId },
  rule: row.rule,
  why: row.why,
  action: row.action,
})

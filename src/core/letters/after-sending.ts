import { dateInWords } from '../method/clock.ts'
import type { Step, StepKind } from '../method/step.ts'

/** What each next step means for somebody who has just sent a letter; the others say nothing of it. */
const sentences: Partial<Record<StepKind, (day: string) => string>> = {
  'follow-up': (day) => `If there is no reply by ${day}, Today will ask for one follow-up.`,
  'move-on': (day) => `If there is no reply by ${day}, Today will name others to try.`,
  'report-back': (day) => `From ${day}, tell them what came of the referral.`,
  'tell-progress': (day) => `Around ${day}, tell them what you did with their advice.`,
  'keep-promise': (day) => `What you promised them is due on ${day}.`,
  'keep-in-touch': (day) => `Around ${day} it is time for the next few lines.`,
}

/** What comes after a letter, from the steps that follow it: the first of them decides (O6, O7, F2). */
export function afterSending(
  steps: readonly Pick<Step, 'kind' | 'dueAt'>[],
  { now, timeZone }: { now: number; timeZone: string },
): string {
  const ahead = steps
    .filter(({ kind, dueAt }) => sentences[kind] && dueAt >= now)
    .toSorted((a, b) => a.dueAt - b.dueAt)
  const [next] = ahead
  if (!next) return 'Nothing more is due with them now.'
  return sentences[next.kind]!(dateInWords(next.dueAt, timeZone))
}

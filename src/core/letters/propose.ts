import type { Stand } from '../method/standing.ts'
import type { Step } from '../method/step.ts'
import { type LetterKind, letterKinds } from './letter.ts'

/** What there is to write to somebody. */
export interface Proposal {
  kind: LetterKind
  conversation?: string
  introduction?: string
}

/** What to write to somebody: what the method asks for first, or else what fits where they stand (O3, F4). */
export function proposeLetter(steps: readonly Pick<Step, 'dueAt' | 'action'>[], stand: Stand): Proposal {
  const asked = steps
    .filter(({ action }) => action.operation === 'letters.compose')
    .toSorted((a, b) => a.dueAt - b.dueAt)[0]?.action.input
  const kind = letterKinds.find((one) => one === asked?.kind)
  if (kind) return { ...asked, kind }
  if (stand === 'approached') return { kind: 'follow-up' }
  return { kind: stand === 'met' || stand === 'kept' ? 'keep-in-touch' : 'request' }
}

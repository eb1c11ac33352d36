import { expect, test } from 'vitest'
import type { Step } from '../method/step.ts'
import { proposeLetter } from './propose.ts'

const asks = (dueAt: number, operation: string, input: Record<string, unknown>) =>
  ({ dueAt, action: { label: 'Write', operation, input } }) as Pick<Step, 'dueAt' | 'action'>

test('what the method asks for first is what there is to write (F1, O6)', () => {
  const steps = [
    asks(3, 'letters.compose', { person: 'p', kind: 'report-back' }),
    asks(2, 'letters.compose', { person: 'p', kind: 'thank-you', conversation: 'c' }),
    asks(1, 'promises.done', { promise: 'x' }),
  ]
  expect(proposeLetter(steps, 'met')).toMatchObject({ kind: 'thank-you', conversation: 'c' })
})

test('without a step it fits where they stand: a request to somebody new, a few lines to whom you know (O3, F4)', () => {
  expect(proposeLetter([], 'listed').kind).toBe('request')
  expect(proposeLetter([], 'approached').kind).toBe('follow-up')
  expect(proposeLetter([], 'kept').kind).toBe('keep-in-touch')
})

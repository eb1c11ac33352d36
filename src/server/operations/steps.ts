import { z } from 'zod'
import { dismissStep, snoozeStep } from '../../core/method/commands.ts'
import { step } from '../../core/method/step.ts'
import { commandOperation } from './operation.ts'
import { date, line, ref } from './schemas.ts'
import { presentStep, stepOut } from './steps-out.ts'

const theStep = ref(step, 'The step: its id, or the name of the person, event or opening')

export const stepsOperations = [
  commandOperation({
    command: snoozeStep,
    summary: 'Put a step off to a day',
    input: z.strictObject({ step: theStep, until: date('The day on which it comes back') }),
    output: stepOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /steps/{step}/snooze',
    commandLine: {
      words: ['steps', 'snooze'],
      positional: ['step'],
      examples: ['steps snooze "Nadia Haddad" --until 2026-03-20'],
    },
    toInput: ({ step: stepId, until }) => ({ stepId, until }),
    present: async (tx, row) => presentStep((await tx.get(step, row.id)) ?? row),
  }),
  commandOperation({
    command: dismissStep,
    summary: 'Set a step aside, with the reason',
    input: z.strictObject({ step: theStep, reason: line('Why it is not for you') }),
    output: stepOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /steps/{step}/dismiss',
    commandLine: {
      words: ['steps', 'dismiss'],
      positional: ['step'],
      examples: ['steps dismiss "Nadia Haddad" --reason "We met by chance and spoke already"'],
    },
    toInput: ({ step: stepId, reason }) => ({ stepId, reason }),
    present: async (_, row) => presentStep(row),
  }),
]

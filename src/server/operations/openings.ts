import { z } from 'zod'
import {
  addOpening,
  askAdvocate,
  clearableOfOpening,
  editOpening,
  recordAdvocate,
  removeOpening,
} from '../../core/openings/commands.ts'
import { opening, openingStatuses, outcomes } from '../../core/openings/opening.ts'
import { person } from '../../core/people/person.ts'
import { openingOut, presentOpening, presentOpenings } from './openings-out.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, instant, line, ref, text } from './schemas.ts'

const theOpening = ref(opening, 'The opening: its id, or its title')
const facts = {
  title: line('What is offered'),
  organization: line('By whom'),
  url: line('Where it is described').optional(),
  deadline: date('The last day for applying').optional(),
  notes: text('Notes').optional(),
}

export const openingsOperations = [
  commandOperation({
    command: addOpening,
    summary: 'Add an opening: an internship or job',
    input: z.strictObject(facts),
    output: openingOut,
    errors: [],
    rights: 'write',
    rest: 'POST /openings',
    commandLine: {
      words: ['openings', 'add'],
      examples: [
        'openings add --title "Summer nursing assistant" --organization "Lakeside Health" --deadline 2026-04-30',
      ],
    },
    toInput: (input) => input,
    present: presentOpening,
  }),
  commandOperation({
    command: editOpening,
    summary: 'Change what is said of an opening, or how far it has come',
    input: z.strictObject({
      opening: theOpening,
      ...z.strictObject(facts).partial().shape,
      status: z.enum(openingStatuses).optional().describe('How far it has come'),
      outcome: z.enum(outcomes).optional().describe('What came of it; this closes it'),
      at: instant('When it came so far; now, unless said').optional(),
      clear: z.array(z.enum(clearableOfOpening)).optional().describe('Facts to take off'),
    }),
    output: openingOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'INVALID_INPUT', 'WRONG_STATE'],
    rights: 'write',
    rest: 'PATCH /openings/{opening}',
    commandLine: {
      words: ['openings', 'edit'],
      positional: ['opening'],
      examples: [
        'openings edit "Summer nursing assistant" --status applied',
        'openings edit "Summer nursing assistant" --outcome accepted',
      ],
    },
    toInput: ({ opening: openingId, ...rest }) => ({ ...rest, openingId }),
    present: presentOpening,
  }),
  queryOperation({
    name: 'openings.list',
    summary: 'List openings by how far they have come',
    input: z.strictObject({ status: z.enum(openingStatuses).optional().describe('Only these') }),
    output: z.array(openingOut),
    errors: [],
    rights: 'read',
    rest: 'GET /openings',
    commandLine: { words: ['openings', 'list'], examples: ['openings list'] },
    run: async (tx, { status }) => {
      const shown = status ? [status] : openingStatuses
      const found = await tx.find(opening, 'byStatus', { status: [...shown] })
      // Without a deadline comes last.
      const rows = found.toSorted(
        (a, b) =>
          openingStatuses.indexOf(a.status) - openingStatuses.indexOf(b.status) ||
          (a.deadline ?? '9').localeCompare(b.deadline ?? '9'),
      )
      return presentOpenings(tx, rows)
    },
  }),
  queryOperation({
    name: 'openings.show',
    summary: 'Show an opening with who might help',
    input: z.strictObject({ opening: theOpening }),
    output: openingOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /openings/{opening}',
    commandLine: {
      words: ['openings', 'show'],
      positional: ['opening'],
      examples: ['openings show "Summer nursing assistant"'],
    },
    run: (tx, { opening: id }) => presentOpening(tx, { id }),
  }),
  commandOperation({
    command: askAdvocate,
    summary: 'Note that you asked somebody to help with an opening',
    input: z.strictObject({
      opening: theOpening,
      person: ref(person, 'Whom you asked'),
      at: instant('When; now, unless said').optional(),
      note: text('What you asked for').optional(),
    }),
    output: openingOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'],
    rights: 'write',
    rest: 'POST /openings/{opening}/asked',
    commandLine: {
      words: ['openings', 'asked'],
      positional: ['opening'],
      examples: ['openings asked "Summer nursing assistant" --person "Nadia Haddad"'],
    },
    toInput: ({ opening: openingId, person: personId, ...rest }) => ({ ...rest, openingId, personId }),
    present: presentOpening,
  }),
  commandOperation({
    command: recordAdvocate,
    summary: 'Record what somebody did for your application: that makes an advocate (W5)',
    input: z.strictObject({
      opening: theOpening,
      person: ref(person, 'Who helped'),
      evidence: line('What they did'),
      at: instant('When; now, unless said').optional(),
    }),
    output: openingOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'INVALID_INPUT'],
    rights: 'write',
    rest: 'POST /openings/{opening}/advocates',
    commandLine: {
      words: ['openings', 'advocate'],
      positional: ['opening'],
      examples: [
        'openings advocate "Summer nursing assistant" --person "Nadia Haddad" --evidence "Sent my letter on to the head of nursing"',
      ],
    },
    toInput: ({ opening: openingId, person: personId, ...rest }) => ({ ...rest, openingId, personId }),
    present: presentOpening,
  }),
  commandOperation({
    command: removeOpening,
    summary: 'Remove an opening that was noted by mistake; "undo" brings it back',
    input: z.strictObject({ opening: theOpening }),
    output: z.object({ removed: z.object({ id: z.string(), name: z.string() }) }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'DELETE /openings/{opening}',
    commandLine: {
      words: ['openings', 'remove'],
      positional: ['opening'],
      examples: ['openings remove "Summer nursing assistant"'],
    },
    toInput: ({ opening: openingId }) => ({ openingId }),
    present: async (_, { id, title }) => ({ removed: { id, name: title } }),
  }),
]

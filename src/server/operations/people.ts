import { z } from 'zod'
import { policyFields } from '../../core/method/policy-fields.ts'
import { stepKinds } from '../../core/method/step.ts'
import { addPerson, clearable, editPerson } from '../../core/people/commands.ts'
import { mergePeopleCommand } from '../../core/people/merge.ts'
import { person } from '../../core/people/person.ts'
import { removePersonCommand } from '../../core/people/remove.ts'
import { tables } from '../../core/tables.ts'
import { commandOperation, queryOperation } from './operation.ts'
import {
  personOut,
  personWithTimeline,
  presentPeople,
  presentPerson,
  presentPersonWithTimeline,
} from './people-out.ts'
import { date, line, ref, text } from './schemas.ts'

const origin = z.enum(['personal-referral', 'direct-contact']).describe('How you came to know of them (N1)')
const facts = {
  name: line('The name, as they write it'),
  givenName: line('The given name, where letters shall use it').optional(),
  familyName: line('The family name, after a title').optional(),
  honorific: line('A title, such as Dr. or Professor').optional(),
  origin,
  source: line('Which organisation, event or site').optional(),
  referredBy: ref(person, 'Who referred you to them').optional(),
  organization: line('Employer, school or association').optional(),
  role: line('What they do there').optional(),
  emails: z
    .array(z.email('An e-mail address looks like name@example.org.'))
    .optional()
    .describe('E-mail addresses'),
  phones: z.array(line('A number')).optional().describe('Telephone numbers'),
  urls: z.array(line('An address')).optional().describe('Web addresses, a LinkedIn profile for one'),
  closeness: z.int().min(1).max(5).optional().describe('1 a stranger, 5 somebody close (O1)'),
  fields: z.array(line('A field')).optional().describe('Fields they work in'),
  tags: z.array(line('A tag')).optional().describe('Tags of your own'),
  notes: text('Notes').optional(),
  birthday: line('YYYY-MM-DD, or --MM-DD').optional(),
  keepInTouch: z.enum(['yes', 'no']).optional().describe('Whether to be in touch each quarter (F4)'),
  cadenceDays: z
    .int()
    .min(policyFields.cadenceDays.min)
    .max(policyFields.cadenceDays.max)
    .optional()
    .describe('Days between touches, for this person (F4)'),
  pausedUntil: date('No steps before this day').optional(),
  doNotContact: z.boolean().optional().describe('Never write to them'),
  chosen: z.boolean().optional().describe('You want to meet them'),
}
const options = { emails: 'email', phones: 'phone', urls: 'url', fields: 'field', tags: 'tag' }

const byReferrer = <Input extends { referredBy?: string }>({ referredBy, ...rest }: Input) => ({
  ...rest,
  referredById: referredBy,
})

export const peopleOperations = [
  commandOperation({
    command: addPerson,
    summary: 'Add a person',
    input: z.strictObject(facts),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /people',
    commandLine: {
      words: ['people', 'add'],
      options,
      examples: [
        'people add --name "Nadia Haddad" --origin direct-contact --source "Health careers panel" --organization "Lakeside Health"',
        'people add --name "Søren van der Berg" --origin personal-referral --referred-by "Nadia Haddad" --email soren@example.com',
      ],
    },
    toInput: byReferrer,
    present: (tx, added) => presentPerson(tx, added.id),
  }),
  queryOperation({
    name: 'people.list',
    summary: 'List people, or search them',
    input: z.strictObject({
      search: z
        .string()
        .max(200)
        .optional()
        .describe('Words in names, organisations, roles, tags and notes; beginnings are enough'),
      origin: origin.optional(),
      field: line('A field').optional(),
      organization: line('An organisation').optional(),
      tag: line('A tag').optional(),
      step: z.enum(stepKinds).optional().describe('With a step of this kind'),
      limit: z.coerce.number().int().min(1).max(1000).default(50).describe('How many at most'),
      cursor: z.string().max(2000).optional().describe('Where the last page ended'),
    }),
    output: z.object({ items: z.array(personOut), total: z.int(), cursor: z.string().nullable() }),
    errors: [],
    rights: 'read',
    rest: 'GET /people',
    commandLine: {
      words: ['people', 'list'],
      examples: ['people list --search "haddad health"', 'people list --step thank'],
    },
    run: async (tx, input, services, caller) => {
      const { people, total, cursor } = await services.reads.listPeople(caller.ownerId, input)
      return { items: await presentPeople(tx, people), total, cursor }
    },
  }),
  queryOperation({
    name: 'people.show',
    summary: 'Show a person with everything that happened',
    input: z.strictObject({ person: ref(person, 'The person') }),
    output: personWithTimeline,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /people/{person}',
    commandLine: {
      words: ['people', 'show'],
      positional: ['person'],
      examples: ['people show "Nadia Haddad"'],
    },
    run: (tx, input) => presentPersonWithTimeline(tx, input.person),
  }),
  commandOperation({
    command: editPerson,
    summary: 'Change what is said of a person',
    input: z.strictObject({
      person: ref(person, 'The person'),
      ...z.strictObject(facts).partial().shape,
      clear: z.array(z.enum(clearable)).optional().describe('Facts to take off'),
    }),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'PATCH /people/{person}',
    commandLine: {
      words: ['people', 'edit'],
      positional: ['person'],
      options,
      examples: [
        'people edit "Nadia Haddad" --role "Head of nursing" --closeness 4',
        'people edit "Jonas Smith" --chosen',
      ],
    },
    toInput: ({ person: personId, ...rest }) => ({ ...byReferrer(rest), personId }),
    present: (tx, edited) => presentPerson(tx, edited.id),
  }),
  commandOperation({
    command: mergePeopleCommand(tables),
    summary: 'Make one person of two entries',
    input: z.strictObject({
      person: ref(person, 'The entry that stays'),
      other: ref(person, 'The entry that goes'),
    }),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /people/{person}/merge',
    commandLine: {
      words: ['people', 'merge'],
      positional: ['person', 'other'],
      examples: ['people merge 0198c2 0198d7'],
    },
    toInput: ({ person: personId, other: otherId }) => ({ personId, otherId }),
    present: (tx, merged) => presentPerson(tx, merged.id),
  }),
  commandOperation({
    command: removePersonCommand(tables),
    summary: 'Remove a person; "undo" brings them back',
    input: z.strictObject({ person: ref(person, 'The person') }),
    output: z.object({ removed: z.object({ id: z.string(), name: z.string() }) }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'DELETE /people/{person}',
    commandLine: {
      words: ['people', 'remove'],
      positional: ['person'],
      examples: ['people remove "Jonas Smith"'],
    },
    toInput: ({ person: personId }) => ({ personId }),
    present: async (_, removed) => ({ removed: { id: removed.id, name: removed.name } }),
  }),
]

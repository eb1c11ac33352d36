import { z } from 'zod'
import type { ReadTx } from '../../core/kernel/tx.ts'
import { isTimeZone } from '../../core/method/clock.ts'
import { policyFields } from '../../core/method/policy-fields.ts'
import { stepKinds } from '../../core/method/step.ts'
import { addPerson, clearable, editPerson } from '../../core/people/commands.ts'
import { editMany } from '../../core/people/edit-many.ts'
import { readerOf } from '../../core/people/home-country.ts'
import { person } from '../../core/people/person.ts'
import { looksLikePhone } from '../../core/people/phone.ts'
import { removePersonCommand } from '../../core/people/remove.ts'
import { whomToMeet } from '../../core/people/whom-to-meet.ts'
import { tables } from '../../core/tables.ts'
import { duplicatesOperations } from './duplicates.ts'
import { commandOperation, queryOperation } from './operation.ts'
import {
  personOut,
  personWithTimeline,
  postalAddress,
  presentPeople,
  presentPerson,
  presentPersonWithTimeline,
} from './people-out.ts'
import { photoOperations } from './photos.ts'
import { date, line, ref, text } from './schemas.ts'

const origin = z.enum(['personal-referral', 'direct-contact']).describe('How you came to know of them (N1)')
const facts = {
  name: line('The name, as they write it'),
  givenName: line('The given name, where letters shall use it').optional(),
  familyName: line('The family name, after a title').optional(),
  nickname: line('What friends call them').optional(),
  honorific: line('A title, such as Dr. or Professor').optional(),
  origin,
  source: line('Which organisation, event or site').optional(),
  referredBy: ref(person, 'Who referred you to them').optional(),
  organization: line('Employer, school or association').optional(),
  department: line('The part of it where they work').optional(),
  role: line('What they do there').optional(),
  emails: z
    .array(z.email('An e-mail address looks like name@example.org.'))
    .optional()
    .describe('E-mail addresses'),
  phones: z.array(line('A number')).optional().describe('Telephone numbers'),
  urls: z.array(line('An address')).optional().describe('Web addresses, a LinkedIn profile for one'),
  labels: z
    .record(z.string(), line('A label'))
    .optional()
    .describe('What some of these are called, by their text: {"+49 30 1234567":"work"}'),
  addresses: z
    .array(postalAddress)
    .optional()
    .describe('A postal address: {"label":"work","street":"Lakeside 1","city":"Berlin"}'),
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
  timeZone: line('Their time zone, such as Europe/Berlin')
    .refine(isTimeZone, 'There is no such time zone.')
    .optional(),
  doNotContact: z.boolean().optional().describe('Never write to them'),
  chosen: z.boolean().optional().describe('You want to meet them'),
}
/** `Assistant=Ada`; the name of a field has no equals sign. */
const customField = z
  .string()
  .trim()
  .max(5000)
  .regex(/^[^=]+=/, 'Write a field of your own as NAME=VALUE; an empty value takes it off.')
  .transform((text) => {
    const at = text.indexOf('=')
    return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }
  })
const customFields = z
  .array(customField)
  .optional()
  .describe('A field of your own: NAME=VALUE; an empty value takes it off')
const listChanges = {
  addTags: z.array(line('A tag')).optional().describe('A tag to add'),
  removeTags: z.array(line('A tag')).optional().describe('A tag to take off'),
  addFields: z.array(line('A field')).optional().describe('A field to add'),
  removeFields: z.array(line('A field')).optional().describe('A field to take off'),
  setFields: customFields,
}
const listOptions = {
  ...{ addTags: 'add-tag', removeTags: 'remove-tag', addFields: 'add-field', removeFields: 'remove-field' },
  setFields: 'custom-field',
}
const options = {
  emails: 'email',
  phones: 'phone',
  urls: 'url',
  fields: 'field',
  tags: 'tag',
  addresses: 'address',
}

/** What several people can have in common. */
const { name: _name, givenName: _given, familyName: _family, nickname: _nickname, ...more } = facts
const {
  emails: _emails,
  phones: _phones,
  urls: _urls,
  labels: _labels,
  birthday: _birthday,
  ...common
} = more
const manyFacts = z.strictObject(common).partial().shape

/** How many people are named one by one in the answer to a change of many. */
const named = 200

/** An object without what is absent. */
const said = <Row extends object>(row: Row): Partial<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<Row>

/** A number is searched by its digits as they are filed; other words stay as they are. */
async function searchOf(tx: ReadTx, search: string): Promise<string> {
  if (!looksLikePhone(search)) return search
  const read = await readerOf(tx, [search])
  return read(search) ?? search
}

const byReferrer = <Input extends { referredBy?: string }>({ referredBy, ...rest }: Input) => ({
  ...rest,
  referredById: referredBy,
})

export const peopleOperations = [
  commandOperation({
    command: addPerson,
    summary: 'Add a person',
    input: z.strictObject({ ...facts, customFields }),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /people',
    commandLine: {
      words: ['people', 'add'],
      options: { ...options, customFields: 'custom-field' },
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
        .describe(
          'Words in names, organisations, roles, tags and notes, where beginnings are enough; or a telephone number in any spelling',
        ),
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
      const search = input.search && (await searchOf(tx, input.search))
      const filter = { ...input, ...(search && { search }) }
      const { people, total, cursor } = await services.reads.listPeople(caller.ownerId, filter)
      return { items: await presentPeople(tx, people), total, cursor }
    },
  }),
  queryOperation({
    name: 'people.suggest',
    summary: 'Suggest whom to meet next, each with the reason',
    input: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(5).describe('How many at most'),
    }),
    output: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        role: z.string().nullable(),
        organization: z.string().nullable(),
        closeness: z.int(),
        rule: z.string().describe('The rule of the strongest reason'),
        why: z.string(),
        reasons: z.array(z.object({ rule: z.string(), why: z.string() })),
      }),
    ),
    errors: [],
    rights: 'read',
    rest: 'GET /suggestions',
    commandLine: { words: ['people', 'suggest'], examples: ['people suggest', 'people suggest --limit 10'] },
    run: async (tx, { limit }) =>
      (await whomToMeet(tx, limit)).map(({ person: one, reasons }) => ({
        ...{
          personId: one.id,
          name: one.name,
          role: one.role ?? null,
          organization: one.organization ?? null,
        },
        ...{ closeness: one.closeness, ...reasons[0]!, reasons },
      })),
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
      ...listChanges,
      notesBefore: z
        .string()
        .max(100_000)
        .optional()
        .describe('The notes that the change was made of: what was written elsewhere since is kept as well'),
      clear: z.array(z.enum(clearable)).optional().describe('Facts to take off'),
    }),
    output: personOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'PATCH /people/{person}',
    commandLine: {
      words: ['people', 'edit'],
      positional: ['person'],
      options: { ...options, ...listOptions },
      examples: [
        'people edit "Nadia Haddad" --role "Head of nursing" --closeness 4',
        'people edit "Nadia Haddad" --add-tag panel --custom-field "Assistant=Ada"',
        'people edit "Jonas Smith" --chosen',
      ],
    },
    toInput: ({ person: personId, ...rest }) => ({ ...byReferrer(rest), personId }),
    present: (tx, edited) => presentPerson(tx, edited.id),
  }),
  commandOperation({
    command: editMany,
    summary: 'Change several people at once; one undo takes it back',
    input: z.strictObject({
      people: z
        .array(ref(person, 'A person'))
        .optional()
        .describe('The people; without any, all that the conditions leave'),
      withTag: line('A tag').optional().describe('Only who has this tag'),
      inField: line('A field').optional().describe('Only who works in this field'),
      atOrganization: line('An organisation').optional().describe('Only who is at this organisation'),
      ofOrigin: origin.optional().describe('Only whom you came to know so (N1)'),
      ...manyFacts,
      ...listChanges,
      clear: z.array(z.enum(clearable)).optional().describe('Facts to take off'),
      dryRun: z.boolean().default(false).describe('Only show whom it would change'),
    }),
    output: z.object({
      found: z.int().describe('How many people it is about'),
      changed: z.int().describe('How many of them it changes'),
      people: z
        .array(z.object({ id: z.string(), name: z.string() }))
        .describe(`Whom it changes, at most ${named} of them`),
    }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'PATCH /people',
    commandLine: {
      words: ['people', 'edit-many'],
      positional: ['people...'],
      options: { ...options, ...listOptions },
      examples: [
        'people edit-many "Nadia Haddad" "Jonas Smith" --add-tag panel',
        'people edit-many --at-organization "Lakeside Health" --add-field health --dry-run',
      ],
    },
    toInput: ({ people, withTag, inField, atOrganization, ofOrigin, clear, dryRun: _, ...rest }) => ({
      chosen: { ...(people && { people }), ...said({ withTag, inField, atOrganization, ofOrigin }) },
      facts: byReferrer(rest),
      ...(clear && { clear: [...clear] }),
    }),
    dryRun: ({ dryRun }) => dryRun,
    present: async (_, { found, changed }) => ({
      ...{ found, changed: changed.length },
      people: changed.slice(0, named).map(({ id, name }) => ({ id, name })),
    }),
  }),
  ...duplicatesOperations,
  ...photoOperations,
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

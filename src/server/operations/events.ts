import { z } from 'zod'
import {
  addEvent,
  askedStudentRate,
  attendEvent,
  bookTravel,
  cancelEvent,
  clearableOfEvent,
  editEvent,
  missEvent,
  registerForEvent,
  removeEvent,
} from '../../core/events/commands.ts'
import { event, eventKinds } from '../../core/events/event.ts'
import type { Whom } from '../../core/events/people.ts'
import { dropFromEvent, metAtEvent, researchAttendee, wantToMeet } from '../../core/events/people-commands.ts'
import { isId } from '../../core/kernel/ids.ts'
import { namedPerson } from '../../core/people/named-person.ts'
import { person } from '../../core/people/person.ts'
import { eventOut, presentEvent, presentEvents } from './events-out.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { amount, date, instant, line, ref, refOrNew, text } from './schemas.ts'

const theEvent = ref(event, 'The event: its id, or its name')
const errors = ['NOT_FOUND', 'AMBIGUOUS', 'WRONG_STATE'] as const
const facts = {
  name: line('What it is called'),
  kind: z.enum(eventKinds),
  startsAt: instant('When it begins'),
  endsAt: instant('When it ends').optional(),
  place: line('Where').optional(),
  url: line('Its page').optional(),
  registrationDeadline: date('The last day for registering (N4)').optional(),
  dress: line('How people dress there (N4)').optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'Write a currency as three letters, such as EUR.')
    .optional()
    .describe('Of every amount, as three letters'),
  fee: amount('What it costs').optional(),
  studentFee: amount('What students pay (N5)').optional(),
  travel: text('How you will get there, where there is a way to arrange (N4)').optional(),
  notes: text('Notes').optional(),
}

const somebody = refOrNew(person, 'Somebody you know, or a new "Name, role, organisation"')

/** Somebody of the network, whose id was found; or somebody new, as they were written down. */
const whom = (given: string): Whom => (isId(given) ? { personId: given } : { named: namedPerson(given) })

export const eventsOperations = [
  commandOperation({
    command: addEvent,
    summary: 'Add an event: a conference, workshop, panel, information session or fair',
    input: z.strictObject(facts),
    output: eventOut,
    errors: ['INVALID_INPUT'],
    rights: 'write',
    rest: 'POST /events',
    commandLine: {
      words: ['events', 'add'],
      examples: [
        'events add --name "Careers in nursing" --kind panel --starts-at 2026-04-16T18:00:00+02:00 --place "Lakeside Hall" --registration-deadline 2026-04-09 --fee 120 --student-fee 40 --travel "By train the evening before"',
      ],
    },
    toInput: (input) => input,
    present: presentEvent,
  }),
  commandOperation({
    command: editEvent,
    summary: 'Change what is said of an event, or move it',
    input: z.strictObject({
      event: theEvent,
      ...z.strictObject(facts).partial().shape,
      clear: z.array(z.enum(clearableOfEvent)).optional().describe('Facts to take off'),
    }),
    output: eventOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS', 'INVALID_INPUT'],
    rights: 'write',
    rest: 'PATCH /events/{event}',
    commandLine: {
      words: ['events', 'edit'],
      positional: ['event'],
      examples: ['events edit "Careers in nursing" --dress "As for a day at work"'],
    },
    toInput: ({ event: eventId, ...rest }) => ({ ...rest, eventId }),
    present: presentEvent,
  }),
  queryOperation({
    name: 'events.list',
    summary: 'List events, by time',
    input: z.strictObject({
      status: eventOut.shape.status.optional().describe('Only these'),
    }),
    output: z.array(eventOut),
    errors: [],
    rights: 'read',
    rest: 'GET /events',
    commandLine: { words: ['events', 'list'], examples: ['events list', 'events list --status planned'] },
    run: async (tx, { status }) =>
      presentEvents(
        tx,
        status ? await tx.find(event, 'byStatus', { status }) : await tx.find(event, 'byStart', {}),
      ),
  }),
  queryOperation({
    name: 'events.show',
    summary: 'Show an event with its people',
    input: z.strictObject({ event: theEvent }),
    output: eventOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'read',
    rest: 'GET /events/{event}',
    commandLine: {
      words: ['events', 'show'],
      positional: ['event'],
      examples: ['events show "Careers in nursing"'],
    },
    run: (tx, { event: id }) => presentEvent(tx, { id }),
  }),
  commandOperation({
    command: registerForEvent,
    summary: 'Note that you are registered, and what you paid',
    input: z.strictObject({ event: theEvent, paid: amount('What you paid (N5)').optional() }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/register',
    commandLine: {
      words: ['events', 'register'],
      positional: ['event'],
      examples: ['events register "Careers in nursing" --paid 40'],
    },
    toInput: ({ event: eventId, paid }) => ({ eventId, paid }),
    present: presentEvent,
  }),
  commandOperation({
    command: askedStudentRate,
    summary: 'Note that you asked for a student rate, and what they said',
    input: z.strictObject({
      event: theEvent,
      studentFee: amount('What students pay; leave it out while you wait, or when there is none').optional(),
    }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/student-rate',
    commandLine: {
      words: ['events', 'student-rate'],
      positional: ['event'],
      examples: ['events student-rate "Careers in nursing" --student-fee 40'],
    },
    toInput: ({ event: eventId, studentFee }) => ({ eventId, studentFee }),
    present: presentEvent,
  }),
  commandOperation({
    command: bookTravel,
    summary: 'Note a booking for the way there',
    input: z.strictObject({
      event: theEvent,
      what: line('What you booked: the train, a room'),
      cost: amount('What it cost').optional(),
      at: instant('When; now, unless said').optional(),
      more: z.boolean().optional().describe('There is something to book still'),
    }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/bookings',
    commandLine: {
      words: ['events', 'book'],
      positional: ['event'],
      examples: ['events book "Careers in nursing" --what "Train, there and back" --cost 38.50'],
    },
    toInput: ({ event: eventId, ...rest }) => ({ ...rest, eventId }),
    present: presentEvent,
  }),
  commandOperation({
    command: wantToMeet,
    summary: 'Note people to meet at an event',
    input: z.strictObject({ event: theEvent, people: z.array(somebody).min(1).max(100) }),
    output: eventOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /events/{event}/to-meet',
    commandLine: {
      words: ['events', 'to-meet'],
      positional: ['event', 'people...'],
      examples: ['events to-meet "Careers in nursing" "Nadia Haddad" "Ada Obi, ward sister, Northgate"'],
    },
    toInput: ({ event: eventId, people }) => ({ eventId, people: people.map(whom) }),
    present: presentEvent,
  }),
  commandOperation({
    command: dropFromEvent,
    summary: 'Take people off the list of those to meet',
    input: z.strictObject({
      event: theEvent,
      people: z.array(ref(person, 'Somebody on the list')).min(1).max(100),
    }),
    output: eventOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /events/{event}/drop',
    commandLine: {
      words: ['events', 'drop'],
      positional: ['event', 'people...'],
      examples: ['events drop "Careers in nursing" "Nadia Haddad"'],
    },
    toInput: ({ event: eventId, people }) => ({ eventId, people }),
    present: presentEvent,
  }),
  commandOperation({
    command: researchAttendee,
    summary: 'Note what you found out about somebody to meet (P1)',
    input: z.strictObject({
      event: theEvent,
      person: ref(person, 'About whom'),
      research: text('What you found out').optional(),
      url: line('Where you found it').optional(),
    }),
    output: eventOut,
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'POST /events/{event}/researched',
    commandLine: {
      words: ['events', 'researched'],
      positional: ['event'],
      examples: [
        'events researched "Careers in nursing" --person "Nadia Haddad" --research "Wrote about night shifts last year"',
      ],
    },
    toInput: ({ event: eventId, person: personId, ...rest }) => ({ ...rest, eventId, personId }),
    present: presentEvent,
  }),
  commandOperation({
    command: attendEvent,
    summary: 'Note that you were there, and whom you met',
    input: z.strictObject({
      event: theEvent,
      met: z.array(somebody).max(100).optional().describe('Each person you met'),
    }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/attended',
    commandLine: {
      words: ['events', 'attended'],
      positional: ['event'],
      examples: [
        'events attended "Careers in nursing" --met "Nadia Haddad" --met "Ada Obi, ward sister, Northgate"',
      ],
    },
    toInput: ({ event: eventId, met = [] }) => ({ eventId, met: met.map(whom) }),
    present: presentEvent,
  }),
  commandOperation({
    command: metAtEvent,
    summary: 'Note somebody you met there, and what to send them when',
    input: z.strictObject({
      event: theEvent,
      person: somebody,
      note: text('What you talked about').optional(),
      send: line('What to send them').optional(),
      sendOn: date('On which day').optional(),
    }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/met',
    commandLine: {
      words: ['events', 'met'],
      positional: ['event', 'person'],
      examples: [
        'events met "Careers in nursing" "Ada Obi, ward sister, Northgate" --note "Night shifts" --send "The article on rotas" --send-on 2026-04-18',
      ],
    },
    toInput: ({ event: eventId, person: given, ...rest }) => ({ ...rest, ...whom(given), eventId }),
    present: presentEvent,
  }),
  commandOperation({
    command: missEvent,
    summary: 'Note that the event took place without you',
    input: z.strictObject({ event: theEvent }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/missed',
    commandLine: {
      words: ['events', 'missed'],
      positional: ['event'],
      examples: ['events missed "Careers in nursing"'],
    },
    toInput: ({ event: eventId }) => ({ eventId }),
    present: presentEvent,
  }),
  commandOperation({
    command: cancelEvent,
    summary: 'Note that you will not go, or that it will not take place',
    input: z.strictObject({ event: theEvent, reason: line('Why').optional() }),
    output: eventOut,
    errors,
    rights: 'write',
    rest: 'POST /events/{event}/cancel',
    commandLine: {
      words: ['events', 'cancel'],
      positional: ['event'],
      examples: ['events cancel "Careers in nursing" --reason "An exam on the same day"'],
    },
    toInput: ({ event: eventId, reason }) => ({ eventId, reason }),
    present: presentEvent,
  }),
  commandOperation({
    command: removeEvent,
    summary: 'Remove an event that was noted by mistake; "undo" brings it back',
    input: z.strictObject({ event: theEvent }),
    output: z.object({ removed: z.object({ id: z.string(), name: z.string() }) }),
    errors: ['NOT_FOUND', 'AMBIGUOUS'],
    rights: 'write',
    rest: 'DELETE /events/{event}',
    commandLine: {
      words: ['events', 'remove'],
      positional: ['event'],
      examples: ['events remove "Careers in nursing"'],
    },
    toInput: ({ event: eventId }) => ({ eventId }),
    present: async (_, { id, name }) => ({ removed: { id, name } }),
  }),
]

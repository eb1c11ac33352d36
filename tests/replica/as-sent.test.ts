import { describe, expect, test } from 'vitest'
import type { CommandOperation } from '../../src/server/operations/operation.ts'
import { allOperations } from '../../src/server/operations/registry.ts'
import { commands } from '../../src/web/replica/commands.ts'
import type { Runnable } from '../../src/web/replica/replica.ts'

const id = (n: number) => `0198c2aa-0000-7000-8000-00000000000${n}`
const at = Date.parse('2026-03-02T10:00:00Z')

/** What screens give to each command, with every kind of field that it has. */
const given: Record<keyof typeof commands, object> = {
  addPerson: {
    name: 'Nadia',
    origin: 'personal-referral',
    referredById: id(1),
    emails: ['n@example.org'],
    chosen: true,
  },
  editPerson: { personId: id(1), role: 'Head of nursing', closeness: 4, clear: ['notes'] },
  editPeople: {
    chosen: { people: [id(1), id(2)] },
    facts: { addTags: ['panel'], closeness: 3, chosen: true, doNotContact: false },
    clear: ['notes'],
  },
  mergePeople: { personId: id(1), otherId: id(2), fromOther: ['role', 'referredById'] },
  keepApart: { personId: id(1), otherId: id(2) },
  removePerson: { personId: id(1) },
  addTouch: { personId: id(1), kind: 'coffee', at, from: 'them', note: 'About the harbour' },
  addPromise: { personId: id(1), text: 'Send the map', dueOn: '2026-03-09' },
  closePromise: { promiseId: id(1), dropped: true },
  startApproach: { personId: id(1), channel: 'email', sentAt: at, letterId: id(2) },
  followUp: { approachId: id(1), channel: 'phone', sentAt: at },
  recordReply: { approachId: id(1), answer: 'later', until: '2026-04-01', at },
  moveOn: { approachId: id(1) },
  composeDraft: { personId: id(1), kind: 'thank-you', conversationId: id(2) },
  editDraft: { letterId: id(1), subject: 'Thank you', body: 'Dear Nadia' },
  discardDraft: { letterId: id(1) },
  sendLetter: { letterId: id(1), at },
  arrangeConversation: {
    personId: id(1),
    at,
    minutes: 25,
    mode: 'in-person',
    place: 'Room 4',
    approachId: id(2),
  },
  prepareConversation: {
    conversationId: id(1),
    aims: ['How she came to it'],
    questions: [
      { text: 'What surprised you?', mustAsk: true },
      { text: 'Who hires juniors?', mustAsk: false },
    ],
  },
  recordConversation: {
    conversationId: id(1),
    outcome: 'held',
    highlight: 'The night shift',
    advice: ['Take statistics'],
    names: [
      { name: 'Søren van der Berg', role: 'Engineer', organization: 'Kestrel Wind' },
      { name: 'Tomás Reyes', organization: 'City of Evanston' },
    ],
    promises: [{ text: 'Send the map', dueOn: '2026-03-20' }],
    theirPromises: [{ text: 'Write to the harbour office' }],
    stayInTouch: 'yes',
  },
  noteConversation: {
    conversationId: id(1),
    notes: 'On call every sixth week',
    asked: ['What surprised you?'],
    namesHeard: ['Tomás Reyes, planner'],
    offers: ['Send the map'],
    stayInTouch: 'yes',
  },
  pickQuestions: { conversationId: id(1), count: 12 },
  rehearse: { seconds: 34, text: 'My name is Rosa.' },
  confirmConversation: { conversationId: id(1) },
  updateIntroduction: { introductionId: id(1), status: 'introduced' },
  addEvent: { name: 'Careers', kind: 'panel', startsAt: at, registrationDeadline: '2026-03-01', fee: 12_500 },
  editEvent: { eventId: id(1), endsAt: at, studentFee: 0, clear: ['notes'] },
  registerForEvent: { eventId: id(1), paid: 35_000 },
  askedStudentRate: { eventId: id(1), studentFee: 40_250 },
  bookTravel: { eventId: id(1), what: 'Train', cost: 27_500, more: true },
  attendEvent: { eventId: id(1), met: [{ personId: id(2) }, { named: { name: 'Ada Obi', role: 'Nurse' } }] },
  missEvent: { eventId: id(1) },
  cancelEvent: { eventId: id(1), reason: 'An exam' },
  removeEvent: { eventId: id(1) },
  wantToMeet: { eventId: id(1), people: [{ personId: id(2) }, { named: { name: 'Ada Obi' } }] },
  dropFromEvent: { eventId: id(1), people: [id(2)] },
  researchAttendee: {
    eventId: id(1),
    personId: id(2),
    research: 'Speaks at eleven',
    url: 'https://example.org/talk',
  },
  metAtEvent: {
    eventId: id(1),
    named: { name: 'Ada Obi', organization: 'Northgate' },
    note: 'Night shifts',
    send: 'The article',
    sendOn: '2026-03-09',
  },
  addOpening: { title: 'Intern', organization: 'Northgate', deadline: '2026-04-01' },
  editOpening: { openingId: id(1), status: 'closed', outcome: 'declined', at, clear: ['url'] },
  askAdvocate: { openingId: id(1), personId: id(2), at, note: 'A word to the head of nursing' },
  recordAdvocate: { openingId: id(1), personId: id(2), evidence: 'Sent my letter on', at },
  removeOpening: { openingId: id(1) },
  addField: { name: 'Nursing', since: '2026-01-05', exploring: true, notes: 'Wards first' },
  editField: { fieldId: id(1), name: 'Nursing and midwifery', exploring: false },
  addResearch: {
    about: 'field:Nursing',
    text: 'Statistics is asked for',
    url: 'https://example.org/news',
    topic: 'courses',
    conversationId: id(1),
  },
  editResearch: { noteId: id(1), text: 'Statistics, early', clear: ['url'] },
  removeResearch: { noteId: id(1) },
  snoozeStep: { stepId: id(1), until: '2026-03-09' },
  dismissStep: { stepId: id(1), reason: 'We met by chance' },
  editProfile: {
    ...{ name: 'Rosa', interests: ['ecology'], timeZone: 'Europe/Berlin' },
    away: { from: '2026-08-01', until: '2026-08-15' },
  },
  sayOf: { about: 'ecology', sentence: 'A brook taught me patience.' },
  editPolicy: {
    values: { replyWaitDays: 10, clock: 'business', askIsQuestion: true },
    ownHolidays: ['2026-05-04'],
  },
  undo: { entryId: id(1) },
}

const operations = new Map((await allOperations()).map((operation) => [operation.name, operation]))

describe('what the web sends is what the operation gives to the same command', () => {
  test.each(Object.keys(commands) as (keyof typeof commands)[])('%s', async (name) => {
    const runnable = commands[name] as unknown as Runnable<object, unknown>
    const operation = operations.get(runnable.name) as unknown as CommandOperation<never, unknown>
    expect(operation?.kind).toBe('command')
    expect((await runnable.load()).name).toBe(runnable.name)
    const sent = JSON.parse(JSON.stringify(runnable.asSent(given[name])))
    const read = await operation.toInput(
      (operation.input as { parse(raw: unknown): never }).parse(sent),
      {} as never,
    )
    expect(JSON.parse(JSON.stringify(read))).toMatchObject(given[name])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { conversation } from '../conversations/conversation.ts'
import { withEventKey } from '../events/event.ts'
import { exportNetwork } from '../export/network.ts'
import { field, fieldNameKey } from '../fields/field.ts'
import { recordTables } from '../formats/json/collections.ts'
import { type ReadRow, readNetwork } from '../formats/json/read-network.ts'
import { shapes } from '../formats/json/shapes.ts'
import { command } from '../kernel/command.ts'
import { derivedId, type Id } from '../kernel/ids.ts'
import type { AnyTable } from '../kernel/table.ts'
import { withOpeningKeys } from '../openings/opening.ts'
import { organizationKey } from '../organizations/organization.ts'
import { editPerson } from '../people/commands.ts'
import { keepApart } from '../people/keep-apart.ts'
import { mergePeopleCommand } from '../people/merge.ts'
import { person, withKeys } from '../people/person.ts'
import { researchNote } from '../research/research-note.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { touch } from '../touches/touch.ts'
import { importCommand } from './import-command.ts'

const monday = '2026-03-02T10:00:00+01:00'
const ownerId = '00000000-0000-7000-8000-000000000001'
const importing = importCommand(tables)

/** A network that files of whole networks go in and out of. */
function network() {
  const w = world(monday)
  const exported = () => w.read((tx) => exportNetwork(tx, tables))
  const bring = (text: string) =>
    w.run(importing, { files: [{ name: 'network.json', content: readNetwork(text, tables) }] })
  return { ...w, exported, bring }
}

const putRows = command({
  name: 'test.put',
  run: async (tx, rows: [AnyTable, ReadRow['row']][]) => {
    for (const [table, row] of rows) await tx.put(table, row)
  },
  summary: () => 'Put rows',
})

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const moment = day.map((date) => date.getTime())
const date = day.map((one) => one.toISOString().slice(0, 10))
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.replaceAll('\0', ''))
const name = fc.constantFrom('Nadia Haddad', 'Søren van der Berg', '小林 健', "Jonas O'Brien")
const texts = fc.uniqueArray(text, { maxLength: 3 })
const oneOf = fc.constantFrom
const personIds = Array.from({ length: 6 }, (_, i) => derivedId('person', String(i)))
const id = (table: string) => fc.nat(9).map((n) => derivedId(table, String(n)))
const someone = oneOf(...personIds)
const channel = oneOf('email', 'phone', 'linkedin')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const people = fc.tuple(
  ...personIds.map((one) =>
    fc
      .record({
        ...{ id: fc.constant(one), name, origin: oneOf('personal-referral', 'direct-contact') },
        ...{
          emails: texts,
          phones: texts,
          urls: texts,
          fields: texts,
          tags: texts,
          importedFrom: texts,
          unknown: texts,
        },
        ...{ closeness: fc.integer({ min: 1, max: 5 }), doNotContact: fc.boolean(), createdAt: moment },
        ...{
          organization: maybe(name),
          labels: maybe(fc.dictionary(name, name)),
          addresses: maybe(fc.array(fc.record({ city: text }), { maxLength: 2 })),
          customFields: maybe(fc.array(fc.record({ name, value: text }), { maxLength: 2 })),
          notes: maybe(text),
          chosenAt: maybe(moment),
          pausedUntil: maybe(date),
        },
        ...{ referredById: maybe(someone), keepInTouch: maybe(oneOf('yes', 'no')) },
      })
      .map(withKeys),
  ),
)
const held = {
  status: fc.constant('held'),
  advice: texts,
  stayInTouch: oneOf('yes', 'no'),
  recordedAt: moment,
}
const records: Record<string, fc.Arbitrary<object>> = {
  person_alias: fc.record({ id: id('person_alias'), personId: someone }),
  two_people: fc.record({ id: id('two_people'), personId: someone, otherId: someone, at: moment }),
  attachment: fc.record({
    ...{ id: id('attachment'), personId: someone, kind: fc.constant('photo'), createdAt: moment },
    ...{ mediaType: oneOf('image/png', 'image/jpeg'), bytes: oneOf('', 'AQID') },
  }),
  introduction: fc.record({
    ...{ id: id('introduction'), fromPersonId: someone, toPersonId: someone, namedAt: moment },
    ...{ status: oneOf('named', 'contacted'), note: maybe(text) },
  }),
  approach: fc.record({
    ...{ id: id('approach'), personId: someone, createdAt: moment, status: fc.constant('waiting') },
    attempts: fc.array(fc.record({ channel, sentAt: moment }), { minLength: 1, maxLength: 2 }),
    absences: maybe(fc.array(fc.record({ from: moment, until: date }), { maxLength: 1 })),
  }),
  conversation: fc.record({
    ...{
      id: id('conversation'),
      personId: someone,
      startsAt: moment,
      minutes: fc.nat(120),
      createdAt: moment,
    },
    ...{ mode: oneOf('video', 'phone'), aims: texts, research: texts, ...held, highlight: maybe(text) },
    questions: fc.array(
      fc.record(
        { text, mustAsk: fc.boolean(), asked: fc.boolean(), answer: text },
        { requiredKeys: ['text', 'mustAsk'] },
      ),
      { maxLength: 2 },
    ),
  }),
  letter: fc.record({
    ...{ id: id('letter'), personId: someone, kind: oneOf('request', 'thank-you'), channel, subject: text },
    ...{ body: text, createdAt: moment, status: fc.constant('sent'), sentAt: moment },
  }),
  touch: fc.record({
    ...{
      id: id('touch'),
      personId: someone,
      at: moment,
      kind: oneOf('email', 'coffee'),
      from: oneOf('me', 'them'),
    },
    ...{ note: maybe(text), keptInTouch: maybe(fc.boolean()) },
  }),
  promise: fc.record({
    ...{ id: id('promise'), personId: someone, by: oneOf('me', 'them'), text, madeAt: moment, dueOn: date },
    status: fc.constant('open'),
  }),
  field: fc
    .record({
      ...{ id: id('field'), name, nameKey: fc.constant(''), since: date, exploring: fc.boolean() },
      notes: maybe(text),
    })
    .map((row) => ({ ...row, nameKey: fieldNameKey(row.name) })),
  organization: fc
    .record({
      ...{ id: id('organization'), name, target: fc.boolean(), why: maybe(text), createdAt: moment },
    })
    .map((row) => ({ ...row, nameKey: organizationKey(row.name) })),
  research_note: fc.record({
    ...{ id: id('note'), personId: someone, text: name, on: date, createdAt: moment, url: maybe(text) },
    topic: maybe(oneOf('courses', 'support')),
  }),
  event: fc
    .record({
      ...{ id: id('event'), kind: oneOf('panel', 'fair'), name, startsAt: moment, createdAt: moment },
      ...{ fee: maybe(fc.nat(200_000)), travel: maybe(text), registrationDeadline: maybe(date) },
      ...{ status: fc.constant('registered'), registeredAt: moment, paid: maybe(fc.nat(200_000)) },
      bookings: fc.array(fc.record({ what: text, cost: fc.nat(9000), bookedAt: moment }), { maxLength: 2 }),
    })
    .map(withEventKey),
  event_person: fc.record({
    ...{ id: id('event_person'), eventId: id('event'), personId: someone, wantedAt: moment },
    ...{ metAt: maybe(moment), send: maybe(text), sendOn: maybe(date) },
  }),
  opening: fc
    .record({
      ...{ id: id('opening'), title: name, organization: name, createdAt: moment, deadline: maybe(date) },
      ...{ status: fc.constant('applied'), appliedAt: moment },
    })
    .map(withOpeningKeys),
  advocacy: fc.record({
    ...{ id: id('advocacy'), openingId: id('opening'), personId: someone, at: moment },
    ...{ status: fc.constant('helped'), evidence: text },
  }),
  profile: fc.record({
    ...{
      id: fc.constant(ownerId),
      name: maybe(name),
      stage: maybe(oneOf('student', 'changer')),
      sentences: maybe(fc.array(fc.record({ about: text, text }), { maxLength: 2 })),
      wordsAMinute: maybe(fc.integer({ min: 60, max: 260 })),
      timeZone: maybe(oneOf('Asia/Tokyo', 'America/Chicago')),
    },
    ...{ experiences: texts, skills: texts, strengths: texts, interests: texts },
  }),
  import_mapping: fc.record({
    id: id('import_mapping'),
    choices: fc.array(fc.record({ column: name, field: oneOf('tags', 'skip') }), { maxLength: 2 }),
  }),
  question: fc.record({
    ...{ id: id('question'), text: name, topic: oneOf('work', 'advice'), part: maybe(oneOf('trends')) },
    ...{ mustAsk: fc.boolean(), createdAt: moment },
  }),
  policy: fc.record({ id: fc.constant(ownerId), overrides: fc.constant({ replyWaitDays: 10 }) }),
  step_decision: fc.record({
    ...{ id: id('step'), personId: someone, kind: oneOf('introduce', 'thank'), decidedAt: moment },
    ...{ status: fc.constant('snoozed'), until: date },
  }),
}

const randomNetwork = fc
  .tuple(
    people,
    ...recordTables(tables)
      .filter((table) => table !== person)
      .map((table) =>
        fc.uniqueArray(records[table.name]!, { maxLength: 4, selector: (row) => (row as { id: Id }).id }),
      ),
  )
  .map((lists) => {
    const rows = recordTables(tables).flatMap((table, i) =>
      lists[i]!.map((row) => [table, row] as [AnyTable, ReadRow['row']]),
    )
    const ids = new Set(rows.map(([, row]) => row.id))
    // What is about an event or an opening that chance did not make is about nothing.
    return rows.filter(([, row]) =>
      [row.eventId, row.openingId].every((one) => one === undefined || ids.has(one as Id)),
    )
  })

describe('a network as JSON', () => {
  test('comes back as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(randomNetwork, async (rows) => {
        const from = network()
        await from.run(putRows, rows)
        const text = await from.exported()
        const to = network()
        const done = await to.bring(text)
        expect(done.problems).toEqual([])
        expect(done.added).toBe(personIds.length)
        expect(await to.exported()).toBe(text)
        expect(await to.bring(text)).toMatchObject({
          ...{ added: 0, updated: 0, unchanged: personIds.length, records: { added: 0, updated: 0 } },
        })
      }),
      { numRuns: 60 },
    )
  })
  test('breaks nothing when anything in it was changed by hand', async () => {
    const from = network()
    await from.run(putRows, fc.sample(randomNetwork, { numRuns: 1, seed: 7 })[0]!)
    const whole = JSON.parse(await from.exported()) as Record<string, Record<string, unknown>[]>
    const places = Object.entries(whole).flatMap(([collection, rows]) =>
      Array.isArray(rows)
        ? rows.flatMap((row, i) => Object.keys(row).map((field) => [collection, i, field] as const))
        : [],
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(oneOf(...places), fc.jsonValue()), { maxLength: 8 }),
        async (changes) => {
          const changed = structuredClone(whole)
          for (const [[collection, i, field], value] of changes) changed[collection]![i]![field] = value
          const to = network()
          await to.bring(JSON.stringify(changed))
          await to.agenda(30)
        },
      ),
      { numRuns: 300 },
    )
  })
  test('has a shape for every table of records, and a check for all that a column’s kind leaves open', () => {
    for (const table of recordTables(tables)) {
      const open = Object.keys(table.columns).filter((column) => table.columns[column] === 'json')
      expect(Object.keys(shapes[table.name]!.holds)).toEqual(expect.arrayContaining(open))
    }
  })
})

describe('a network that meets another', () => {
  test('updates the rows with the same ids, and gives profile and policy to the importing owner', async () => {
    const from = network()
    const nadia = await from.add('Nadia Haddad', { organization: 'Adatum' })
    const text = (await from.exported()).replace('"profile": []', `"profile": [${strangersProfile}]`)
    const to = network()
    expect(await to.bring(text)).toMatchObject({ added: 1, records: { added: 1 } })
    const changed = await to.bring(text.replace('"Adatum"', '"Fabrikam"'))
    expect(changed).toMatchObject({ added: 0, updated: 1, records: { added: 0, unchanged: 1 } })
    expect(
      await to.read((tx) => tx.find(person, 'byOrganization', { organizationKey: 'fabrikam' })),
    ).toHaveLength(1)
    expect(JSON.parse(await to.exported())).toMatchObject({
      people: [{ id: nadia.id }],
      profile: [{ id: ownerId }],
    })
  })
  test('adds somebody with an address that is here already, and tells', async () => {
    const [from, to] = [network(), network()]
    await from.add('First Entry')
    await from.add('N. Haddad', { emails: ['nadia@example.com'] })
    const here = await to.add('Nadia Haddad', { emails: ['Nadia@example.com'] })
    const { people: rows, acquaint } = JSON.parse(await from.exported())
    const done = await to.bring(JSON.stringify({ acquaint, people: rows.slice(1) }))
    expect(done).toMatchObject({ added: 1, duplicates: [{ name: 'N. Haddad', existingId: here.id }] })
  })
  test('leaves out a note about a field that is nowhere, and reads the key of a name anew', async () => {
    const n = network()
    const note = { text: 'x', on: '2026-03-02', createdAt: monday }
    const law = { id: derivedId('law'), name: 'Law', nameKey: 'wrong', since: '2026-03-02', exploring: true }
    await n.bring(
      JSON.stringify({
        acquaint: { version: 1 },
        fields: [law],
        researchNotes: [
          { ...note, id: derivedId('1'), fieldId: derivedId('nowhere') },
          { ...note, id: derivedId('2'), fieldId: law.id },
        ],
      }),
    )
    expect(await n.read((tx) => tx.find(field, 'byName', { nameKey: 'law' }))).toHaveLength(1)
    expect(await n.read((tx) => tx.find(researchNote, 'byTime', {}))).toMatchObject([{ fieldId: law.id }])
  })
  test('leaves out what is about nobody, and takes what is only linked to something lost', async () => {
    const n = network()
    const nadia = await n.add('Nadia Haddad')
    const nobody = derivedId('nobody')
    const done = await n.bring(
      JSON.stringify({
        acquaint: { version: 1 },
        touches: [
          { id: derivedId('1'), personId: nobody, at: monday, kind: 'coffee', from: 'me' },
          {
            id: derivedId('2'),
            personId: nadia.id,
            at: monday,
            kind: 'coffee',
            from: 'me',
            letterId: nobody,
          },
        ],
        letters: [],
      }),
    )
    expect(done.records).toEqual({ added: 1, updated: 0, unchanged: 0 })
    expect(done.problems.map(({ reason }) => reason)).toEqual([
      'touches 1, "personId": names a person that is neither in the file nor here; the row is left out',
      'touches 2, "letterId": names a letter that is neither in the file nor here; the row is taken without it',
    ])
    expect(await n.read((tx) => tx.find(touch, 'byTime', {}))).toHaveLength(1)
  })
  test('is taken back by one undo', async () => {
    const [from, to] = [network(), network()]
    const nadia = await from.add('Nadia Haddad')
    await from.run(putRows, [
      [conversation, { ...arranged, personId: nadia.id } as unknown as ReadRow['row']],
    ])
    const empty = await to.exported()
    await to.bring(await from.exported())
    expect(await to.allSteps()).not.toEqual([])
    expect((await to.undo()).conflicts).toEqual([])
    expect(await to.exported()).toBe(empty)
    expect(await to.allSteps()).toEqual([])
  })
})

const strangersProfile = JSON.stringify({
  ...{
    id: derivedId('somebody else'),
    name: 'Ada',
    experiences: [],
    skills: [],
    strengths: [],
    interests: [],
  },
})

const arranged = {
  ...{ id: derivedId('talk'), startsAt: Date.parse(monday) + 86_400_000, minutes: 30, mode: 'video' },
  ...{ aims: [], questions: [], research: [], createdAt: Date.parse(monday), status: 'arranged' },
}

describe('a network from before two entries were merged', () => {
  test('brings back neither entry, and drops nothing that it says', async () => {
    const n = network()
    const nadia = await n.add('Nadia Haddad', { emails: ['nadia@example.org'], role: 'Physician' })
    const double = await n.add('N. Haddad', { emails: ['n@example.com'], phones: ['+49 30 5550101'] })
    const friend = await n.add('Jonas Smith', { origin: 'personal-referral', referredById: double.id })
    await n.run(addTouch, { personId: double.id, kind: 'coffee', note: 'Her story' })
    await n.run(keepApart, { personId: double.id, otherId: nadia.id })
    const before = await n.exported()
    await n.run(mergePeopleCommand(tables), { personId: nadia.id, otherId: double.id })
    await n.run(editPerson, { personId: nadia.id, role: 'Head physician' })

    const done = await n.bring(before)
    expect(done).toMatchObject({ added: 0, problems: [], records: { added: 0 } })
    const [jonas, merged, ...others] = await n.read((tx) => tx.find(person, 'byName', {}))
    expect(others).toEqual([])
    expect(jonas).toMatchObject({ id: friend.id, referredById: nadia.id })
    expect(merged).toMatchObject({
      ...{ id: nadia.id, name: 'Nadia Haddad', role: 'Head physician', phones: ['+49 30 5550101'] },
      emails: ['nadia@example.org', 'n@example.com'],
    })
    expect(merged?.notes).toMatch(/role Physician/)
    const touches = await n.read((tx) => tx.find(touch, 'id', {}))
    expect(touches).toMatchObject([{ personId: nadia.id, note: 'Her story' }])
    expect(await n.bring(before)).toMatchObject({ added: 0, updated: 0 })
  })
})

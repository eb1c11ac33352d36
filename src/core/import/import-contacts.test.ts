import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import type { Contact, ContactFile } from '../formats/contact.ts'
import { step } from '../method/step.ts'
import { editPerson } from '../people/commands.ts'
import { mergePeopleCommand } from '../people/merge.ts'
import { type Person, person } from '../people/person.ts'
import { tables } from '../tables.ts'
import { addTouch } from '../touches/commands.ts'
import { type Import, importCommand } from './import-command.ts'

const monday = '2026-03-02T10:00:00+01:00'
const command = importCommand(tables)

const contact = (name: string, facts: Partial<Contact> = {}): Contact => ({
  ...{ line: 1, name, emails: [], phones: [], urls: [], tags: [] },
  ...facts,
})
const linkedIn = (name: string, slug: string, facts: Partial<Contact> = {}): Contact =>
  contact(name, { urls: [`https://www.linkedin.com/in/${slug}`], ...facts })

/** A network that files are imported into. */
function network() {
  const w = world(monday)
  const bring = (format: ContactFile['format'], ...contacts: Contact[]) =>
    bringAll({ format, contacts, problems: [] })
  /** The same with the user's word on it, or only tried. */
  const bringWith = (how: Pick<Import, 'decisions' | 'dryRun'>, ...contacts: Contact[]) =>
    w.run(command, {
      ...how,
      files: [{ name: 'book', content: { format: 'vcard', contacts, problems: [] } }],
    })
  const bringAll = (...files: ContactFile[]) =>
    w.run(command, { files: files.map((content, index) => ({ name: `file ${index + 1}`, content })) })
  const people = (): Promise<Person[]> => w.read((tx) => tx.find(person, 'byName', {}))
  const names = async () => (await people()).map(({ name }) => name)
  return { ...w, bring, bringWith, bringAll, people, names }
}

describe('a file of contacts', () => {
  test('adds people as the file has them, listed and asked nothing of', async () => {
    const n = network()
    const done = await n.bring(
      'linkedin',
      linkedIn('Nadia Haddad', 'nadia', {
        organization: 'Lakeside Health',
        role: 'Physician',
        connectedOn: '2025-06-01',
      }),
    )
    expect(done).toMatchObject({ format: 'linkedin', added: 1, updated: 0, unchanged: 0, duplicates: [] })
    expect(await n.people()).toMatchObject([
      {
        ...{ name: 'Nadia Haddad', origin: 'direct-contact', source: 'LinkedIn', closeness: 1 },
        ...{ organization: 'Lakeside Health', role: 'Physician', connectedOn: '2025-06-01' },
      },
    ])
    expect(await n.read((tx) => tx.find(step, 'bySubject', {}))).toEqual([])
  })
  test('changes nothing the second time, also for contacts without any address', async () => {
    const n = network()
    const contacts = [
      linkedIn('Nadia Haddad', 'nadia', { emails: ['nadia@example.com'] }),
      contact('Jonas Smith', { organization: 'Adatum' }),
      contact('Keiko'),
      contact('Keiko'),
    ]
    expect(await n.bring('vcard', ...contacts)).toMatchObject({ added: 4 })
    const before = await n.people()
    const again = await n.bring('vcard', ...contacts.toReversed())
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 4, duplicates: [] })
    expect(await n.people()).toEqual(before)
  })
  test('changes nothing after the user has edited or merged the people', async () => {
    const n = network()
    const contacts = [contact('Jonas Smith', { phones: ['+1 312 555 0101'] }), contact('J. Smith')]
    await n.bring('vcard', ...contacts)
    const [short, long] = await n.people()
    await n.run(editPerson, { personId: long!.id, name: 'Jonas Schmidt', phones: [], organization: 'Adatum' })
    await n.run(mergePeopleCommand(tables), { personId: long!.id, otherId: short!.id })
    expect(await n.bring('vcard', ...contacts)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
    expect(await n.people()).toMatchObject([{ name: 'Jonas Schmidt', phones: [], organization: 'Adatum' }])
  })
  test('is taken back by one undo, all but the people used since', async () => {
    const n = network()
    await n.bring('linkedin', linkedIn('Nadia Haddad', 'nadia'), linkedIn('Jonas Smith', 'jonas'))
    const [jonas] = await n.people()
    const { importId } = await n.bring(
      'linkedin',
      linkedIn('Keiko Tanaka', 'keiko'),
      linkedIn('Ada Ito', 'ada'),
    )
    const keiko = (await n.people()).find(({ name }) => name === 'Keiko Tanaka')!
    await n.run(addTouch, { personId: keiko.id, kind: 'coffee' })
    const undone = await n.undo(importId!)
    expect(undone.conflicts).toMatchObject([{ table: 'person', id: keiko.id }])
    expect(await n.names()).toEqual([jonas!.name, 'Keiko Tanaka', 'Nadia Haddad'])
  })
  test('counts somebody who stands in it twice once', async () => {
    const n = network()
    const done = await n.bring(
      'linkedin',
      linkedIn('Nadia Haddad', 'nadia'),
      contact('Nadia Haddad', { urls: ['http://linkedin.com/in/Nadia/'], emails: ['nadia@example.com'] }),
    )
    expect(done).toMatchObject({ added: 1, updated: 0, unchanged: 0, duplicates: [] })
    expect(await n.people()).toMatchObject([{ emails: ['nadia@example.com'], urls: [expect.any(String)] }])
  })
  test('composes letters, so that a name written by another system is the same', async () => {
    const n = network()
    await n.bring('vcard', contact('Zoë Müller'.normalize('NFD')))
    expect(await n.bring('vcard', contact('Zoë Müller'))).toMatchObject({ unchanged: 1 })
    expect(await n.names()).toEqual(['Zoë Müller'])
  })
})

describe('somebody known', () => {
  test('is found by e-mail address and gets what the file says besides', async () => {
    const n = network()
    await n.add('Nadia Haddad', {
      emails: ['Nadia@example.com'],
      organization: 'Own Word',
      role: 'Physician',
    })
    const card = contact('Dr. Nadia Haddad', {
      ...{ emails: ['nadia@EXAMPLE.com', 'n@example.org'], phones: ['+1 312 555 0123'], tags: ['health'] },
      ...{ organization: 'Lakeside Health', role: 'Director', birthday: '--03-22', department: 'Cardiology' },
    })
    expect(await n.bring('vcard', card)).toMatchObject({ added: 0, updated: 1, duplicates: [] })
    expect(await n.people()).toMatchObject([
      {
        ...{ name: 'Nadia Haddad', organization: 'Own Word', role: 'Physician', birthday: '--03-22' },
        ...{ emails: ['Nadia@example.com', 'n@example.org'], phones: ['+1 312 555 0123'], tags: ['health'] },
        notes: 'Department: Cardiology',
      },
    ])
  })
  test('gets the newer organisation and role of LinkedIn', async () => {
    const n = network()
    await n.bring('linkedin', linkedIn('Nadia Haddad', 'nadia', { organization: 'Adatum', role: 'Intern' }))
    await n.bring('linkedin', linkedIn('Nadia Haddad', 'nadia', { organization: 'Fabrikam' }))
    const [nadia] = await n.people()
    expect(nadia).toMatchObject({ organization: 'Fabrikam', organizationKey: 'fabrikam' })
    expect(nadia!.role).toBeUndefined()
  })
  test('is found again by the card’s own id when the card has changed', async () => {
    const n = network()
    await n.bring('vcard', contact('Keiko Tanaka', { uid: 'urn:uuid:1' }))
    const changed = contact('Keiko Tanaka-Ito', { uid: 'urn:uuid:1', phones: ['+81 3 5550 0101'] })
    expect(await n.bring('vcard', changed)).toMatchObject({ added: 0, updated: 1 })
  })
  test('is one person of two files, at one organisation and without addresses that differ', async () => {
    const n = network()
    const done = await n.bringAll(
      {
        format: 'linkedin',
        problems: [],
        contacts: [linkedIn('Nadia Haddad', 'nadia', { organization: 'Adatum' })],
      },
      {
        format: 'vcard',
        problems: [],
        contacts: [contact('Nadia Haddad', { organization: 'ADATUM', phones: ['1'] })],
      },
    )
    expect(done).toMatchObject({ format: 'linkedin+vcard', added: 1, duplicates: [] })
  })
})

describe('the same name alone never merges two people', () => {
  test('who stand in one file with two LinkedIn addresses, at one company', async () => {
    const n = network()
    const at = { organization: 'Adatum', role: 'Nurse' }
    const file = [linkedIn('Jonas Smith', 'jonas-1', at), linkedIn('Jonas Smith', 'jonas-2', at)]
    expect(await n.bring('linkedin', ...file)).toMatchObject({ added: 2 })
    expect(await n.names()).toEqual(['Jonas Smith', 'Jonas Smith'])
    expect(await n.bring('linkedin', ...file)).toMatchObject({ added: 0, unchanged: 2, duplicates: [] })
  })
  test('who stand in one file with nothing else, and tells of it', async () => {
    const n = network()
    const at = { organization: 'Adatum' }
    const done = await n.bring(
      'vcard',
      contact('Jonas Smith', { ...at, phones: ['1'] }),
      contact('Jonas Smith', at),
    )
    expect(done.added).toBe(2)
    expect(done.duplicates).toMatchObject([
      { name: 'Jonas Smith', reason: expect.stringMatching(/^same name/) },
    ])
  })
  test('of whom one was there before: the other is added, and told', async () => {
    const n = network()
    const jonas = await n.add('Jonas Smith', { organization: 'Adatum', emails: ['jonas@adatum.example'] })
    const done = await n.bring('linkedin', linkedIn('Jonas Smith', 'jonas', { emails: ['j@example.com'] }))
    expect(done.added).toBe(1)
    expect(done.duplicates).toEqual([
      {
        name: 'Jonas Smith',
        ...{ file: 'file 1', line: 1, existingId: jonas.id, existingName: 'Jonas Smith' },
        ...{ reason: 'same name, no address in common: kept as two people', confidence: 'possible' },
        what: 'new',
      },
    ])
    const other = { organization: 'Adatum', emails: ['smith@example.org'] }
    expect(await n.bring('linkedin', linkedIn('Jonas Smith', 'third', other))).toMatchObject({ added: 1 })
  })
})

describe('an address that proves nothing', () => {
  test('is a mailbox of several people: another name is another person, and is told', async () => {
    const n = network()
    const office = { emails: ['info@lakeside.example'] }
    const nadia = await n.add('Nadia Haddad', office)
    const done = await n.bring('linkedin', linkedIn('Jonas Smith', 'jonas', office))
    expect(done.added).toBe(1)
    expect(done.duplicates).toMatchObject([{ name: 'Jonas Smith', existingId: nadia.id }])
    expect(
      await n.bring('linkedin', linkedIn('Jonas Smith', 'jonas', { ...office, role: 'Nurse' })),
    ).toMatchObject({
      ...{ added: 0, updated: 1, duplicates: [] },
    })
  })
  test('is shared by a family: two given names are two people', async () => {
    const n = network()
    const home = { emails: ['haddads@example.com'] }
    const done = await n.bring('vcard', contact('Nadia Haddad', home), contact('Sami Haddad', home))
    expect(done).toMatchObject({ added: 2, duplicates: [{ name: 'Sami Haddad' }] })
  })
  test('points to two people: nothing is changed, and the user decides', async () => {
    const n = network()
    await n.bring('linkedin', linkedIn('Nadia Haddad', 'nadia'))
    await n.add('N. Haddad', { emails: ['nadia@example.com'] })
    const before = await n.people()
    const both = linkedIn('Nadia Haddad', 'nadia', { emails: ['nadia@example.com'], role: 'Physician' })
    const done = await n.bring('linkedin', both)
    expect(done).toMatchObject({ added: 0, updated: 0, unchanged: 0 })
    expect(done.duplicates).toMatchObject([{ reason: expect.stringContaining('left out') }])
    expect(await n.people()).toEqual(before)
  })
})

describe('a telephone number', () => {
  test('makes two one however it is written, where the names agree', async () => {
    const n = network()
    await n.add('Nadia Haddad', { phones: ['+49 (0)30 1234567'] })
    const card = contact('Dr. Nadia Haddad', { phones: ['030/123 45 67', '0049 171 2345678'] })
    expect(await n.bring('vcard', card)).toMatchObject({ added: 0, updated: 1, duplicates: [] })
    expect(await n.people()).toMatchObject([
      {
        phones: ['+49 (0)30 1234567', '0049 171 2345678'],
        phoneKeys: ['+49301234567', '+491712345678'],
      },
    ])
  })
  test('that stands there already is not listed again in another spelling', async () => {
    const n = network()
    await n.add('Nadia Haddad', { phones: ['030 1234567'] })
    await n.bring('vcard', contact('Nadia Haddad', { phones: ['+49 30 1234567'], emails: ['n@example.org'] }))
    expect(await n.people()).toMatchObject([{ phones: ['030 1234567'], emails: ['n@example.org'] }])
  })
  test('is of the country that most numbers of the file are of', async () => {
    const n = network()
    await n.bring(
      'vcard',
      contact('Jonas Smith', { phones: ['(312) 555-0101'] }),
      contact('Ada Ito', { phones: ['+1 415 555 0102'] }),
      contact('Keiko Tanaka', { phones: ['+1 312 555 0103'] }),
    )
    const jonas = (await n.people()).find(({ name }) => name === 'Jonas Smith')
    expect(jonas).toMatchObject({ phones: ['(312) 555-0101'], phoneKeys: ['+13125550101'] })
  })
  test('of a switchboard makes no two people one, even of one given name', async () => {
    const n = network()
    const office = { phones: ['+49 30 1234567'] }
    const done = await n.bring(
      'vcard',
      ...['Nadia Haddad', 'Nadia Meier', 'Nadia', 'Jonas Smith'].map((name) => contact(name, office)),
    )
    expect(done).toMatchObject({ added: 4, duplicates: [] })
  })
})

test('an address with a detail after a plus sign, or with the dots of Gmail, is the same mailbox', async () => {
  const n = network()
  await n.add('Nadia Haddad', { emails: ['nadia@example.org', 'n.haddad@gmail.com'] })
  const plus = contact('Nadia Haddad', { emails: ['Nadia+jobs@example.org'] })
  const dots = contact('Nadia Haddad', { emails: ['nhaddad@googlemail.com'] })
  expect(await n.bring('vcard', plus, dots)).toMatchObject({ added: 0, updated: 1 })
  expect((await n.people())[0]!.emails).toHaveLength(4)
})

describe('the user decides', () => {
  const jonas = contact('Jonas Smith', { line: 3, phones: ['+1 312 555 0101'] })

  test('of one row: it is somebody on record, somebody new, or left out', async () => {
    for (const [what, counts, names] of [
      ['merge', { added: 0, updated: 1 }, ['Jonas Smith']],
      ['new', { added: 1 }, ['Jonas Smith', 'Jonas Smith']],
      ['skip', { added: 0, updated: 0 }, ['Jonas Smith']],
    ] as const) {
      const n = network()
      const { id } = await n.add('Jonas Smith')
      const rows = [{ line: 3, what, ...(what === 'merge' && { personId: id }) }]
      const done = await n.bringWith({ decisions: { rows } }, jonas)
      expect(done).toMatchObject({ ...counts, duplicates: [] })
      expect(await n.names()).toEqual(names)
      const again = await n.bringWith({ decisions: { rows } }, jonas)
      expect(again).toMatchObject({ added: 0, updated: 0 })
    }
  })
  test('of all that may be duplicates at once; where several people might be meant, nobody is merged', async () => {
    const n = network()
    await n.add('Jonas Smith')
    expect(await n.bringWith({ decisions: { rows: [], duplicates: 'skip' } }, jonas)).toMatchObject({
      ...{ added: 0, updated: 0, duplicates: [{ reason: expect.stringMatching(/left out/) }] },
    })
    const merge = { decisions: { rows: [], duplicates: 'merge' as const } }
    expect(await n.bringWith(merge, jonas)).toMatchObject({ updated: 1, duplicates: [] })
    await n.add('Jonas Smith')
    expect(await n.bringWith(merge, contact('Jonas Smith', { line: 9 }))).toMatchObject({ added: 1 })
  })
  test('only of rows that are there, and of people who are', async () => {
    const n = network()
    const rows = [{ line: 4, what: 'skip' as const }]
    await expect(n.bringWith({ decisions: { rows } }, jonas)).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', message: expect.stringContaining('line 4') },
    })
  })
})

test('a dry run says field by field what would change', async () => {
  const n = network()
  const nadia = await n.add('Nadia Haddad', { emails: ['nadia@example.org'], role: 'Nurse' })
  await n.add('Jonas Smith')
  const card = contact('Nadia Haddad', {
    emails: ['nadia@example.org', 'n@example.org'],
    birthday: '--03-22',
  })
  const { preview } = await n.bringWith(
    { dryRun: true, decisions: { rows: [{ line: 7, what: 'skip' }] } },
    card,
    contact('Keiko Tanaka', { organization: 'Adatum' }),
    contact('Jonas Smith', { line: 7 }),
  )
  expect(preview).toEqual({
    add: [{ name: 'Keiko Tanaka', organization: 'Adatum' }],
    update: [
      {
        ...{ id: nadia.id, name: 'Nadia Haddad' },
        changes: [
          { field: 'emails', from: ['nadia@example.org'], to: ['nadia@example.org', 'n@example.org'] },
          { field: 'birthday', to: '--03-22' },
        ],
      },
    ],
    unchanged: [],
    skip: [{ file: 'book', line: 7, name: 'Jonas Smith' }],
  })
})

test('what address books know besides is kept: labels in any spelling, postal addresses, fields of their own', async () => {
  const n = network()
  await n.add('Nadia Haddad', { phones: ['+49 30 1234567'] })
  const work = { label: 'work', street: 'Lakeside 1', city: 'Berlin' }
  const card = contact('Nadia Haddad', {
    ...{ phones: ['030 1234567'], labels: { '030 1234567': 'office' }, addresses: [work], nickname: 'Nadi' },
    customFields: [{ name: 'Assistant', value: 'Ada' }],
  })
  await n.bring('vcard', card)
  await n.bring('vcard', { ...card, customFields: [...card.customFields!, { name: 'Desk', value: '4' }] })
  expect(await n.people()).toMatchObject([
    {
      ...{ phones: ['+49 30 1234567'], labels: { '+49 30 1234567': 'office' }, addresses: [work] },
      ...{ nickname: 'Nadi', customFields: [{ value: 'Ada' }, { value: '4' }] },
    },
  ])
})

test('what a table says under a header of its own is a field of the user’s own', async () => {
  const n = network()
  const row = contact('Nadia Haddad', { unknown: ['Assistant: Ada: in the mornings', 'odd'] })
  await n.bring('google', row)
  expect(await n.people()).toMatchObject([
    { customFields: [{ name: 'Assistant', value: 'Ada: in the mornings' }], unknown: ['odd'] },
  ])
  expect(await n.bring('google', row)).toMatchObject({ added: 0, unchanged: 1 })
})

describe('any file of contacts', () => {
  const word = fc.constantFrom('Nadia', 'Jonas', 'Haddad', 'Smith', '李', 'Zoë', 'N.')
  const anybody: fc.Arbitrary<Contact> = fc.record({
    line: fc.nat(99),
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    emails: fc.array(fc.constantFrom('a@example.org', 'A+x@example.org', 'b@example.org'), { maxLength: 2 }),
    phones: fc.array(fc.constantFrom('+49 30 1234567', '030 1234567', '12', 'ask'), { maxLength: 2 }),
    urls: fc.array(fc.constantFrom('linkedin.com/in/a', 'https://linkedin.com/in/b/', 'example.org'), {
      maxLength: 2,
    }),
    tags: fc.array(word, { maxLength: 1 }),
    ...{ notes: word, organization: word, department: word },
  })
  const claims = ({ emails, urls }: Pick<Contact, 'emails' | 'urls'>) =>
    [...emails, ...urls].map((one) => one.toLowerCase().replace(/\+x|^https:\/\/|\/$/g, ''))
  const disputed = (contacts: Pick<Contact, 'name' | 'emails' | 'urls'>[]) =>
    contacts.some((one, at) =>
      contacts
        .slice(at + 1)
        .some(
          (other) => other.name !== one.name && claims(one).some((claim) => claims(other).includes(claim)),
        ),
    )
  test('adds nothing the second time, and one undo takes all of it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anybody, { maxLength: 12 }), async (contacts) => {
        const n = network()
        await n.add('Nadia Haddad', { emails: ['a@example.org'], phones: ['030 1234567'] })
        const before = await n.people()
        const first = await n.bring('vcard', ...contacts)
        const after = await n.people()
        const again = await n.bring('vcard', ...contacts)
        expect(again).toMatchObject({ added: 0 })
        // Where two names lay claim to one address, the second reading may still join what the first left apart.
        if (!disputed([{ name: 'Nadia Haddad', emails: ['a@example.org'], urls: [] }, ...contacts])) {
          expect(again).toMatchObject({ updated: 0 })
          expect(await n.people()).toEqual(after)
        }
        if (again.added + again.updated > 0) await n.undo(again.importId!)
        if (first.added + first.updated === 0) return
        await n.undo(first.importId!)
        const plain = (people: Person[]) => people.map((row) => ({ ...row, revision: 0, updatedAt: 0 }))
        expect(plain(await n.people())).toEqual(plain(before))
      }),
      { numRuns: 40 },
    )
  })
})

test('a LinkedIn file of 30,000 rows, twice', async () => {
  const n = network()
  const contacts = Array.from({ length: 30_000 }, (_, i) =>
    linkedIn(`Given${i % 173} Family${i % 997}`, `person-${i}`, {
      ...{ organization: `Company ${i % 400}`, role: 'Analyst' },
      emails: i % 3 === 0 ? [`person.${i}@example.com`] : [],
    }),
  )
  for (const counts of [{ added: 30_000 }, { added: 0, unchanged: 30_000 }]) {
    const start = performance.now()
    expect(await n.bring('linkedin', ...contacts)).toMatchObject(counts)
    console.error(`30,000 contacts, ${JSON.stringify(counts)}: ${Math.round(performance.now() - start)} ms`)
  }
})

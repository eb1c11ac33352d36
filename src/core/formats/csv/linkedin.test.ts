import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { readingTable } from './read-table.ts'

const readLinkedIn = (text: string) => readWhole(readingTable(text, { kind: 'linkedin' }))

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const ada =
  'Ada,Okoye,https://www.linkedin.com/in/ada,ada@example.org,"Fourth Coffee, Ltd.",Nurse,03 Mar 2021'
const ben = 'Ben,Sato,https://www.linkedin.com/in/ben,,Relecloud,"""Acting"" Director",04 Apr 2022'

const names = (text: string) => readLinkedIn(text).contacts.map((contact) => contact.name)
const file = (...lines: string[]) => `${[header, ...lines].join('\r\n')}\r\n`

describe('readLinkedIn', () => {
  it('reads a person with everything the row says', () => {
    expect(readLinkedIn(file(ada))).toMatchObject({
      format: 'linkedin',
      problems: [],
      contacts: [
        {
          line: 2,
          name: 'Ada Okoye',
          givenName: 'Ada',
          familyName: 'Okoye',
          organization: 'Fourth Coffee, Ltd.',
          role: 'Nurse',
          emails: ['ada@example.org'],
          phones: [],
          urls: ['https://www.linkedin.com/in/ada'],
          tags: [],
          connectedOn: '2021-03-03',
        },
      ],
    })
  })

  it('passes over the note before the header, whatever quotation marks it has', () => {
    const note =
      'Notes:\r\n"Some addresses, as you know, are missing: ""private"" ones"\r\na stray " mark\r\n\r\n'
    expect(readLinkedIn(note + file(ada)).contacts).toMatchObject([{ name: 'Ada Okoye', line: 6 }])
  })

  it('reads columns in any order, and exports without addresses', () => {
    const text = 'Connected On;Position;LAST NAME;First  Name;Company\n03 Mar 2021;Nurse;Okoye;Ada;\n'
    expect(readLinkedIn(text).contacts).toMatchObject([
      { name: 'Ada Okoye', role: 'Nurse', connectedOn: '2021-03-03', emails: [], urls: [] },
    ])
  })

  it('reads commas, semicolons and tabs, and every kind of line break', () => {
    for (const delimiter of [',', ';', '\t']) {
      for (const lineBreak of ['\r\n', '\n', '\r', '\r\r\n']) {
        const lines = [header, 'Ada,Okoye,,,,Nurse,03 Mar 2021', 'Ben,Sato,,,,,04 Apr 2022']
        const text = lines.map((line) => line.replaceAll(',', delimiter)).join(lineBreak)
        expect(readLinkedIn(text).contacts.map(({ line, name }) => [line, name])).toEqual([
          [2, 'Ada Okoye'],
          [3, 'Ben Sato'],
        ])
      }
    }
  })

  it('undoes doubled quotation marks', () => {
    expect(readLinkedIn(file(ben)).contacts[0]?.role).toBe('"Acting" Director')
  })

  it('counts physical lines, also after a cell of several and blank lines', () => {
    const long = 'Cleo,Diaz,,,"Wide\r\nWorld\r\nImporters",Clerk,05 May 2023'
    const read = readLinkedIn(file(long, '', ben, ',,,,,,06 Jun 2024'))
    expect(read.contacts).toMatchObject([
      { line: 2, organization: 'Wide World Importers' },
      { line: 6, name: 'Ben Sato' },
    ])
    expect(read.problems).toMatchObject([{ line: 7 }])
  })

  it('reads long files like short ones, with a cell of two lines every so often', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      index % 499 === 0
        ? `P${index},Q,,,"Wide\r\nWorld, Inc.",,05 May 2023`
        : `P${index},Q,,,Relecloud,,05 May 2023`,
    )
    const read = readLinkedIn(file(...rows))
    expect(read.problems).toEqual([])
    expect(read.contacts.map(({ line, name }) => [line, name])).toEqual(
      rows.map((_, index) => [2 + index + Math.ceil(index / 499), `P${index} Q`]),
    )
  })

  it('keeps a title in the name and out of the family name', () => {
    const read = readLinkedIn(file('Mira,"Holm, MD, PhD",,,,Surgeon,07 Jul 2020'))
    expect(read.contacts[0]).toMatchObject({
      name: 'Mira Holm, MD, PhD',
      givenName: 'Mira',
      familyName: 'Holm',
    })
  })

  it('tells of rows that are only a date, and passes over empty ones', () => {
    expect(readLinkedIn(file(ada, ',,,,,,21 Jul 2024', ',,,,,,')).problems).toEqual([
      {
        line: 3,
        reason: 'no name: LinkedIn keeps only the date of a member who left',
        text: ',,,,,,21 Jul 2024',
      },
    ])
  })

  it('takes the address for the name where there is no other', () => {
    expect(names(file(',,,cleo@example.org,,,05 May 2023'))).toEqual(['cleo@example.org'])
    expect(readLinkedIn(file(',,,nowhere,Relecloud,,05 May 2023')).problems[0]?.reason).toMatch(
      /nothing tells who/,
    )
  })

  it('takes a person without the date or address that cannot be read, and says so', () => {
    const read = readLinkedIn(file('Cleo,Diaz,,nowhere,,,soon'))
    expect(read.contacts).toMatchObject([{ name: 'Cleo Diaz', emails: [] }])
    expect(read.problems.map((each) => each.reason)).toEqual([
      '"nowhere" is no e-mail address; the person is taken without it',
      '"soon" is no date; the person is taken without it',
    ])
  })

  it('takes short rows, and rows with empty cells too many', () => {
    expect(names(file('Cleo,Diaz', 'Dev,Rao,,,,,08 Aug 2022,,'))).toEqual(['Cleo Diaz', 'Dev Rao'])
  })

  it('does not guess where a row has a cell too many', () => {
    const read = readLinkedIn(file('Cleo,Diaz,,,Fourth Coffee, Ltd.,Clerk,05 May 2023', ben))
    expect(read.problems).toMatchObject([{ line: 2, reason: expect.stringMatching(/more cells/) }])
    expect(read.contacts).toHaveLength(1)
  })

  it('throws where the columns are not named', () => {
    expect(() => readLinkedIn('Ada,Okoye\n')).toThrow(expect.objectContaining({ code: 'DAMAGED_FILE' }))
  })
})

describe('a cut Connections.csv', () => {
  const cut = expect.stringMatching(/the file ends in the middle of this row/)

  it('gives its whole rows and tells of the cut one', () => {
    for (const end of [
      'Cleo,Diaz,,,"Wide Wor',
      'Cleo,Diaz,,,"Wide\r\nWor',
      'Cleo,Di',
      'Cleo,Diaz,,,,Clerk,05 May 20',
    ]) {
      const read = readLinkedIn(file(ada, ben) + end)
      expect(read.contacts.map((contact) => contact.name)).toEqual(['Ada Okoye', 'Ben Sato'])
      expect(read.problems).toEqual([{ line: 4, reason: cut, text: end.replace('\r\n', '\n') }])
    }
  })

  it('says so where nothing is left but the header', () => {
    expect(readLinkedIn(`Notes:\n\n${header.slice(0, -4)}`).problems).toMatchObject([
      { line: 3, reason: expect.stringMatching(/no row below the header/) },
    ])
  })

  it('is whole when only the last line break is missing', () => {
    expect(readLinkedIn(file(ada, ben).trimEnd())).toMatchObject({ contacts: [{}, {}], problems: [] })
  })

  it('never loses a whole row, wherever it is cut', () => {
    const text = file(ada, 'Cleo,Diaz,,,"Wide\r\nWorld, Inc.",Clerk,05 May 2023', ben)
    const rows = ['Ada', 'Cleo', 'Ben'].map((name) => text.indexOf(`\n${name}`) + 1)
    const ends = [rows[1]!, rows[2]!, text.length].map((next) => next - '\r\n'.length)
    fc.assert(
      fc.property(fc.integer({ min: header.length, max: text.length }), (length) => {
        const read = readLinkedIn(text.slice(0, length))
        const inside = rows.some((start, index) => start < length && length < ends[index]!)
        expect(read.contacts).toHaveLength(ends.filter((end) => end <= length).length)
        expect(read.problems).toHaveLength(inside || length <= rows[0]! ? 1 : 0)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a stray quotation mark', () => {
  it('costs its own row and no other', () => {
    const stray = 'Cleo,"Diaz,,,Relecloud,Clerk,05 May 2023'
    const read = readLinkedIn(file(stray, ada, ben, ada))
    expect(read.contacts.map((contact) => contact.line)).toEqual([3, 4, 5])
    expect(read.problems).toEqual([{ line: 2, reason: expect.stringMatching(/never closed/), text: stray }])
  })

  it('does not marry two rows that have one each', () => {
    const read = readLinkedIn(file('Cleo,"Diaz,,,,,05 May 2023', ada, 'Dev,Rao",,,,,08 Aug 2022', ben))
    expect(read.contacts.map((contact) => contact.line)).toEqual([3, 4, 5])
    expect(read.problems).toMatchObject([{ line: 2 }])
  })

  it('does not make a person of the rest of a broken cell', () => {
    const read = readLinkedIn(file('Cleo,Diaz,,,"Wide "World"', 'Importers",Clerk,05 May 2023', ada))
    expect(read.contacts.map((contact) => contact.name)).toEqual(['Ada Okoye'])
    expect(read.problems.map((each) => each.line)).toEqual([2, 3])
  })

  it('stays in its cell where the row is clear without it', () => {
    expect(readLinkedIn(file('Cleo,Diaz,,,5" Pipes,Clerk,05 May 2023')).contacts[0]?.organization).toBe(
      '5" Pipes',
    )
  })
})

describe('any text below the header', () => {
  it('is read without an error, every contact well formed', () => {
    const pieces = fc.constantFrom('"', ',', '\n', '\r', 'Ada', '03 Mar 2021', ' ', '\0', '\uD800', ada, '""')
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        for (const contact of readLinkedIn(`${header}\n${parts.join('')}`).contacts) {
          expect(contact.name).toBe(contact.name.trim())
          expect(contact.name).not.toBe('')
          expect(contact.name.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('takes time in proportion, with stray marks on every line', () => {
    const started = performance.now()
    const rows = Array.from({ length: 20_000 }, (_, index) => `Ann,"Lee ${index},,,"X, Y",Z,03 Mar 2021`)
    expect(readLinkedIn(file(...rows)).problems.length).toBeGreaterThan(0)
    readLinkedIn(`${header}\n${'"a'.repeat(500_000)}`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

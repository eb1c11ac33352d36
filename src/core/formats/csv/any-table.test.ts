import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { recognise } from '../recognise.ts'
import type { ColumnChoice } from './columns.ts'
import { readingTable } from './read-table.ts'

const readText = (text: string, choices: ColumnChoice[] = []) =>
  readWhole(readingTable(text, { choices: () => choices }))
const read = (...lines: string[]) => readText(`${lines.join('\n')}\n`)
const fields = (...lines: string[]) =>
  Object.fromEntries(read(...lines).mapping!.map(({ column, field }) => [column, field]))

describe('a table of another program', () => {
  it('reads Yahoo, which calls telephone numbers by their place', () => {
    const header =
      'First,Middle,Last,Nickname,Email,Category,Distribution Lists,Messenger ID,Home,Work,Pager,Fax,Mobile,Other,Yahoo Phone,Primary,Alternate Email 1,Alternate Email 2,Personal Website,Business Website,Title,Company,Work City,Birthday,Anniversary,Comments'
    expect(
      read(
        header,
        'Ada,,Okoye,,ada@example.org,Fair,,ada.o,312-555-0101,,,,312-555-0102,,,,okoye@example.net,,,,Buyer,Fourth Coffee,Chicago,5/14/1988,,Hello',
      ),
    ).toMatchObject({
      format: 'csv',
      contacts: [
        {
          ...{
            name: 'Ada Okoye',
            emails: ['ada@example.org', 'okoye@example.net'],
            role: 'Buyer',
            tags: ['Fair'],
          },
          ...{
            phones: ['312-555-0101', '312-555-0102'],
            organization: 'Fourth Coffee',
            birthday: '1988-05-14',
          },
          ...{
            notes: 'Hello',
            unknown: ['Messenger ID: ada.o'],
            addresses: [{ label: 'work', city: 'Chicago' }],
          },
        },
      ],
    })
  })

  it.each([',', '\t'])(
    'reads Thunderbird, separated by %j, with a birthday in three columns',
    (delimiter) => {
      const header =
        'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home City,Job Title,Department,Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes'
      const row =
        'Ben,Sato,Ben Sato,Benny,ben@example.org,sato@example.net,,555-0101-22,,,,+1 312 555 0102,Oxbridge,Analyst,Data,Relecloud,https://example.org,1990,3,4,,Hi'
      expect(read(header.replaceAll(',', delimiter), row.replaceAll(',', delimiter)).contacts).toMatchObject([
        {
          ...{ name: 'Ben Sato', emails: ['ben@example.org', 'sato@example.net'], birthday: '1990-03-04' },
          ...{
            phones: ['555-0101-22', '+1 312 555 0102'],
            role: 'Analyst',
            organization: 'Relecloud',
            notes: 'Hi',
          },
          ...{ nickname: 'Benny', addresses: [{ label: 'home', city: 'Oxbridge' }] },
          labels: { '555-0101-22': 'work', '+1 312 555 0102': 'mobile' },
        },
      ])
    },
  )

  it('reads what converters make of cards from iCloud', () => {
    const header =
      'First name;Last name;Full name;Company;Job title;Mobile;Email (work);Street (home);Birthday'
    expect(
      read(
        header,
        'Cleo;Diaz;Cleo Diaz;Relecloud;Clerk;0170 5550102;cleo@example.org;Mill Lane 5;1991-02-03',
      ),
    ).toMatchObject({
      format: 'csv',
      contacts: [
        {
          ...{ name: 'Cleo Diaz', phones: ['0170 5550102'], emails: ['cleo@example.org'], role: 'Clerk' },
          ...{ birthday: '1991-02-03', addresses: [{ label: 'home', street: 'Mill Lane 5' }] },
        },
      ],
    })
  })
})

describe('any other table', () => {
  it('proposes a field for each column by its header, and by the look of its values', () => {
    expect(
      fields(
        'Who,Reach,Line,Found at,T-shirt',
        'Ada Okoye,ada@example.org,+1 312 555 0101,https://example.org/ada,M',
        'Ben Sato,ben@example.org,+1 312 555 0102,https://example.org/ben,L',
        'Cleo Diaz,cleo@example.org,+1 312 555 0103,https://example.org/cleo,L',
      ),
    ).toEqual({ Who: 'name', Reach: 'email', Line: 'phone', 'Found at': 'url', 'T-shirt': 'other' })
  })

  it('knows headers as forms and programs write them', () => {
    expect(
      fields(
        'Attendee name *,Company / School,jobTitle,Your LinkedIn profile,Date of birth (dd/mm),current_employer_city',
        'Ada Okoye,Relecloud,Nurse,https://www.linkedin.com/in/ada,24/12,Chicago',
      ),
    ).toEqual({
      ...{ 'Attendee name *': 'name', 'Company / School': 'organization', jobTitle: 'role' },
      ...{
        'Your LinkedIn profile': 'url',
        'Date of birth (dd/mm)': 'birthday',
        current_employer_city: 'other',
      },
    })
  })

  it('does what the user says of a column, and keeps the rest by its name', () => {
    const text = 'Name,Email,Met,Team\nAda,ada@example.org,Fair,Red\n'
    const read = readText(text, [
      { column: 'team', field: 'tags' },
      { column: 'Met', field: 'skip' },
    ])
    expect(read.contacts).toMatchObject([{ name: 'Ada', tags: ['Red'] }])
    expect(read.contacts[0]?.unknown).toBeUndefined()
    expect(readText(text).contacts[0]?.unknown).toEqual(['Met: Fair', 'Team: Red'])
    expect(() => readText(text, [{ column: 'Colour', field: 'tags' }])).toThrow(/no column "Colour".*"Team"/)
  })

  it('reads a table without a header where addresses show what it is', () => {
    expect(read('Ada Okoye,ada@example.org', 'Ben Sato,ben@example.org').contacts).toMatchObject([
      { line: 1, name: 'Ada Okoye', emails: ['ada@example.org'] },
      { line: 2, name: 'Ben Sato' },
    ])
  })

  it('knows the delimiter from a line "sep=;", and from the header', () => {
    expect(read('sep=;', 'Name;Email', 'Ada;ada@example.org').contacts).toMatchObject([
      { line: 3, name: 'Ada' },
    ])
    for (const delimiter of [',', ';', '\t', '|']) {
      expect(read(`Name${delimiter}Email`, `Ada${delimiter}ada@example.org`).contacts).toHaveLength(1)
    }
  })

  it('passes over a preamble with stray quotation marks', () => {
    expect(
      read('Attendees of the "fair', 'as of 3" May, 2024', '', 'Name,Email', 'Ada,ada@example.org').contacts,
    ).toMatchObject([{ line: 5, name: 'Ada' }])
  })

  it('takes ragged rows, and values below a blank header', () => {
    const done = read(
      'Name,Email,,Company,',
      'Ada,ada@example.org',
      'Ben,ben@example.org,x,Relecloud,y',
      'Cleo',
    )
    expect(done.problems).toEqual([])
    expect(done.contacts).toMatchObject([
      { name: 'Ada' },
      { name: 'Ben', organization: 'Relecloud', unknown: ['column 3: x', 'column 5: y'] },
      { name: 'Cleo' },
    ])
  })

  it('loses no row to a stray mark where rows end early', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `P${index},p${index}@example.org`)
    const done = read('Name,Email,Company,Role,Notes', ...rows.slice(0, 20), 'Ada,"x', ...rows.slice(20))
    expect(done.contacts).toHaveLength(40)
    expect(done.problems).toMatchObject([{ line: 22, reason: expect.stringMatching(/never closed/) }])
  })

  it('keeps line breaks of notes, and a note that is long', () => {
    const note = Array.from({ length: 200 }, (_, index) => `line, ${index}`).join('\n')
    expect(read('Name,Email,Company,Role,Notes', `Ada,,,,"${note}"`, 'Ben,,,,').contacts).toMatchObject([
      { name: 'Ada', notes: note },
      { line: 202, name: 'Ben' },
    ])
  })

  it('takes the last row without a line break at its end', () => {
    expect(readText('Name,Email\nAda,ada@example.org').contacts).toHaveLength(1)
    expect(readText('Name,Email\nAda,ada@example.org\nBen\nCleo').contacts).toHaveLength(3)
  })

  it('drops NUL bytes, lone surrogates and a zero-width mark before the header', () => {
    expect(read('\uFEFF\u200BName,Email', 'A\0da\uD800,ada@example.org').contacts).toMatchObject([
      { name: 'Ada\uFFFD' },
    ])
  })

  it('turns "Family, Given" round where the column is written so, and leaves a title alone', () => {
    expect(read('Name,Email', '"Okoye, Ada",ada@example.org', '"Sato, Ben",').contacts).toMatchObject([
      { name: 'Ada Okoye', givenName: 'Ada', familyName: 'Okoye' },
      { name: 'Ben Sato' },
    ])
    expect(read('Name,Email', '"Mira Holm, PhD",mira@example.org').contacts).toMatchObject([
      { name: 'Mira Holm, PhD' },
    ])
  })

  it('tells rows that are nobody: only a date, only an organization, only a number', () => {
    const done = read(
      'Name,Company,Phone,Connected on,Email',
      ',,,2024-03-02,',
      ',Relecloud,,,',
      ',,312-555-0101,,',
      ',,,,',
    )
    expect(done.contacts).toEqual([])
    expect(done.problems.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [2, 'no name'],
      [3, '"Relecloud" is an organization and no person'],
      [4, 'no name and no e-mail address'],
    ])
  })

  it('reads the order of dates from the column that they stand in', () => {
    const birthdays = (...dates: string[]) =>
      read('Name,Birthday', ...dates.map((date, index) => `P${index},${date}`)).contacts.map(
        ({ birthday }) => birthday,
      )
    expect(birthdays('03/04/1990', '25/12/1991')).toEqual(['1990-04-03', '1991-12-25'])
    expect(birthdays('03/04/1990', '12/25/1991')).toEqual(['1990-03-04', '1991-12-25'])
    expect(birthdays('03.04.1990')).toEqual(['1990-04-03'])
    expect(birthdays('3 avril 1990', '14. März 88', '5/14', '--05-14', '00.00.0000')).toEqual([
      '1990-04-03',
      undefined,
      '--05-14',
      '--05-14',
      undefined,
    ])
  })

  it.each([
    ['Prénom;Nom;Courriel', 'Zoé;Lefèvre;zoe@example.org', 'Zoé Lefèvre'],
    ['Nombre;Apellidos;Correo electrónico', 'Inés;García Márquez;ines@example.org', 'Inés García Márquez'],
    ['Nome;Cognome;Indirizzo e-mail', 'Luca;D’Amico;luca@example.org', 'Luca D’Amico'],
    ['Nome;Sobrenome;Endereço de e-mail', 'João;da Silva;joao@example.org', 'João da Silva'],
    ['Voornaam;Achternaam;E-mailadres', 'Femke;de Wit;femke@example.org', 'Femke de Wit'],
    ['Vorname;Name;E-Mail', 'Jörg;Weiß;joerg@example.org', 'Jörg Weiß'],
    ['Имя;Фамилия;Эл. почта', 'Анна;Иванова;anna@example.org', 'Анна Иванова'],
    ['姓;名;メールアドレス', '山田;太郎;taro@example.org', '山田太郎'],
    ['氏名;メール', '山田 太郎;taro@example.org', '山田 太郎'],
    ['성;이름;이메일', '김;민수;minsu@example.org', '김민수'],
    ['الاسم;البريد الإلكتروني', 'نادية حداد;nadia@example.org', 'نادية حداد'],
  ])('reads the headers %s', (header, row, name) => {
    const done = read(header, row)
    expect(done.contacts).toMatchObject([{ name, emails: [row.split(';').at(-1)] }])
    expect(recognise(`${header}\n${row}\n`)).toBe('csv')
  })

  it('says which columns there are where none of them tells who it is', () => {
    expect(() => readWhole(readingTable('Phone,City\n312-555-0101,Chicago\n', { kind: 'csv' }))).toThrow(
      /Name/,
    )
  })
})

describe('files that would do harm', () => {
  it('refuses a million columns with a sentence', () => {
    expect(() => readText(`Name,${'x,'.repeat(1_000_000)}\n`)).toThrow(/Line 1 .* far longer .* at most 1000/)
  })

  it('tells a row that is far too long, and takes the others', () => {
    const done = read('Name,Email', `Ada,"${'x'.repeat(5_000_000)}"`, 'Ben,ben@example.org')
    expect(done.contacts).toMatchObject([{ name: 'Ben' }])
    expect(done.problems).toMatchObject([{ line: 2, reason: expect.stringMatching(/too long/) }])
  })

  it('takes formulas and scripts as the texts that they are', () => {
    const formula = '=HYPERLINK(""https://evil.example"",""x"")'
    expect(
      read('Name,Company,Notes', `"${formula}",@SUM(A1),<script>alert(1)</script>`).contacts,
    ).toMatchObject([
      {
        name: '=HYPERLINK("https://evil.example","x")',
        organization: '@SUM(A1)',
        notes: '<script>alert(1)</script>',
      },
    ])
  })
})

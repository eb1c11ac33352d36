import { describe, expect, it } from 'vitest'
import { readWhole } from '../reading.ts'
import { recognise } from '../recognise.ts'
import { readingTable } from './read-table.ts'

const read = (...lines: string[]) => readWhole(readingTable(`${lines.join('\r\n')}\r\n`))

/** As Google Contacts exports since 2023. */
const newHeader =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - City,Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value'
/** As it did before. */
const oldHeader =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Birthday,Gender,Location,Occupation,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 1 - Department'

/** A row with these cells by their headers. */
function row(header: string, cells: Record<string, string>): string {
  const names = header.split(',')
  for (const name of Object.keys(cells)) if (!names.includes(name)) throw new Error(name)
  return names.map((name) => (cells[name] ? `"${cells[name].replaceAll('"', '""')}"` : '')).join(',')
}

describe('Google Contacts CSV', () => {
  it('is recognised in both generations', () => {
    expect(recognise(newHeader)).toBe('google')
    expect(recognise(oldHeader)).toBe('google')
  })

  it('reads the generation since 2023', () => {
    const amara = row(newHeader, {
      ...{ 'First Name': 'Amara', 'Last Name': 'Nwosu', 'Name Prefix': 'Dr.', Nickname: 'Ama' },
      ...{
        'Organization Name': 'Lakeside Health',
        'Organization Title': 'Nurse',
        'Organization Department': 'ICU',
      },
      ...{
        Birthday: '1984-05-02',
        Notes: 'Met at the fair.\nLikes hiking.',
        Labels: 'Mentors ::: * myContacts',
      },
      ...{ 'E-mail 1 - Label': '* Work', 'E-mail 1 - Value': 'amara@example.org ::: a.nwosu@example.net' },
      ...{ 'Phone 1 - Label': 'Mobile', 'Phone 1 - Value': '+1 847 555 0142 ::: (847) 555-0199' },
      ...{ 'Website 1 - Label': 'Profile', 'Website 1 - Value': 'https://www.linkedin.com/in/amara' },
    })
    expect(read(newHeader, amara)).toMatchObject({
      format: 'google',
      problems: [],
      contacts: [
        {
          line: 2,
          name: 'Amara Nwosu',
          givenName: 'Amara',
          familyName: 'Nwosu',
          honorific: 'Dr.',
          organization: 'Lakeside Health',
          role: 'Nurse',
          department: 'ICU',
          birthday: '1984-05-02',
          notes: 'Met at the fair.\nLikes hiking.',
          tags: ['Mentors'],
          emails: ['amara@example.org', 'a.nwosu@example.net'],
          phones: ['+1 847 555 0142', '(847) 555-0199'],
          urls: ['https://www.linkedin.com/in/amara'],
          nickname: 'Ama',
          labels: {
            ...{ 'amara@example.org': 'work', 'a.nwosu@example.net': 'work' },
            ...{ '+1 847 555 0142': 'mobile', '(847) 555-0199': 'mobile' },
            'https://www.linkedin.com/in/amara': 'profile',
          },
        },
      ],
    })
  })

  it('reads the generation before', () => {
    const ben = row(oldHeader, {
      ...{ Name: 'Ben Sato', 'Given Name': 'Ben', 'Family Name': 'Sato', Birthday: ' --03-14' },
      ...{
        'Group Membership': '* My Contacts ::: Panel 2019 ::: * Friends',
        'Organization 1 - Name': 'Relecloud',
      },
      ...{
        'Organization 1 - Title': 'Analyst',
        'E-mail 1 - Type': '*',
        'E-mail 1 - Value': 'ben@example.org',
      },
    })
    expect(read(oldHeader, ben).contacts).toMatchObject([
      {
        ...{ name: 'Ben Sato', givenName: 'Ben', familyName: 'Sato', birthday: '--03-14' },
        ...{
          organization: 'Relecloud',
          role: 'Analyst',
          emails: ['ben@example.org'],
          tags: ['Panel 2019', 'Friends'],
        },
      },
    ])
  })

  it('keeps what has no place of its own, by the label that its user gave it', () => {
    const cells = {
      ...{
        'First Name': 'Cleo',
        'Address 1 - Formatted': '5 Mill Lane\nOxbridge',
        'Address 1 - Label': 'Home',
      },
      ...{ 'Relation 1 - Label': 'Sister', 'Relation 1 - Value': 'Dora' },
      ...{ 'Custom Field 1 - Label': 'Favourite tea', 'Custom Field 1 - Value': 'Oolong' },
      ...{ 'E-mail 1 - Label': 'Laboratory', 'E-mail 1 - Value': 'cleo@example.org' },
    }
    expect(read(newHeader, row(newHeader, cells)).contacts[0]).toMatchObject({
      labels: { 'cleo@example.org': 'Laboratory' },
      addresses: [{ label: 'home', street: '5 Mill Lane\nOxbridge' }],
      unknown: ['Relation (Sister): Dora', 'Favourite tea: Oolong'],
    })
  })

  it('takes the parts of an address, and of the whole one only what they do not say', () => {
    const header =
      'First Name,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Address 2 - Label,Address 2 - Formatted,Phone 1 - Label,Phone 1 - Value'
    const cells = {
      ...{ 'First Name': 'Cleo', 'Address 1 - Label': 'Cabin', 'Address 1 - Street': '5 Mill Lane' },
      ...{ 'Address 1 - City': 'Oxbridge', 'Address 1 - Postal Code': 'OX1', 'Address 1 - PO Box': 'Box 7' },
      ...{ 'Address 1 - Country': 'UK', 'Phone 1 - Label': 'Carrier pigeon' },
    }
    const written = { ...cells, 'Address 1 - Formatted': '5 Mill Lane\nBox 7\nOX1 Oxbridge\nUK' }
    const [cleo, dora] = read(
      header,
      row(header, written),
      row(header, { ...cells, 'Address 1 - Formatted': '9 Other Road' }),
    ).contacts
    expect(cleo).toMatchObject({
      addresses: [
        {
          ...{ label: 'Cabin', street: '5 Mill Lane\nBox 7', city: 'Oxbridge' },
          ...{ postalCode: 'OX1', country: 'UK' },
        },
      ],
      unknown: ['Phone 1 - Label: Carrier pigeon'],
    })
    expect(dora?.unknown).toContain('Address 1 - Formatted: 9 Other Road')
  })

  it('takes an address for the name where there is no other, and an organization alone for nobody', () => {
    const done = read(
      newHeader,
      row(newHeader, { 'First Name': 'kim@example.org', 'E-mail 1 - Value': 'kim@example.org' }),
      row(newHeader, { 'E-mail 1 - Value': 'lou@example.org' }),
      row(newHeader, { 'Organization Name': 'Prairie Museum', 'Phone 1 - Value': '312-555-0171' }),
    )
    expect(done.contacts.map(({ name }) => name)).toEqual(['kim@example.org', 'lou@example.org'])
    expect(done.problems).toMatchObject([
      { line: 4, reason: expect.stringMatching(/"Prairie Museum" is an organization/) },
    ])
  })

  it('reads headers in German, as Google writes them for its users', () => {
    const header =
      'Vorname,Nachname,Name der Organisation,Geburtstag,Labels,E-Mail 1 - Label,E-Mail 1 - Wert,Telefon 1 - Label,Telefon 1 - Wert'
    expect(
      read(header, 'Jörg,Weiß,Contoso,1990-01-02,* myContacts,Arbeit,joerg@example.org,Mobil,+49 30 5550142'),
    ).toMatchObject({
      format: 'google',
      contacts: [
        {
          ...{ name: 'Jörg Weiß', organization: 'Contoso', birthday: '1990-01-02', tags: [] },
          ...{ emails: ['joerg@example.org'], phones: ['+49 30 5550142'] },
        },
      ],
    })
  })
})

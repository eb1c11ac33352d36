import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVCard } from './read-vcard.ts'

const card = (...lines: string[]) => `${['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')}\r\n`
const only = (...lines: string[]) => readVCard(card(...lines)).contacts[0]!

describe('readVCard', () => {
  it('reads a card with everything a contact holds', () => {
    const read = readVCard(
      card(
        'VERSION:3.0',
        'PRODID:-//Example//EN',
        'N:Lund;Maja;Elin,Sofie;Dr.;MSc',
        'FN:Dr. Maja Lund',
        'ORG:Trey Research;Optics;Lasers',
        'TITLE:Head of Optics',
        'item1.EMAIL;type=INTERNET:maja@example.org',
        'item1.X-ABLabel:_$!<Work>!$_',
        'TEL;TYPE=CELL:+46 8 555 01 23',
        'URL:http\\://trey.example/maja',
        'X-SOCIALPROFILE;type=linkedin;x-user=maja:https://www.linkedin.com/in/maja',
        'CATEGORIES:Physics,Alumni\\, Lund,Physics',
        'NOTE:Met at the fair\\; likes\\nsailing\\\\rowing',
        'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22',
        'UID:urn:uuid:7f1',
        'REV:20240101T000000Z',
        'ADR;TYPE=WORK:;;1 Road;Lund;;222 22;Sweden',
        'IMPP:xmpp:maja@example.org',
      ),
    )
    expect(read).toEqual({
      format: 'vcard',
      problems: [],
      contacts: [
        {
          line: 1,
          name: 'Dr. Maja Lund',
          givenName: 'Maja',
          familyName: 'Lund',
          honorific: 'Dr.',
          organization: 'Trey Research',
          department: 'Optics, Lasers',
          role: 'Head of Optics',
          emails: ['maja@example.org'],
          phones: ['+46 8 555 01 23'],
          urls: ['http://trey.example/maja', 'https://www.linkedin.com/in/maja'],
          labels: {
            'maja@example.org': 'work',
            '+46 8 555 01 23': 'mobile',
            'https://www.linkedin.com/in/maja': 'linkedin',
          },
          addresses: [
            { label: 'work', street: '1 Road', city: 'Lund', postalCode: '222 22', country: 'Sweden' },
          ],
          tags: ['Physics', 'Alumni, Lund'],
          notes: 'Met at the fair; likes\nsailing\\rowing',
          birthday: '--03-22',
          uid: 'urn:uuid:7f1',
          unknown: [
            'N:Lund;Maja;Elin,Sofie;Dr.;MSc',
            'X-SOCIALPROFILE;type=linkedin;x-user=maja:https://www.linkedin.com/in/maja',
            'IMPP:xmpp:maja@example.org',
          ],
        },
      ],
    })
  })

  it('reads the addresses of 4.0: tel with an extension, mailto, preference (RFC 6350, section 6.4)', () => {
    const contact = only(
      'VERSION:4.0',
      'FN:Maja Lund',
      'TEL;VALUE=uri;TYPE="work,voice":tel:+46-8-555-0123;ext=102',
      'TEL;VALUE=uri;PREF=1:tel:+46-70-555-0199',
      'TEL;TYPE=fax;PREF=1:+46 8 555 01 24',
      'EMAIL:second@example.org',
      'EMAIL;PREF=1:mailto:first@example.org',
    )
    expect(contact.phones).toEqual(['+46-70-555-0199', '+46-8-555-0123 ext. 102', '+46 8 555 01 24'])
    expect(contact.emails).toEqual(['first@example.org', 'second@example.org'])
  })

  it('reads quoted-printable over several lines, as 2.1 writes it', () => {
    const contact = only(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lind=C3=A9n;Ma=',
      'ja',
      'NOTE;QUOTED-PRINTABLE:first=0D=0A=',
      '  second: line=',
      '',
      'TEL;HOME;VOICE:555 0100',
    )
    expect(contact).toMatchObject({
      name: 'Maja Lindén',
      notes: 'first\n  second: line',
      phones: ['555 0100'],
    })
  })

  it('unfolds with every kind of line break, a character or a word cut in two', () => {
    for (const lineBreak of ['\r\n', '\n', '\r', '\r\r\n']) {
      const lines = [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'FN:Maja',
        '  Lund',
        'NOTE:a long no',
        '\tte',
        'END:VCARD',
        '',
      ]
      expect(readVCard(lines.join(lineBreak))).toMatchObject({
        contacts: [{ name: 'Maja Lund', notes: 'a long note' }],
        problems: [],
      })
    }
  })

  it('keeps a photo on one line, also where base64 begins on the next or is not indented', () => {
    expect(only('FN:A', 'PHOTO;BASE64:', '  AAAA', '  BBBB=', '', 'TEL:1').unknown).toEqual([
      'PHOTO;BASE64:AAAABBBB=',
    ])
    expect(only('FN:A', 'PHOTO;ENCODING=b;TYPE=JPEG:AAAA', 'BBBB', 'TEL:1')).toMatchObject({
      unknown: ['PHOTO;ENCODING=b;TYPE=JPEG:AAAABBBB'],
      phones: ['1'],
    })
  })

  it('names a card by FN, else N, nickname, organisation, e-mail, number', () => {
    const rest = ['N:Lund;Maja;;Dr.;', 'NICKNAME:Maj', 'ORG:Trey;', 'EMAIL:maja@example.org', 'TEL:555 0100']
    const names = rest.map((_, index) => only('FN:', ...rest.slice(index)).name)
    expect(names).toEqual(['Dr. Maja Lund', 'Maj', 'Trey', 'maja@example.org', '555 0100'])
  })

  it('has a nickname, a department alone, several addresses each once, and fields that the user may read', () => {
    const contact = only(
      ...['FN:Maja', 'NICKNAME:Maj,Majsan', 'NICKNAME:M', 'ORG:;Optics', 'HOBBY:sailing'],
      ...['item1.ADR:PO Box 5;;1 Road\\nFlat 2;Lund;Skåne;222 22;Sweden', 'item1.X-ABLabel:Summer house'],
      ...['ADR;TYPE=HOME,PREF:;;2 Road;Lund;;;', 'ADR;TYPE=HOME:;;2 Road;Lund;;;', 'ADR:;;;;;;'],
      ...['X-ANNIVERSARY:2010-06-05', 'X-SPOUSE;X-A=1:Nils'],
    )
    expect(contact).toMatchObject({
      nickname: 'Maj,Majsan',
      department: 'Optics',
      addresses: [
        { label: 'home', street: '2 Road', city: 'Lund' },
        {
          ...{ label: 'Summer house', street: 'PO Box 5\n1 Road\nFlat 2', city: 'Lund' },
          ...{ region: 'Skåne', postalCode: '222 22', country: 'Sweden' },
        },
      ],
      customFields: [
        { name: 'Hobby', value: 'sailing' },
        { name: 'Anniversary', value: '2010-06-05' },
      ],
      unknown: ['NICKNAME:M', 'X-SPOUSE;X-A=1:Nils'],
    })
    expect(contact.organization).toBeUndefined()
  })

  it('keeps of an address whatever its label does not say: a parameter, a second kind, what stands with it', () => {
    const kept = [
      'EMAIL;TYPE=WORK;X-SLOT=1:maja@example.org',
      'item1.TEL;TYPE=HOME:1',
      'item1.X-ABLabel:Cabin',
      'item2.ADR:;;2 Road;Lund;;;',
      'item2.X-ABADR:se',
    ]
    const contact = only('FN:Maja', ...kept, 'item3.URL:https://maja.example', 'item3.X-ABLabel:Blog')
    expect(contact.unknown).toEqual(kept)
    expect(contact.labels).toEqual({
      'maja@example.org': 'work',
      '1': 'Cabin',
      'https://maja.example': 'Blog',
    })
  })

  it('keeps what a contact has no room for', () => {
    const contact = only(
      'FN:Maja',
      'ORG:A',
      'ORG:B',
      'TITLE:C',
      'ROLE:D',
      'BDAY:circa 1980',
      'EMAIL;X400:c=se;a=x',
    )
    expect(contact).toMatchObject({ organization: 'A', role: 'C', emails: [] })
    expect(contact.unknown).toEqual(['ORG:B', 'ROLE:D', 'BDAY:circa 1980', 'EMAIL;X400:c=se;a=x'])
  })

  it('takes no web address that would run as a script', () => {
    const contact = only('FN:Maja', 'URL:javascript:alert(1)', 'URL:trey.example/maja')
    expect(contact.urls).toEqual(['trey.example/maja'])
    expect(contact.unknown).toEqual(['URL:javascript:alert(1)'])
  })

  it('keeps line breaks out of names and addresses, where they would begin a header', () => {
    const contact = only('FN:Maja\\nBcc: x@example.org', 'EMAIL:a@b.example\\nTo: c', 'TITLE:a\\nb')
    expect(contact).toMatchObject({ name: 'Maja Bcc: x@example.org', emails: [], role: 'a b' })
    expect(contact.unknown).toEqual(['EMAIL:a@b.example\\nTo: c'])
  })
})

describe('a damaged file of cards', () => {
  const good = card('VERSION:3.0', 'FN:Maja Lund')

  it('gives the whole cards when it is cut in the middle of one', () => {
    expect(readVCard(`${good}BEGIN:VCARD\r\nFN:Nils\r\nTEL:+4`)).toMatchObject({
      contacts: [{ name: 'Maja Lund' }],
      problems: [
        {
          line: 5,
          reason: expect.stringMatching(/file ends in the middle/),
          text: 'BEGIN:VCARD\nFN:Nils\nTEL:+4',
        },
      ],
    })
  })

  it('does not let a card that is never closed take the next one with it', () => {
    const unclosed = 'BEGIN:VCARD\r\nFN:Nils\r\nNOTE;ENCODING=QUOTED-PRINTABLE:cut=\r\n'
    expect(readVCard(unclosed + good)).toMatchObject({
      contacts: [{ name: 'Maja Lund', line: 4 }],
      problems: [{ line: 1, reason: expect.stringMatching(/never closed/) }],
    })
  })

  it('tells of lines that are no properties and of text outside of cards', () => {
    const read = readVCard(`hello\r\n${card('FN:Maja', 'not a property')}bye\r\n`)
    expect(read.contacts).toHaveLength(1)
    expect(read.problems.map(({ line, text }) => [line, text])).toEqual([
      [1, 'hello'],
      [4, 'not a property'],
      [6, 'bye'],
    ])
  })

  it('tells of cards that are nobody, and of lists', () => {
    const read = readVCard(card('VERSION:3.0', 'N:;;;;', 'NOTE:x') + card('FN:Friends', 'KIND:group'))
    expect(read.contacts).toEqual([])
    expect(read.problems).toMatchObject([
      { line: 1, reason: expect.stringMatching(/no name, no address and no number/) },
      { line: 6, reason: expect.stringMatching(/list of contacts has nobody on it/) },
    ])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    'BEGIN:VCARD\n',
    'END:VCARD\n',
    'FN:',
    'N:',
    'NOTE;ENCODING=QUOTED-PRINTABLE:',
    'PHOTO;BASE64:\n',
    'TEL;TYPE="',
    '\n',
    '\r',
    '\n ',
    '=',
    '\\',
    ';',
    ',',
    ':',
    '"',
    'a',
    '\0',
    '\uD83D',
    '=00',
    '=\n',
  )

  it('is read without an error, every contact well formed and without control characters', () => {
    const parts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(parts, fc.boolean(), (body, framed) => {
        const text = body.join('')
        const { contacts, problems } = readVCard(framed ? `BEGIN:VCARD\nFN:x\n${text}\nEND:VCARD\n` : text)
        expect(contacts.length + problems.length).toBeGreaterThan(0)
        for (const contact of contacts) {
          expect(contact.name).not.toBe('')
          const stored = JSON.stringify(contact)
          expect(stored).not.toMatch(/\\u0000|\\ud[89ab]/i)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is read in time proportional to its length', () => {
    const started = performance.now()
    const cards = card('VERSION:3.0', 'N:Lund;Maja;;;', 'FN:Maja Lund', 'EMAIL:m@example.org', 'NOTE:a', ' b')
    expect(readVCard(cards.repeat(20_000)).contacts).toHaveLength(20_000)
    for (const line of ['x', '"', ';', ':', '\\', '=', ' ', 'NOTE;', 'a\n ']) {
      for (const start of ['', 'NOTE:', 'NOTE;ENCODING=QUOTED-PRINTABLE:']) {
        readVCard(card('FN:Maja', start + line.repeat(1_000_000 / line.length)))
      }
    }
    readVCard(card('FN:Maja', `NOTE:${'x'.repeat(5_000_000)}`))
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

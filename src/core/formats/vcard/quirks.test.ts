import { describe, expect, it } from 'vitest'
import { readContactFile } from '../read-file.ts'
import { readVCard } from './read-vcard.ts'

const card = (...lines: string[]) => `${['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')}\r\n`
const only = (...lines: string[]) => readVCard(card(...lines)).contacts[0]!
const names = (text: string) => readVCard(text).contacts.map(({ name }) => name)
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
/** A file whose bytes are these characters' codes. */
const fromBytes = (...lines: string[]) => {
  const file = readContactFile(bytesOf(card(...lines)))
  return file.format === 'json' ? undefined : file.contacts[0]
}

describe('what products write into cards', () => {
  it('raw line breaks in a note, blank lines and a word with a colon among them', () => {
    const contact = only('FN:Maja', 'NOTE:Met at the fair', 'See: the list', '', 'and call', 'TEL:1')
    expect(contact).toMatchObject({ notes: 'Met at the fair\nSee: the list\n\nand call', phones: ['1'] })
  })

  it('raw line breaks in quoted-printable', () => {
    const contact = only('FN:Maja', 'NOTE;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC', 'zweite Zeile', 'TEL:1')
    expect(contact).toMatchObject({ notes: 'Grü\nzweite Zeile', phones: ['1'] })
  })

  it('an assistant’s card within the card (2.1, AGENT)', () => {
    const text = card(
      ...['VERSION:2.1', 'N:Lund;Maja', 'AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'N:Berg;Nils', 'END:VCARD'],
      'TEL;WORK:1',
    )
    expect(readVCard(text)).toMatchObject({
      problems: [],
      contacts: [
        { name: 'Nils Berg', line: 5 },
        { name: 'Maja Lund', line: 1, phones: ['1'] },
      ],
    })
  })

  it('an assistant’s card as a text (3.0, AGENT)', () => {
    const agent = 'AGENT:BEGIN:VCARD\\nFN:Nils Berg\\nEMAIL\\;TYPE=INTERNET:nils@example.org\\nEND:VCARD\\n'
    const { contacts, problems } = readVCard(card('FN:Maja Lund', agent, 'TEL:1'))
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([
      { name: 'Nils Berg', emails: ['nils@example.org'] },
      { name: 'Maja Lund', phones: ['1'] },
    ])
  })

  it('cards within cards to any depth, in no time', () => {
    const deep = 'BEGIN:VCARD\nFN:x\n'.repeat(20_000) + 'END:VCARD\n'.repeat(20_000)
    expect(readVCard(deep).contacts).toHaveLength(20_000)
    expect(names('BEGIN:VCARD\nFN:x\n'.repeat(20_000))).toEqual([])
  })

  it('no FN, N, UID or VERSION', () => {
    expect(names(card('EMAIL:maja@example.org'))).toEqual(['maja@example.org'])
  })

  it('a name of one word, which 3.0 makes a family name', () => {
    expect(only('N:Björk;;;;', 'FN:Björk').familyName).toBeUndefined()
  })

  it.each([
    ['Shift_JIS', '\x8eR\x93c', '山田'],
    ['ISO-8859-15', 'M\xfcller \xa4', 'Müller €'],
    ['KOI8-R', '\xe9\xd7\xc1\xce', 'Иван'],
    ['windows-1251', '\xc8\xe2\xe0\xed', 'Иван'],
    ['ISO-2022-JP', '\x1b$B;3ED\x1b(B', '山田'],
  ])('a CHARSET of its own: %s', (charset, bytes, name) => {
    expect(fromBytes(`FN;CHARSET=${charset}:${bytes}`, 'TEL:1')?.name).toBe(name)
  })

  it('a backslash byte within a character of Shift_JIS, in quoted-printable or not', () => {
    expect(fromBytes('FN;CHARSET=SHIFT_JIS:\x95\x5c\x8e\xa6')?.name).toBe('表示')
    expect(fromBytes('FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=95\\=8E=A6')?.name).toBe('表示')
  })

  it('a CHARSET that is not true, or that nobody knows', () => {
    expect(only('FN;CHARSET=SHIFT_JIS:山田').name).toBe('山田')
    expect(only('FN;CHARSET=X-UNHEARD-OF:Müller').name).toBe('Müller')
  })

  it('a long property after a note, folded before its colon, is no part of the note', () => {
    const contact = only(
      'FN:Maja',
      'NOTE:a',
      `X-LONG;${'X-PARAMETER=1234567890;'.repeat(3)}X-LAST=1`,
      ' 2:value',
    )
    expect(contact.notes).toBe('a')
    expect(contact.unknown).toHaveLength(1)
  })

  it('carets for what a parameter cannot hold (RFC 6868)', () => {
    const file =
      card('FN:Maja', 'UID:a') + card('KIND:group', 'FN:x', "MEMBER;FN=Maja ^'M^' L:mailto:m@b.example")
    expect(readVCard(file).contacts[1]).toMatchObject({ name: 'Maja "M" L', tags: ['x'] })
  })

  it('a photo in each of the ways there are, whatever the card calls it', () => {
    const base64 = '/9j/4AECAw=='
    for (const property of [
      [`PHOTO;ENCODING=BASE64;JPEG:${base64}`],
      ['PHOTO;ENCODING=BASE64;TYPE=PNG:', ` ${base64.slice(0, 5)}`, ` ${base64.slice(5)}`, ''],
      [`PHOTO;ENCODING=b;TYPE=JPEG:${base64}`],
      [`PHOTO:data:image/jpeg;base64,${base64}`],
      [`PHOTO:data:image/jpeg;base64\\,${base64}`],
    ]) {
      const contact = only('FN:Maja', ...property)
      expect(contact.photo).toEqual({
        mediaType: 'image/jpeg',
        bytes: bytesOf('\xff\xd8\xff\xe0\x01\x02\x03'),
      })
      expect(contact.unknown).toBeUndefined()
    }
  })

  it('a photo on the web, which is not fetched, and one that is no picture: both are kept as they stand', () => {
    const properties = ['PHOTO;VALUE=uri:https://example.org/maja.jpg', 'PHOTO;ENCODING=b:AAAA']
    const contact = only('FN:Maja', ...properties)
    expect(contact.photo).toBeUndefined()
    expect(contact.unknown).toEqual(properties)
  })

  it('a photo that is too large: told, and the rest is taken', () => {
    const { contacts, problems } = readVCard(card('FN:Maja', `PHOTO;ENCODING=b:/9j/${'A'.repeat(3_000_000)}`))
    expect(contacts).toMatchObject([{ name: 'Maja' }])
    expect(contacts[0]!.photo).toBeUndefined()
    expect(problems).toMatchObject([{ line: 1, reason: expect.stringMatching(/photo .* larger than 2 MB/) }])
  })

  it('a line of over 4 MB: told, and the rest is taken', () => {
    const { contacts, problems } = readVCard(card('FN:Maja', `X-BLOB:${'x'.repeat(5_000_000)}`, 'TEL:1'))
    expect(contacts).toMatchObject([{ name: 'Maja', phones: ['1'] }])
    expect(problems).toMatchObject([{ line: 3, reason: expect.stringMatching(/over 4 MB/) }])
  })
})

describe('lists of contacts', () => {
  const maja = card('FN:Maja', 'UID:urn:uuid:A1')
  const nils = card('FN:Nils', 'UID:b2', 'EMAIL:nils@example.org')

  it.each([
    ['KIND:group of 4.0', ['KIND:group', 'FN:Choir', 'MEMBER:urn:uuid:a1', 'MEMBER:mailto:NILS@example.org']],
    [
      'Apple’s groups in 3.0',
      [
        ...['X-ADDRESSBOOKSERVER-KIND:group', 'N:Choir', 'FN:Choir'],
        ...['X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:A1', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:b2'],
      ],
    ],
  ])('%s become a tag of those on it', (_, lines) => {
    const { contacts, problems } = readVCard(card(...lines) + maja + nils)
    expect(problems).toEqual([])
    expect(contacts.map(({ name, tags }) => [name, tags])).toEqual([
      ['Maja', ['Choir']],
      ['Nils', ['Choir']],
    ])
  })

  it('Outlook’s distribution lists (VLIST) and Evolution’s bring in those who have no card', () => {
    const vlist =
      'BEGIN:VLIST\nUID:l\nFN:Choir\nCARD;FN=Nils;EMAIL=nils@example.org:b2.vcf\nCARD;FN="Berg, Eva";EMAIL=eva@example.org:c3.vcf\nEND:VLIST\n'
    const evolution = card('FN:Rowers', 'X-EVOLUTION-LIST:TRUE', 'EMAIL:eva@example.org')
    const { contacts, problems } = readVCard(nils + vlist + evolution)
    expect(problems).toEqual([])
    expect(contacts.map(({ name, emails, tags }) => [name, emails, tags])).toEqual([
      ['Nils', ['nils@example.org'], ['Choir']],
      ['Berg, Eva', ['eva@example.org'], ['Choir', 'Rowers']],
    ])
  })

  it('tell how many of them have no card in the file', () => {
    const list = card(
      'KIND:group',
      'FN:Choir',
      'MEMBER:urn:uuid:a1',
      'MEMBER:urn:uuid:x',
      'MEMBER:urn:uuid:y',
    )
    expect(readVCard(maja + list).problems).toMatchObject([
      { line: 5, reason: expect.stringMatching(/^2 contacts on this list have no card/), text: 'Choir' },
    ])
  })
})

describe('jCard (RFC 7095)', () => {
  const jcard = [
    'vcard',
    [
      ['version', {}, 'text', '4.0'],
      ['fn', {}, 'text', 'Maja Lund, MSc'],
      ['n', {}, 'text', ['Lund', 'Maja', ['Elin', 'Sofie'], '', 'MSc']],
      ['org', {}, 'text', ['Trey; Research', 'Optics']],
      ['tel', { type: ['work', 'voice'], pref: '1' }, 'uri', 'tel:+46-8-555;ext=102'],
      ['email', { group: 'item1' }, 'text', 'maja@example.org'],
      ['categories', {}, 'text', 'Physics', 'Alumni, Lund'],
      ['note', {}, 'text', 'one\ntwo'],
      ['bday', {}, 'date', '--03-22'],
      ['x-skype', {}, 'unknown', 'maja.lund'],
    ],
  ]
  const read = (text: string) => {
    const file = readContactFile(new TextEncoder().encode(text))
    return file.format === 'json' ? undefined : file
  }

  it('reads one card or a list of them, with the line each begins at', () => {
    const file = read(JSON.stringify([jcard, jcard], null, 2))!
    expect(file.problems).toEqual([])
    expect(file.contacts.map(({ line }) => line)).toEqual([2, 88])
    const { line: _, ...contact } = read(JSON.stringify(jcard))!.contacts[0]!
    expect(contact).toEqual({
      ...{ name: 'Maja Lund, MSc', givenName: 'Maja', familyName: 'Lund' },
      ...{ organization: 'Trey; Research', department: 'Optics', birthday: '--03-22', notes: 'one\ntwo' },
      ...{ emails: ['maja@example.org'], phones: ['+46-8-555 ext. 102'], urls: [] },
      tags: ['Physics', 'Alumni, Lund'],
      labels: { '+46-8-555 ext. 102': 'work' },
      customFields: [{ name: 'Skype', value: 'maja.lund' }],
      unknown: ['N:Lund;Maja;Elin,Sofie;;MSc'],
    })
  })

  it('tells of one that is cut', () => {
    expect(read(JSON.stringify([jcard]).slice(0, 200))).toMatchObject({
      contacts: [],
      problems: [{ line: 1, reason: expect.stringMatching(/cut or damaged/) }],
    })
  })
})

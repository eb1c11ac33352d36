import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../contact.ts'
import { readVCard } from './read-vcard.ts'
import type { VCardVersion } from './write-property.ts'
import { type Card, writeVCard } from './write-vcard.ts'

const versions: VCardVersion[] = ['3.0', '4.0']
const blank: Card = { name: 'Maja Lund', emails: [], phones: [], urls: [], tags: [] }
const linesOf = (card: Partial<Card>, version: VCardVersion = '4.0') =>
  writeVCard([{ ...blank, ...card }], version)
    .replaceAll('\r\n ', '')
    .split('\r\n')
const roundTrip = (card: Partial<Card>, version: VCardVersion = '4.0') => {
  const { contacts, problems } = readVCard(writeVCard([{ ...blank, ...card }], version))
  expect(problems).toEqual([])
  expect(contacts).toHaveLength(1)
  return contacts[0]!
}
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 250])

describe('writeVCard', () => {
  it('writes 3.0 with the N it demands, and 4.0 with a birthday that has no year', () => {
    const card = { emails: ['a@example.org', 'b@example.org'], birthday: '--03-22' }
    expect(linesOf(card, '3.0')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Maja Lund',
      'N:Maja Lund;;;;',
      'EMAIL;TYPE=pref:a@example.org',
      'EMAIL:b@example.org',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22',
      'END:VCARD',
      '',
    ])
    expect(linesOf(card)).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Maja Lund',
      'EMAIL;PREF=1:a@example.org',
      'EMAIL;PREF=2:b@example.org',
      'BDAY:--0322',
      'END:VCARD',
      '',
    ])
  })

  it('folds after 75 octets and never within a character (RFC 6350, section 3.2)', () => {
    const notes = 'Züri 👩‍👩‍👧 '.repeat(40).trim()
    const text = writeVCard([{ ...blank, notes }], '4.0')
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
    expect(roundTrip({ notes }).notes).toBe(notes)
  })

  it('writes what was kept in the words of the version: no quoted-printable, no bare parameter', () => {
    const unknown = [
      'LABEL;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=BCrich=0D=0A8001',
      'KEY;X509;ENCODING=BASE64:QUJD',
      'X-SKYPE;HOME:maja.lund',
    ]
    expect(linesOf({ unknown }, '3.0').slice(4, -2)).toEqual([
      'LABEL;TYPE=WORK:Zürich\\n8001',
      'KEY;TYPE=X509;ENCODING=b:QUJD',
      'X-SKYPE;TYPE=HOME:maja.lund',
    ])
    expect(linesOf({ unknown })).toContain('KEY:data:application/x509;base64,QUJD')
  })

  it('writes a name that nobody registered as one of its own, so that no reader takes it for a text', () => {
    const lines = linesOf({ notes: 'a', unknown: ['Vn:1', `${'LONG'.repeat(30)}:2`, 'SPOUSE:Nils'] })
    expect(lines.slice(4, -2)).toEqual([
      'X-VN:1',
      `X-${'LONG'.repeat(30)}`.slice(0, 40).concat(':2'),
      'SPOUSE:Nils',
    ])
  })

  it('keeps a number’s kind and its label while the number is theirs, and drops them with it', () => {
    const unknown = ['item1.TEL;TYPE=WORK:+46 1', 'item1.X-ABLabel:Assistant', 'TEL;TYPE=HOME:+46 2']
    const lines = linesOf({ phones: ['+46 1', '+46 3'], unknown })
    expect(lines).toContain('item1.TEL;TYPE=WORK;PREF=1:+46 1')
    expect(lines).toContain('TEL;PREF=2:+46 3')
    expect(lines).toContain('item1.X-ABLABEL:Assistant')
    expect(lines.join('\n')).not.toContain('+46 2')
  })

  it('writes labels as kinds where every address book has them, and others by their group', () => {
    const phones = ['+46 1', '+46 2', '+46 3']
    const labels = { '+46 1': 'mobile', '+46 2': 'Cabin', '+46 3': 'home' }
    const unknown = ['item1.IMPP:xmpp:m@example.org', 'TEL;TYPE=WORK;X-SLOT=2:+46 3']
    expect(linesOf({ phones, labels, unknown }, '3.0').slice(4, -2)).toEqual([
      'TEL;TYPE=cell;TYPE=pref:+46 1',
      'item2.TEL:+46 2',
      'item2.X-ABLABEL:Cabin',
      'TEL;TYPE=home;X-SLOT=2:+46 3',
      'item1.IMPP:xmpp:m@example.org',
    ])
  })

  it('writes a number that is a fax, too, as a number, so that it keeps its place', () => {
    const unknown = ['TEL;TYPE=FAX:+46 1', 'TEL;TYPE=WORK:+46 1']
    expect(roundTrip({ phones: ['+46 1', '+46 2'], unknown }, '3.0').phones).toEqual(['+46 1', '+46 2'])
  })

  it('keeps a middle name while the rest of the name is the same', () => {
    const unknown = ['N:Lund;Maja;Elin;;MSc']
    const card = { givenName: 'Maja', familyName: 'Lund', unknown }
    expect(linesOf(card)).toContain('N:Lund;Maja;Elin;;MSc')
    expect(linesOf({ ...card, familyName: 'Berg' })).toContain('N:Berg;Maja;;;')
  })

  it.each(versions)('carries a photo in %s', (version) => {
    const photo = { mediaType: 'image/jpeg', bytes: jpeg }
    expect(roundTrip({ photo }, version).photo).toEqual(photo)
  })

  it('lets no text begin a property or a card of its own', () => {
    const attack = 'x\r\nEND:VCARD\r\nBEGIN:VCARD\rFN:Eve\u2028TEL:1\u0085URL:http://eve.example\nEMAIL:e@e'
    for (const version of versions) {
      const text = writeVCard(
        [
          {
            ...{ name: attack, givenName: attack, organization: attack, role: attack, notes: attack },
            ...{ emails: [attack], phones: [attack], urls: [attack], tags: [attack], uid: attack },
            ...{ birthday: attack, department: attack },
            unknown: [`X-A:${attack}`, `X-B;TYPE=${attack}:1`, 'END:VCARD', 'BEGIN:VCARD', attack],
          },
        ],
        version,
      )
      const unfolded = text.replaceAll('\r\n ', '')
      expect(unfolded.match(/^BEGIN:VCARD$/gm)).toHaveLength(1)
      expect(unfolded.match(/^END:VCARD$/gm)).toHaveLength(1)
      expect(unfolded).not.toMatch(/^(?:FN:Eve|TEL:1$|URL:http|EMAIL:e@e)/m)
      expect(text).not.toMatch(/[\u0085\u2028]|\r(?!\n)|(?<!\r)\n/)
    }
  })
})

/** A line as a contact holds it: trimmed, single spaces, no control characters. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && !/^[;,\s]*$/.test(text) && text.isWellFormed())
const word = fc.stringMatching(/^[a-z0-9.+-]{1,20}$/)
const email = fc.tuple(word, word).map(([a, b]) => `${a}@${b}`)
const phone = fc.stringMatching(/^\+[1-9]([0-9][ -]?){3,8}[0-9]$/)
const url = fc.tuple(word, line).map(([host, rest]) => `https://${host}.example/${rest}`)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
const label = fc.oneof(fc.constantFrom('work', 'home', 'mobile', 'Work', 'home cell', 'Lab; 2'), line)
const address = fc
  .record(
    { label, street: lines, city: line, region: line, postalCode: line, country: line },
    { requiredKeys: ['street'] },
  )
  .map((parts) => ({ ...parts }))
const customField = fc.record({
  name: fc.oneof(fc.constantFrom('Hobby', 'Anniversary', 'Custom 1'), line),
  value: fc.oneof(lines, day),
})
/** Labels for those addresses whose turn it is. */
const withLabels = (card: Card, calls: readonly (string | undefined)[]): Card => {
  const labels = [...card.emails, ...card.phones, ...card.urls].flatMap((text, index) => {
    const call = calls[index % calls.length]
    return call === undefined ? [] : [[text, call] as const]
  })
  return labels.length > 0 ? { ...card, labels: Object.fromEntries(labels) } : card
}
const contact: fc.Arbitrary<Card> = fc
  .record({
    ...{ name: line, givenName: optional(line), familyName: optional(line), honorific: optional(line) },
    ...{ organization: optional(line), role: optional(line), uid: optional(line) },
    ...{ nickname: optional(line), department: optional(line) },
    addresses: optional(
      fc.uniqueArray(address, { minLength: 1, maxLength: 3, comparator: isDeepStrictEqual }),
    ),
    customFields: optional(
      fc.uniqueArray(customField, { minLength: 1, maxLength: 3, comparator: isDeepStrictEqual }),
    ),
    emails: fc.uniqueArray(email, { maxLength: 4 }),
    phones: fc.uniqueArray(phone, { maxLength: 4 }),
    urls: fc.uniqueArray(url, { maxLength: 3 }),
    tags: fc.uniqueArray(line, { maxLength: 4 }),
    notes: optional(fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))),
    birthday: optional(
      fc.oneof(
        day,
        day.map((date) => `--${date.slice(5)}`),
      ),
    ),
    photo: fc.constantFrom(undefined, { mediaType: 'image/jpeg', bytes: jpeg }),
    unknown: optional(
      fc.array(
        line.map((text) => `X-KEPT:${text.replace(/[\\;,]/g, '')}x`),
        { minLength: 1, maxLength: 2 },
      ),
    ),
  })
  .map(
    (card) =>
      Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as unknown as Card,
  )

const labelled = fc
  .tuple(contact, fc.array(optional(label), { minLength: 1, maxLength: 5 }))
  .map(([card, calls]) => withLabels(card, calls))

describe('a card that is written and read back', () => {
  it.each(versions)('is the same in %s, field by field', (version) => {
    fc.assert(
      fc.property(fc.array(labelled, { minLength: 1, maxLength: 3 }), (cards) => {
        const { contacts, problems } = readVCard(writeVCard(cards, version))
        expect(problems).toEqual([])
        expect(contacts.map(({ line: _, ...card }: Contact) => card)).toEqual(cards)
      }),
      { numRuns: 200 },
    )
  })
})

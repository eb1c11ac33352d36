import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailFile } from './eml.ts'

/** The headers and the text of a mail file, read as a mail program reads them (RFC 5322, RFC 2045, RFC 2047). */
function read(file: string) {
  const [head = '', ...rest] = file.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n /g, ' ')
  const headers = new Map(
    unfolded
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  return { headers, lines: file.split('\r\n'), body: decodeQuoted(rest.join('\r\n\r\n')) }
}
const utf8 = (latin: string) => Buffer.from(latin, 'latin1').toString('utf8')
const decodeQuoted = (text: string) =>
  utf8(
    text
      .replace(/=\r\n/g, '')
      .replaceAll('\r\n', '\n')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
const decodeWords = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?Q\?(.*?)\?=/g, (_, word) => decodeQuoted(word.replaceAll('_', ' ')))

describe('a letter as a mail file', () => {
  test('says to whom and what about, and opens as a message still to be sent (RFC 5322)', () => {
    const { headers, body } = read(
      mailFile(
        {
          from: { name: 'Rosa Lindqvist', email: 'rosa@example.org' },
          to: { name: 'Nadia Haddad', email: 'nadia@example.org' },
          subject: 'A conversation about nursing',
        },
        'Dear Nadia,\n\n20 to 30 minutes?\n',
      ),
    )
    expect(Object.fromEntries(headers)).toMatchObject({
      From: '"Rosa Lindqvist" <rosa@example.org>',
      To: '"Nadia Haddad" <nadia@example.org>',
      Subject: 'A conversation about nursing',
      'X-Unsent': '1',
    })
    expect(body).toBe('Dear Nadia,\n\n20 to 30 minutes?\n')
  })

  test('names an address that could add another, or a header, nowhere', () => {
    for (const email of ['a@b.c\r\nBcc: x@y.z', 'a@b.c, d@e.f', 'a <b@c.d>', '']) {
      const { headers } = read(mailFile({ to: { name: 'A', email }, subject: 'b' }, 'c'))
      expect(headers.has('To')).toBe(false)
      expect(headers.has('Bcc')).toBe(false)
    }
  })

  test('whatever is written comes out as it was, in lines of at most 76 characters (RFC 2045, RFC 2047)', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map((one) => one.toWellFormed())
    fc.assert(
      fc.property(text, text, text, (name, subject, body) => {
        const {
          headers,
          lines,
          body: read_,
        } = read(mailFile({ to: { name, email: 'a@example.org' }, subject }, body))
        const plain = (one: string) => one.replace(/[\s\p{Cc}]+/gu, ' ').trim()
        expect(decodeWords(headers.get('Subject') ?? '')).toBe(plain(subject))
        expect(read_).toBe(body.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(76)
          expect(line).toMatch(/^[\t -~]*$/)
        }
        expect([...headers.keys()].filter((key) => key === 'To')).toHaveLength(1)
      }),
    )
  })
})

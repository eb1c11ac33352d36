import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailto } from './mailto.ts'

describe('mailto', () => {
  it('encodes subject and body, line breaks as CRLF (RFC 6068, section 5)', () => {
    expect(
      mailto('nadia@example.org', 'A talk & a walk', 'Dear Nadia,\n\n20 to 30 minutes? 100% yours'),
    ).toBe(
      'mailto:nadia@example.org?subject=A%20talk%20%26%20a%20walk&body=Dear%20Nadia%2C%0D%0A%0D%0A20%20to%2030%20minutes%3F%20100%25%20yours',
    )
  })

  it('is null without an address', () => {
    for (const address of [undefined, '', '  ', 'nadia', 'a@b@c', '@example.org']) {
      expect(mailto(address, 'a', 'b')).toBeNull()
    }
  })

  it('takes an address that could add another, or a header, for none', () => {
    for (const address of [
      'a@b.c,d@e.f',
      'a@b.c;d',
      'a@b.c\r\nBcc: x',
      'a@b.c\nBcc:x',
      'a b@c.d',
      'A <a@b.c>',
      'a@b.c\0',
    ]) {
      expect(mailto(address, 'a', 'b')).toBeNull()
    }
  })

  it('encodes what an address may hold and a link would take for its own', () => {
    expect(mailto('a?bcc=x&y=%0A@b.c', '', '')).toBe('mailto:a%3Fbcc%3Dx%26y%3D%250A@b.c')
    expect(mailto('o’neill+net@exämple.org', '', '')).toBe('mailto:o%E2%80%99neill%2Bnet@ex%C3%A4mple.org')
  })

  it('keeps the subject on one line', () => {
    expect(mailto('a@b.c', 'Hello\r\nBcc: x@y.z', '')).toBe('mailto:a@b.c?subject=Hello%20Bcc%3A%20x%40y.z')
  })

  it('cannot be given another header by address, subject or body', () => {
    const anything = fc.string({ unit: 'binary' })
    const hostile = fc.constantFrom(
      '&bcc=x@y.z',
      '?cc=x',
      '\r\nBcc: x@y.z',
      '%0D%0ABcc:x',
      '#',
      '\u2028',
      '\ud800',
      '"<>\'',
    )
    const part = fc.array(fc.oneof(anything, hostile), { maxLength: 4 }).map((parts) => parts.join(''))
    const address = fc.oneof(
      part.map((text) => `a${text}@example.org`),
      fc.constant('nadia@example.org'),
    )
    fc.assert(
      fc.property(address, part, part, (to, subject, text) => {
        const link = mailto(to, subject, text)
        if (link === null) return
        expect(link).toMatch(
          /^mailto:[\w.~%-]+@[\w.~%-]+(\?(subject=[\w.~%-]+(&body=[\w.~%-]+)?|body=[\w.~%-]+))?$/,
        )
        const fields = new URLSearchParams(link.split('?')[1] ?? '')
        expect(fields.get('subject') ?? '').not.toMatch(/[\r\n]/)
        expect((fields.get('body') ?? '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(decodeURIComponent(link.slice(7).split('?')[0]!)).not.toMatch(/[\r\n,;]/)
      }),
    )
  })
})

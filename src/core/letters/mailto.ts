/**
 * A `mailto:` link (RFC 6068) that opens the letter in the mail program. Everything is percent-encoded, line breaks of the
 * body as CRLF; a subject is one line, and an address with anything that could end it or add another is none. Null
 * without an address.
 */
export function mailto(address: string | undefined, subject: string, body: string): string | null {
  const to = address?.trim() ?? ''
  if (!plainAddress.test(to) || !to.isWellFormed()) return null
  const at = to.lastIndexOf('@')
  const fields = [
    ['subject', subject.replace(/[\s\p{Cc}]+/gu, ' ').trim()],
    [
      'body',
      body
        .replace(/\r\n?|[\n\u2028\u2029]/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .replaceAll('\n', '\r\n'),
    ],
  ]
  const query = fields.flatMap(([name, value]) => (value ? [`${name}=${encoded(value)}`] : [])).join('&')
  const link = `mailto:${encoded(to.slice(0, at))}@${encoded(to.slice(at + 1))}`
  return query ? `${link}?${query}` : link
}

/** One `local@domain`, without a separator, quote, bracket, space or control character. */
const plainAddress = /^[^\s\p{Cc}@,;:<>()[\]"\\]+@[^\s\p{Cc}@,;:<>()[\]"\\]+$/u

/** Percent-encoded down to RFC 3986's unreserved characters. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

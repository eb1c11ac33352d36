/**
 * A text as a contact may hold it: well formed, without control characters (a NUL cannot be stored everywhere), its
 * line breaks as LF, trimmed. A text of which nothing is left is absent.
 */
export function cleanText(value: string | undefined): string | undefined {
  if (!value) return undefined
  const text = controlCharacter.test(value) ? withoutControlCharacters(value) : value
  return text.toWellFormed().trim() || undefined
}

/** The same on one line, for names and addresses: they end up in headers of mails, where a line break would be a new header. */
export function cleanLine(value: string | undefined): string | undefined {
  return cleanText(value)?.replace(/\s{2,}|[^\S ]/gu, ' ')
}

const controlCharacter = /\p{Cc}/u

/** All but tabs and line breaks, which are text. */
function withoutControlCharacters(value: string): string {
  return value
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
}

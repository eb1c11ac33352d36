/**
 * A text as a contact may hold it: well formed, without control characters (a NUL cannot be stored everywhere), its
 * line breaks as LF, trimmed. A text of which nothing is left is absent.
 */
export function cleanText(value: string | undefined): string | undefined {
  if (!value) return undefined
  const text = value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .trim()
  return text === '' ? undefined : text
}

/** The same on one line, for names and addresses: they end up in headers of mails, where a line break would be a new header. */
export function cleanLine(value: string | undefined): string | undefined {
  return cleanText(value)?.replace(/\s+/gu, ' ')
}

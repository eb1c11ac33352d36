/**
 * The physical lines of a text, as an editor counts them: CRLF, LF and CR each end one, and so does the CR CR LF that
 * some phones write. A text that ends in a line break has an empty last line.
 */
export function splitLines(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n')
  return text.replaceAll('\r\r\n', '\n').replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
}

/**
 * The physical lines of a text, as an editor counts them: CRLF, LF and CR each end one, and so does the CR CR LF that
 * some phones write. A text that ends in a line break has an empty last line.
 */
export function splitLines(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n')
  return text.replaceAll('\r\r\n', '\n').replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
}

/** The same lines one after another: a file of many megabytes is not held a second time. */
export function* eachLine(text: string): Generator<string> {
  let start = 0
  let carriage = text.indexOf('\r')
  for (;;) {
    const feed = text.indexOf('\n', start)
    if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start)
    const isCarriage = carriage !== -1 && (feed === -1 || carriage < feed)
    const end = isCarriage ? carriage : feed
    if (end === -1) break
    yield text.slice(start, end)
    const width =
      !isCarriage || text[end + 1] === '\n' ? (isCarriage ? 2 : 1) : text.startsWith('\r\r\n', end) ? 3 : 1
    start = end + width
  }
  yield text.slice(start)
}

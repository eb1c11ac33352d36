const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
const isPlain = /^[\u0020-\u007e]*$/

let segmenter: Intl.Segmenter | undefined
/** The characters as readers count them. Made when first needed: most names are plain. */
function segmentsOf(text: string): Iterable<{ segment: string }> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** How many columns of a terminal a text takes: two for East Asian wide characters and emoji, none for marks. */
export function columnsOf(text: string): number {
  if (isPlain.test(text)) return text.length
  let columns = 0
  for (const { segment } of segmentsOf(text)) {
    columns += invisible.test(segment) ? 0 : wide.test(segment) ? 2 : 1
  }
  return columns
}

/** A text filled up with spaces to so many columns. */
export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** A text cut to so many columns, with an ellipsis where something is missing. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let taken = 0
  for (const { segment } of segmentsOf(text)) {
    const more = columnsOf(segment)
    if (taken + more > columns - 1) break
    kept += segment
    taken += more
  }
  return `${kept.trimEnd()}…`
}

/** A text in lines of at most so many columns, broken between words. */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = Math.max(20, columns - indent.length)
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/)) {
      if (line && columnsOf(line) + 1 + columnsOf(word) > room) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    lines.push(line)
  }
  return lines.map((line) => (line ? indent + line : '')).join('\n')
}

/** A value from outside as a terminal may show it: no control characters, nothing that turns the text round. */
export const safe = (text: string): string =>
  text.replace(/(?![\t\n])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')

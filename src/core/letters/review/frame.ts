import type { Span } from './phrase.ts'

export interface Subject extends Span {
  text: string
  /** It was given on its own: the span is within itself, not within the letter's text. */
  apart: boolean
}

/** What stands around the message of a letter. */
export interface Frame {
  subject?: Subject
  greeting?: Span
  signature?: Span
  /** Where the letter begins: after the subject line. */
  start: number
  /** Between greeting and signature. */
  message: Span
}

interface Line extends Span {
  plain: string
}

/** How far down a greeting is looked for, in lines that are not empty: a letter on paper begins with addresses. */
const headLines = 16
const footLines = 12

/** Finds subject line, greeting and signature. */
export function frameOf(text: string, plain: string): Frame {
  const lines = linesOf(text, plain)
  let first = 0
  let subject: Subject | undefined
  for (; first < lines.length; first += 1) {
    const header = /^(?:(?:e-?mail )?subject(?: line)?|re|to|from|date|cc|bcc) ?:/.exec(lines[first]!.plain)
    if (!header) break
    if (!/subject|^re/.test(header[0])) continue
    const start = lines[first]!.start + header[0].length
    const value = text.slice(start, lines[first]!.end)
    const inner = start + (value.length - value.trimStart().length)
    subject ??= {
      text: value.trim(),
      start: value.trim() === '' ? lines[first]!.start : inner,
      end: lines[first]!.end,
      apart: false,
    }
  }
  const start = lines[first]?.start ?? (subject ? text.length : 0)
  const rest = lines.slice(first)
  const greeting = greetingOf(rest)
  const from = greeting?.end ?? start
  const signature = signatureOf(
    rest.filter((line) => line.start >= from),
    text,
    plain,
    from,
  )
  return {
    subject,
    greeting,
    signature,
    start,
    message: { start: from, end: signature?.start ?? text.length },
  }
}

/** The lines that are not empty, without the spaces around them. */
function linesOf(text: string, plain: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length)
    const end = at + line.trimEnd().length
    if (end > start) lines.push({ start, end, plain: plain.slice(start, end) })
    at += line.length + 1
  }
  return lines
}

const opening =
  /^(?:dear|hi|hello|hey|hiya|yo|howdy|good (?:morning|afternoon|evening|day)|greetings|salutations|to whom it may concern|sir|madam)(?![a-z])/
const titleAndName = /^(?:mr|mrs|ms|mx|dr|prof|professor)[. ]/

function greetingOf(lines: Line[]): Span | undefined {
  for (const line of lines.slice(0, headLines)) {
    const { plain, start, end } = line
    if (opening.test(plain))
      return plain.length <= 60 && /[,:!]$|^[^.?]*$/.test(plain) ? { start, end } : inline(line)
    const words = plain.split(/ +/).length
    if (words <= 5 && /[\p{L}\])][,:]$/u.test(plain)) return { start, end }
    if (words <= 4 && titleAndName.test(plain) && !/[.?!]$/.test(plain) && line === lines[0])
      return { start, end }
    // What may stand above a greeting: an address, a date, a title.
    if (plain.length > 60 || /[?!]$/.test(plain) || words > 9) return undefined
  }
  return undefined
}

/** "Hi Sam, I am ..." on one line. */
function inline({ plain, start }: Line): Span {
  const head = plain.slice(0, 80)
  const mark = /[,:!]|(?<! (?:mr|mrs|ms|mx|dr|prof)|\/(?:ms|mrs))\. | - /.exec(head)
  if (mark) return { start, end: start + mark.index + 1 }
  const words = /^\S{1,30}(?: \S{1,30})?/.exec(head)
  return { start, end: start + (words?.[0].length ?? 0) }
}

const closer =
  /^(?:(?:yours|most|very|many|much|kind|kindest|warm|warmest|best|with|all|in|and|a|bye|big|sending|every)(?![a-z]).*|(?:sincerely|respectfully|regards|cheers|thanks?|thank you|cordially|gratefully|warmly|appreciatively|take care|looking forward|until then|talk soon|see you|love|season's|happy|good wishes)(?![a-z]).*)$/

function signatureOf(lines: Line[], text: string, plain: string, from: number): Span | undefined {
  const foot = lines.slice(-footLines)
  for (const [index, line] of foot.entries()) {
    const last = index === foot.length - 1
    const words = line.plain.split(/ +/).length
    if (words > 6 || !closer.test(line.plain) || /\?$/.test(line.plain)) continue
    // A short sentence of thanks is still the message when more than a name follows, or nothing at all.
    if (last && /[.!]$/.test(line.plain) && /^(?:thank|looking)/.test(line.plain) && words > 2) continue
    if (foot.slice(index + 1).some(isProse)) continue
    return { start: line.start, end: text.trimEnd().length }
  }
  const names: Line[] = []
  for (const line of [...foot].reverse()) {
    if (!isSigning(line) || line.start === lines[0]?.start) break
    names.unshift(line)
  }
  if (names[0]) return { start: names[0].start, end: text.trimEnd().length }
  return signedInLine(text, plain, from)
}

const isProse = ({ plain }: Line): boolean =>
  plain.split(/ +/).length > 9 && /[.?!]$/.test(plain) && !/^p\.? ?s/.test(plain)

/** A name, a degree, an address at the foot of a letter: short, and no sentence. */
function isSigning({ plain }: Line): boolean {
  if (/[@]|https?:|www\.|^[+(\d][\d ()+.-]{6,}$/.test(plain)) return plain.split(/ +/).length <= 6
  if (/^[*•·\d]/.test(plain) || /^- ?\p{L}.{24}/u.test(plain)) return false
  return (
    plain.split(/ +/).length <= 7 &&
    !/[.?!:;]$/.test(plain.replace(/(?:jr|sr|b\.a|b\.s|m\.a|ph\.d)\.$/, '')) &&
    plain.length <= 60
  )
}

/** "... Thank you, Maya" or "... - Maya" at the end of a note of one paragraph. */
function signedInLine(text: string, plain: string, from: number): Span | undefined {
  const end = text.trimEnd().length
  const tail = Math.max(from, end - 70)
  const found =
    /(?:^|[ .!?])((?:many thanks|thanks|thank you|best wishes|best|all the best|(?:kind |warm |best )?regards|cheers|sincerely|warmly|-)(?: (?:so much|again|in advance))?[,!.-]? ?-? ?(?:\[[^\]]{1,30}\]|[^\s.,!?[\]]{1,25}(?: [^\s.,!?[\]]{1,25}){0,3})\.?)$/.exec(
      plain.slice(tail, end),
    )
  if (!found) return undefined
  const start = tail + found.index + found[0].indexOf(found[1]!)
  const name = text.slice(start, end).replace(/^(?:(?!-)[^,!.-]+[,!.-]?|-) ?-? ?/, '')
  return /^[\p{Lu}\p{Lo}[]/u.test(name) ? { start, end } : undefined
}

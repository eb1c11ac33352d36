/** What of a brief goes on the page, in words only: as the API answers it, too. */
export interface PrintedBrief {
  person: { name: string; place: string; known: string; reach: string[] }
  introduction: { text: string; seconds: number }
  aims: string[]
  research: string[]
  before?: string | null | undefined
  questions: { text: string; mustAsk: boolean }[]
  logistics: {
    minutes: number
    mode: string
    place?: string | null | undefined
    leaveAt?: string | null | undefined
    travelMinutes?: number | null | undefined
    arriveEarlyMinutes: number
    clocks: { whose: 'you' | 'them'; timeZone: string; text: string }[]
    dress: string
    confirmed: boolean
  }
  closing: string[]
  readiness: { done: number; of: number; next: { text: string }[] }
}

/** A page in parts that every rendering has alike. */
export interface BriefPage {
  title: string
  subtitle: string
  facts: { label: string; text: string }[]
  sections: Section[]
  /** How ready you are, and what to do next. */
  foot: string
}

export interface Section {
  title: string
  /** `text` is read; `list` has points; `checklist` is ticked, a star before what must be asked. */
  kind: 'text' | 'list' | 'checklist'
  lines: string[]
  /** What did not fit. */
  more?: string
}

/** Columns and lines of a printed page. */
const paper = { columns: 80, lines: 58 }
/** Longer notes are cut on the page; they stay whole on the record. */
const longestNote = 156

/**
 * The brief as one page: what is too much for a sheet of paper is left out and counted, notes first, then the questions
 * that need not be asked. What must be asked always stays.
 */
export function briefPage(brief: PrintedBrief): BriefPage {
  let notes = 5
  let optional = brief.questions.filter(({ mustAsk }) => !mustAsk).length
  let page = pageWith(brief, notes, optional)
  while (linesOf(page) > paper.lines && (notes > 2 || optional > 0)) {
    if (notes > 2) notes -= 1
    else optional -= 1
    page = pageWith(brief, notes, optional)
  }
  return page
}

function pageWith(brief: PrintedBrief, notes: number, optional: number): BriefPage {
  const { person, introduction, readiness } = brief
  return {
    title: short(`Talk with ${person.name}`, 2),
    subtitle: short([person.place, person.known].filter(Boolean).join('; '), 2),
    facts: factsOf(brief),
    sections: [
      section(`Your introduction, about ${introduction.seconds} seconds`, 'text', [introduction.text]),
      section('Last time', 'text', brief.before ? [short(brief.before, 2)] : []),
      section(
        'What you want to know',
        'list',
        brief.aims.map((aim) => short(aim, 2)),
      ),
      some('What you found out', 'list', brief.research.map(note), notes, 'note'),
      questions(brief, optional),
      section('At the end', 'checklist', brief.closing),
    ].filter(({ lines }) => lines.length > 0),
    foot: [
      `${readiness.done} of ${readiness.of} ready.`,
      readiness.next.length > 0 &&
        `Next: ${readiness.next
          .slice(0, 2)
          .map(({ text }) => short(text, 2))
          .join('; ')}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

function factsOf({ person, logistics }: PrintedBrief): BriefPage['facts'] {
  const { clocks, mode, place, leaveAt, travelMinutes, arriveEarlyMinutes } = logistics
  const way = [
    travelMinutes ? `${travelMinutes} minutes on the way` : '',
    `${arriveEarlyMinutes} minutes early`,
  ]
  return [
    ...clocks.map(({ whose, text, timeZone }) => ({
      label: whose === 'you' ? 'When' : 'For them',
      text: `${text} (${timeZone})`,
    })),
    { label: 'How', text: short([modes[mode] ?? mode, place].filter(Boolean).join(': '), 2) },
    { label: 'Leave by', text: leaveAt ? `${leaveAt} (${way.filter(Boolean).join(', ')})` : '' },
    { label: 'Reach them', text: short(person.reach.join(', '), 2) },
    { label: mode === 'phone' ? 'Place' : 'Dress', text: logistics.dress },
    { label: 'Confirmed', text: logistics.confirmed ? 'yes' : '' },
  ].filter(({ text }) => text !== '')
}

const modes: Readonly<Record<string, string>> = {
  'in-person': 'Face to face',
  video: 'By video',
  phone: 'By telephone',
}

function questions({ questions: all }: PrintedBrief, optional: number): Section {
  const must = all.filter(({ mustAsk }) => mustAsk)
  const rest = all.filter(({ mustAsk }) => !mustAsk)
  const lines = [
    ...must.map(({ text }) => `* ${short(text, 3)}`),
    ...rest.slice(0, optional).map(({ text }) => short(text, 3)),
  ]
  const left = rest.length - optional
  return {
    ...section('Questions', 'checklist', lines),
    ...(left > 0 && { more: `and ${left} more on your list` }),
  }
}

function some(title: string, kind: Section['kind'], lines: string[], count: number, what: string): Section {
  const left = lines.length - count
  const more = left > 0 && { more: `and ${left} more ${what}${left === 1 ? '' : 's'}` }
  return { ...section(title, kind, lines.slice(0, count)), ...more }
}

const section = (title: string, kind: Section['kind'], lines: string[]): Section => ({ title, kind, lines })

const note = (text: string): string => cutTo(text.replace(/\s+/g, ' ').trim(), longestNote)

/** A text of so many lines of the page at most. */
const short = (text: string, lines: number): string =>
  cutTo(text.replace(/\s+/g, ' ').trim(), lines * (paper.columns - 14))

function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let taken = 0
  for (const character of text) {
    taken += columnsOf(character)
    if (taken > columns - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** How many lines the page takes in print: a heading and a blank line for each section. */
function linesOf({ subtitle, facts, sections, foot }: BriefPage): number {
  const wrapped = (text: string, room: number) => Math.max(1, Math.ceil((columnsOf(text) * 1.06) / room))
  const sum = (lines: readonly number[]) => lines.reduce((total, one) => total + one, 0)
  return (
    2 +
    (subtitle ? wrapped(subtitle, paper.columns) : 0) +
    sum(facts.map(({ text }) => wrapped(text, paper.columns - 12))) +
    sum(
      sections.map(
        ({ lines, more }) => 2 + (more ? 1 : 0) + sum(lines.map((line) => wrapped(line, paper.columns - 4))),
      ),
    ) +
    1 +
    wrapped(foot, paper.columns)
  )
}

/** East Asian characters and pictures take two columns. */
function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += wide.test(character) ? 2 : 1
  return columns
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u

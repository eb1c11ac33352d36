import { Life } from './lives.ts'
import { rankOf } from './oracle.ts'
import type { ProductStep, Student } from './student.ts'

/** What Today says, in a line each. */
const line = (step: { kind: string; subject: string; rule: string; dueAt: number; overdue: boolean }) =>
  `${step.kind} ${step.subject} (${step.rule}) ${new Date(step.dueAt).toISOString()}${step.overdue ? ' !' : ''}`

/** A year that was lived, and what came of comparing it. */
export interface Year {
  moments: number
  commands: number
  refused: readonly string[]
  /** How often a step of each kind was on Today. */
  kinds: ReadonlyMap<string, number>
  /** The first difference, with the day, both answers and the life so far; none where all agreed. */
  found: string | undefined
}

/** Lives a year and compares Today at each moment of it, and the week ahead at every fifth; ends at the first difference. */
export async function compareYear(seed: number, days?: number): Promise<Year> {
  const life = await Life.of(seed, days)
  const { student } = life
  const kinds = new Map<string, number>()
  let moments = 0
  let found: string | undefined
  await life.live(async () => {
    moments += 1
    const today = await student.today()
    for (const { kind } of today) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    found = difference(student, today, 0)
    if (!found && moments % 5 === 0) found = difference(student, await student.today(7), 7)
    return found === undefined
  })
  return { moments, commands: student.commands, refused: student.refused, kinds, found }
}

/** The difference between the program's Today and the oracle's; none where they agree. Ties may stand in any order. */
function difference(student: Student, answer: ProductStep[], days: number): string | undefined {
  const product = answer.map(({ kind, subject, rule, dueAt, overdue }) => ({
    kind,
    subject: subject.name,
    rule,
    dueAt: Date.parse(dueAt),
    overdue,
  }))
  const expected = student.expected(days)
  const [said, wanted] = [product.map(line), expected.map(line)]
  const extra = said.filter((one) => !wanted.includes(one))
  const missing = wanted.filter((one) => !said.includes(one))
  const place = new Map(expected.map((one) => [line(one), `${rankOf(one)} ${one.dueAt}`]))
  const places = (lines: string[]) => lines.map((one) => place.get(one)).join()
  const ordered = places(said) === places(wanted)
  if (extra.length === 0 && missing.length === 0 && said.length === wanted.length && ordered) return undefined
  const subjects = new Set(
    [
      ...product.filter((one) => extra.includes(line(one))),
      ...expected.filter((one) => missing.includes(line(one))),
    ].map((one) => one.subject),
  )
  const talks = new Set<string>()
  const about = student.facts.filter((fact) => {
    const named = fact as {
      person?: string
      by?: string
      event?: string
      opening?: string
      talk?: string
      approach?: string
      introduction?: string
      promise?: string
    }
    const mine = [named.person, named.by, named.event, named.opening].some((one) => one && subjects.has(one))
    const ids = [named.talk, named.approach, named.introduction, named.promise].filter(
      (one) => one !== undefined,
    )
    if (mine) for (const id of ids) talks.add(id)
    return (
      mine ||
      ids.some((id) => talks.has(id)) ||
      ['vacation', 'no-vacation', 'time-zone', 'policy', 'put-off', 'set-aside'].includes(fact.what)
    )
  })
  return [
    `at ${new Date(student.now).toISOString()}${days > 0 ? `, ${days} days ahead` : ''}`,
    ...extra.map((one) => `  only the program: ${one}`),
    ...missing.map((one) => `  only the oracle:  ${one}`),
    ...(extra.length + missing.length === 0
      ? ['  the order:', ...said.map((one, i) => `    ${one}   |   ${wanted[i] ?? ''}`)]
      : []),
    '  the life so far:',
    ...about.map(({ at, ...fact }) => `    ${new Date(at).toISOString()} ${JSON.stringify(fact, readable)}`),
  ].join('\n')
}

const readable = (key: string, value: unknown): unknown =>
  ['sentAt', 'when', 'startsAt', 'endsAt'].includes(key) && typeof value === 'number'
    ? new Date(value).toISOString()
    : value

import { rankOf } from './oracle.ts'
import type { Student } from './student.ts'

/** What Today says, in a line each. */
const line = (step: { kind: string; subject: string; rule: string; dueAt: number; overdue: boolean }) =>
  `${step.kind} ${step.subject} (${step.rule}) ${new Date(step.dueAt).toISOString()}${step.overdue ? ' !' : ''}`

/** The difference between the program's Today and the oracle's; none where they agree. Ties may stand in any order. */
export async function difference(student: Student): Promise<string | undefined> {
  const product = (await student.today()).map(({ kind, subject, rule, dueAt, overdue }) => ({
    kind,
    subject: subject.name,
    rule,
    dueAt: Date.parse(dueAt),
    overdue,
  }))
  const expected = student.expected()
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
    `at ${new Date(student.now).toISOString()}`,
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
